// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.content;

import java.util.Collection;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Seals and opens personal content, one key for each {@link ContentOwner}, each key wrapped by the master key of the
 * home. All methods are safe for any thread.
 */
@ProviderType
public interface ContentVault {
    /**
     * Seals a text under its owner's key, making the key on first use. A new key becomes durable in the transaction
     * that calls {@link #keepKeys}; nothing sealed may be committed earlier.
     *
     * @param owner whose content it is
     * @param clear the text
     * @return the sealed text
     * @throws IllegalStateException if the owner's key was destroyed
     */
    SealedPart seal(ContentOwner owner, String clear);

    /**
     * Opens sealed content.
     *
     * @param part what {@link #seal} gave, perhaps years ago
     * @return the clear text, or empty if the key was destroyed (the content is erased)
     * @throws IllegalStateException if the cipher text was altered or the key cannot be read
     */
    Optional<String> open(SealedPart part);

    /**
     * Writes the keys that are not yet durable. Blocks for the database.
     *
     * @param transaction the running transaction in which content of these owners is committed
     * @param owners whose keys the transaction needs
     * @throws java.sql.SQLException if the database refuses; the keys stay to be written
     */
    void keepKeys(java.sql.Connection transaction, Collection<ContentOwner> owners) throws java.sql.SQLException;

    /**
     * Destroys an owner's key: its content is erased for ever. Blocks until the database has it.
     *
     * @param owner whose content goes
     */
    void destroy(ContentOwner owner);

    /**
     * A keyed hash for looking up equal values without keeping them in clear: HMAC-SHA-256 under the index key.
     *
     * @param normalForm the value in its normal form, for example {@code Address.text()}
     * @return 64 hex characters
     */
    String lookupHash(String normalForm);
}
