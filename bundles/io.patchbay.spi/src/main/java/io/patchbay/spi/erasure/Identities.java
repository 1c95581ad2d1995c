// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.erasure;

import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import java.util.Set;

/**
 * All that a person is known by, without anything personal: ids, and keyed hashes of his addresses.
 *
 * @param customers his records
 * @param addressHashes {@code ContentVault.lookupHash} of each address's normal form
 * @param conversations his
 * @param interactions his
 * @param attachments files of his messages
 * @param recordings of his calls
 */
public record Identities(
        Set<CustomerId> customers,
        Set<String> addressHashes,
        Set<ConversationId> conversations,
        Set<InteractionId> interactions,
        Set<AttachmentId> attachments,
        Set<RecordingId> recordings) {
    public Identities {
        customers = Set.copyOf(customers);
        addressHashes = Set.copyOf(addressHashes);
        conversations = Set.copyOf(conversations);
        interactions = Set.copyOf(interactions);
        attachments = Set.copyOf(attachments);
        recordings = Set.copyOf(recordings);
    }
}
