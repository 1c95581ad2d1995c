// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.watch.Watch;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Contacts and customers in lists. */
final class TestContacts implements Interactions, Customers {
    final List<Interaction> all = new ArrayList<>();
    final List<Customer> customers = new ArrayList<>();

    Interaction add(Instant closedAt, UnitId unit, boolean recorded, Optional<CustomerId> who, Optional<Address> from) {
        long millis = closedAt.toEpochMilli();
        Interaction.RecordedPart part =
                new Interaction.RecordedPart(new RecordingId(Uuid7.at(millis)), closedAt, Optional.of(closedAt), true);
        Interaction one = new Interaction(
                new InteractionId(Uuid7.at(millis)),
                "260302-00001",
                new ConversationId(Uuid7.at(millis)),
                new Interaction.Contact(
                        new ChannelKey("voice"),
                        new WorkKind("call"),
                        Direction.INBOUND,
                        from,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "zh-CN"),
                InteractionState.CLOSED,
                new Interaction.Placement(new QueueId("service"), unit, 0),
                who,
                new Interaction.Times(
                        closedAt, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(closedAt)),
                Optional.empty(),
                Map.of(),
                List.of(),
                recorded ? List.of(part) : List.of());
        all.add(0, one);
        return one;
    }

    @Override
    public List<Interaction> list(Scope scope, InteractionFilter filter) {
        return filter.after().isPresent() ? List.of() : List.copyOf(all);
    }

    @Override
    public Optional<Interaction> find(Scope scope, InteractionId id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Customer> find(Scope scope, CustomerId id) {
        return customers.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<Customer> list(Scope scope, Optional<CustomerId> after, int limit) {
        return after.isPresent() ? List.of() : List.copyOf(customers);
    }

    @Override
    public List<Customer> search(Scope scope, String words, int limit) {
        return List.of();
    }

    @Override
    public List<Interaction> open(Scope scope) {
        return List.of();
    }

    @Override
    public List<Message> messages(Scope scope, InteractionId id) {
        return List.of();
    }

    @Override
    public List<Message> messages(Scope scope, ConversationId conversation) {
        return List.of();
    }

    @Override
    public Optional<InputStream> attachment(Scope scope, InteractionId id, AttachmentId attachment) {
        return Optional.empty();
    }

    @Override
    public List<Note> notes(Scope scope, InteractionId id) {
        return List.of();
    }

    @Override
    public Watch watch(Consumer<Interaction> listener) {
        return () -> {};
    }

    @Override
    public Watch watchTyping(Consumer<InteractionId> listener) {
        return () -> {};
    }
}
