// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentOwner.Kind;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.spi.erasure.Identities;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ids of some records: no addresses, since their customers may stay and are found by them. */
final class Batch {
    private Batch() {}

    static Identities of(List<Item> items, Interactions interactions) {
        return new Identities(
                ids(items, Kind.CUSTOMER, CustomerId::new),
                Set.of(),
                ids(items, Kind.CONVERSATION, ConversationId::new),
                ids(items, Kind.INTERACTION, InteractionId::new),
                files(items, interactions),
                recordings(items));
    }

    private static <T> Set<T> ids(List<Item> items, Kind kind, Function<UUID, T> made) {
        return of(items, kind).map(item -> made.apply(item.owner().id())).collect(Collectors.toSet());
    }

    private static Stream<Item> of(List<Item> items, Kind kind) {
        return items.stream().filter(item -> item.owner().kind() == kind);
    }

    private static Set<AttachmentId> files(List<Item> items, Interactions interactions) {
        return of(items, Kind.CONVERSATION)
                .flatMap(item -> item.contacts().stream())
                .flatMap(contact -> interactions.messages(Scope.system(), contact.id()).stream())
                .flatMap(message -> message.attachments().stream())
                .map(file -> file.id())
                .collect(Collectors.toSet());
    }

    private static Set<RecordingId> recordings(List<Item> items) {
        return of(items, Kind.INTERACTION)
                .flatMap(item -> item.contacts().stream())
                .flatMap(contact -> contact.recordings().stream())
                .collect(Collectors.toSet());
    }
}
