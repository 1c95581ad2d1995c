// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentOwner.Kind;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interaction.RecordedPart;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.retention.api.RecordClass;
import io.patchbay.retention.store.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Looks through all contacts and customers: keys with what they seal. Contacts are kept in memory while it runs. */
final class Survey {
    private static final int PAGE = 500;

    private final Interactions interactions;
    private final Customers customers;
    private final Map<ConversationId, List<Contact>> talks = new LinkedHashMap<>();
    private final Map<CustomerId, List<Contact>> people = new HashMap<>();
    private final Map<Address, CustomerId> held = new HashMap<>();

    Survey(Interactions interactions, Customers customers) {
        this.interactions = interactions;
        this.customers = customers;
    }

    /** Gives all keys, contacts before customers. A held customer's addresses hold contacts where nobody knew him. */
    void read(Standing standing, Consumer<Item> items) {
        standing.customers().stream()
                .flatMap(id -> customers.find(Scope.system(), id).stream())
                .forEach(who -> who.addresses().forEach(address -> held.put(address, who.id())));
        contacts();
        talks.values().forEach(contacts -> {
            items.accept(of(contacts.get(0).talk(), List.of(RecordClass.MESSAGES), contacts));
            contacts.forEach(contact -> items.accept(of(
                    contact.owner(),
                    contact.recordings().isEmpty()
                            ? List.of(RecordClass.FACTS)
                            : List.of(RecordClass.FACTS, RecordClass.RECORDINGS),
                    List.of(contact))));
        });
        customers(items);
    }

    private void contacts() {
        Optional<InteractionId> after = Optional.empty();
        for (List<Interaction> page = page(after); !page.isEmpty(); page = page(after)) {
            page.forEach(this::take);
            after = Optional.of(page.get(page.size() - 1).id());
        }
    }

    private List<Interaction> page(Optional<InteractionId> after) {
        return interactions.list(
                Scope.system(),
                new InteractionFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        after,
                        PAGE));
    }

    private void take(Interaction one) {
        Contact contact = new Contact(
                one.id(),
                one.conversation(),
                one.customer().or(() -> heldBy(one.contact())),
                one.placement().unit(),
                one.state() == InteractionState.CLOSED ? one.times().closedAt() : Optional.empty(),
                one.recordings().stream().map(RecordedPart::id).toList());
        talks.computeIfAbsent(contact.conversation(), id -> new ArrayList<>()).add(contact);
        contact.customer().ifPresent(who -> people.computeIfAbsent(who, id -> new ArrayList<>())
                .add(contact));
    }

    private Optional<CustomerId> heldBy(Interaction.Contact contact) {
        return Stream.of(contact.from(), contact.to())
                .flatMap(Optional::stream)
                .flatMap(address -> Optional.ofNullable(held.get(address)).stream())
                .findFirst();
    }

    private static Item of(ContentOwner owner, List<RecordClass> classes, List<Contact> contacts) {
        Set<ContentOwner> holders = new HashSet<>(Set.of(owner));
        contacts.forEach(contact -> holders.addAll(contact.holders()));
        return new Item(
                owner,
                classes,
                contacts.stream().map(Contact::unit).distinct().toList(),
                last(contacts),
                holders,
                contacts);
    }

    /** When the last of them was closed; empty if one is not. */
    private static Optional<Instant> last(List<Contact> contacts) {
        return contacts.stream().allMatch(contact -> contact.closedAt().isPresent())
                ? contacts.stream()
                        .flatMap(contact -> contact.closedAt().stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private void customers(Consumer<Item> items) {
        Optional<CustomerId> after = Optional.empty();
        for (List<Customer> page = customers.list(Scope.system(), after, PAGE);
                !page.isEmpty();
                page = customers.list(Scope.system(), after, PAGE)) {
            page.forEach(who -> items.accept(of(who)));
            after = Optional.of(page.get(page.size() - 1).id());
        }
    }

    /** Somebody without contacts counts from the moment his record was made. */
    private Item of(Customer who) {
        List<Contact> his = people.getOrDefault(who.id(), List.of());
        Item item = of(new ContentOwner(Kind.CUSTOMER, who.id().value()), List.of(RecordClass.CUSTOMERS), his);
        Instant made = Instant.ofEpochMilli(who.id().value().getMostSignificantBits() >>> 16);
        return new Item(
                item.owner(),
                item.classes(),
                units(who, his),
                his.isEmpty() ? Optional.of(made) : item.since(),
                item.holders(),
                his);
    }

    private static List<UnitId> units(Customer who, List<Contact> his) {
        return Stream.concat(Stream.of(who.unit()), his.stream().map(Contact::unit))
                .distinct()
                .toList();
    }
}
