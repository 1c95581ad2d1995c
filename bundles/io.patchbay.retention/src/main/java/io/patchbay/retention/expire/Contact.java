// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentOwner.Kind;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.UnitId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What expiry needs of an interaction; {@code closedAt} is empty while it is open. */
record Contact(
        InteractionId id,
        ConversationId conversation,
        Optional<CustomerId> customer,
        UnitId unit,
        Optional<Instant> closedAt,
        List<RecordingId> recordings) {
    ContentOwner owner() {
        return new ContentOwner(Kind.INTERACTION, id.value());
    }

    ContentOwner talk() {
        return new ContentOwner(Kind.CONVERSATION, conversation.value());
    }

    /** A hold on any of these keeps it. */
    Set<ContentOwner> holders() {
        Set<ContentOwner> holders = new HashSet<>(Set.of(owner(), talk()));
        customer.ifPresent(who -> holders.add(new ContentOwner(Kind.CUSTOMER, who.value())));
        return holders;
    }
}
