// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.watch.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Interactions, open and closed, as the journal has them. A reader without {@code records.see} sees only those in which
 * he had an assignment. Methods may wait for the database; safe for any thread.
 */
@ProviderType
public interface Interactions {
    /**
     * Finds one.
     *
     * @param scope who asks
     * @param id which
     * @return the interaction, if it exists and is visible; an open one from memory
     */
    Optional<Interaction> find(Scope scope, InteractionId id);

    /**
     * Lists, newest arrival first.
     *
     * @param scope who asks
     * @param filter which
     * @return at most {@code filter.limit()}
     */
    List<Interaction> list(Scope scope, InteractionFilter filter);

    /**
     * All that are open now, oldest arrival first; from memory.
     *
     * @param scope who asks
     * @return the open ones he may see
     */
    List<Interaction> open(Scope scope);

    /**
     * The messages of one interaction, oldest first.
     *
     * @param scope who asks
     * @param id which
     * @return the messages; none if the interaction is not visible
     */
    List<Message> messages(Scope scope, InteractionId id);

    /**
     * The messages of a conversation over all its interactions, oldest first.
     *
     * @param scope who asks
     * @param conversation which
     * @return the messages of the interactions he may see
     */
    List<Message> messages(Scope scope, ConversationId conversation);

    /**
     * Opens what came or goes with a message. Waits for the disk.
     *
     * @param scope who asks
     * @param id the interaction of the message
     * @param attachment which
     * @return the bytes, to be closed; empty if it is not there, not visible or erased
     * @throws IOException if the disk fails or the file was altered
     */
    Optional<InputStream> attachment(Scope scope, InteractionId id, AttachmentId attachment) throws IOException;

    /**
     * The notes agents left, oldest first.
     *
     * @param scope who asks
     * @param id which
     * @return the notes; erased ones are left out
     */
    List<Note> notes(Scope scope, InteractionId id);

    /**
     * Follows all interactions.
     *
     * @param listener gets each changed interaction once its change is durable, in order for each interaction, on a
     *     thread of Patchbay's that it must not block
     * @return ends it
     */
    Watch watch(Consumer<Interaction> listener);

    /**
     * Follows typing signs, which are no entries of the journal.
     *
     * @param listener gets the interaction in which the customer types
     * @return ends it
     */
    Watch watchTyping(Consumer<InteractionId> listener);
}
