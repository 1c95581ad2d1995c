// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.erase;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.spi.erasure.Identities;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds all contacts of a person: those that were identified as his, and those that came from or went to one of his
 * addresses while nobody knew him. All contacts are looked through, since addresses of contacts are sealed.
 */
final class Search {
    private static final int PAGE = 500;

    private final Interactions interactions;
    private final ContentVault vault;
    private final Set<InteractionId> his = new HashSet<>();
    private final Set<ConversationId> conversations = new HashSet<>();
    private final Set<AttachmentId> attachments = new HashSet<>();
    private final Set<RecordingId> recordings = new HashSet<>();
    private boolean open;

    Search(Interactions interactions, ContentVault vault) {
        this.interactions = interactions;
        this.vault = vault;
    }

    /** Whom it found; empty if one of his contacts is still open. */
    Optional<Identities> of(Customer customer) {
        Set<Address> addresses = Set.copyOf(customer.addresses());
        Optional<InteractionId> after = Optional.empty();
        List<Interaction> page;
        do {
            page = interactions.list(Scope.system(), after(after));
            page.stream().filter(contact -> his(contact, customer, addresses)).forEach(this::take);
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).id());
        } while (page.size() == PAGE);
        return open
                ? Optional.empty()
                : Optional.of(new Identities(
                        Set.of(customer.id()),
                        addresses.stream()
                                .map(one -> vault.lookupHash(one.text()))
                                .collect(Collectors.toSet()),
                        conversations,
                        his,
                        attachments,
                        recordings));
    }

    private static InteractionFilter after(Optional<InteractionId> last) {
        return new InteractionFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                last,
                PAGE);
    }

    /** Someone else who was identified from the same address keeps his contact. */
    private static boolean his(Interaction contact, Customer customer, Set<Address> addresses) {
        return contact.customer()
                .map(customer.id()::equals)
                .orElseGet(() -> contact.contact()
                                .from()
                                .filter(addresses::contains)
                                .isPresent()
                        || contact.contact().to().filter(addresses::contains).isPresent());
    }

    private void take(Interaction contact) {
        open |= contact.state() != InteractionState.CLOSED;
        his.add(contact.id());
        conversations.add(contact.conversation());
        contact.recordings().forEach(part -> recordings.add(part.id()));
        interactions.messages(Scope.system(), contact.id()).stream()
                .flatMap(message -> message.attachments().stream())
                .forEach(file -> attachments.add(file.id()));
    }
}
