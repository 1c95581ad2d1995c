// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.source;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.CustomerCommand;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks the sources while a contact still waits, so that the card is there when it rings. Somebody we do not know but a
 * source does becomes a customer, and a tier that changed outside changes here.
 */
final class Prefetch {
    private static final Actor SOURCES = new Actor.Part("customer-sources");
    private static final int REMEMBERED = 10_000;

    private final SourceCards cards;
    private final Commands commands;
    private final Customers customers;
    private final InstantSource clock;
    private final Set<InteractionId> asked = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InteractionId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    Prefetch(SourceCards cards, Commands commands, Customers customers, InstantSource clock) {
        this.cards = cards;
        this.commands = commands;
        this.customers = customers;
        this.clock = clock;
    }

    /** A contact changed: once it is identified and open, it is asked about. */
    void changed(Interaction contact) {
        boolean early = contact.state() == InteractionState.TREATING || contact.state() == InteractionState.CLOSED;
        synchronized (asked) {
            if (early || !asked.add(contact.id())) {
                return;
            }
        }
        AtomicBoolean taken = new AtomicBoolean();
        cards.ask(contact, () -> cards.person(contact)
                .filter(person -> taken.compareAndSet(false, true))
                .ifPresent(person -> take(contact, person)));
    }

    private void take(Interaction contact, Answer.Person person) {
        Optional<Customer> known = contact.customer().flatMap(id -> customers.find(Scope.system(), id));
        if (known.isPresent()) {
            Customer now = known.get();
            String tier = person.tier().orElse(now.tier());
            if (!tier.equals(now.tier())) {
                run(new CustomerCommand.SaveCustomer(new Customer(
                        now.id(), now.name(), tier, now.unit(), now.addresses(), now.remark(), now.care())));
            }
            return;
        }
        contact.contact()
                .from()
                .filter(address -> !(address instanceof Address.ChatVisitor))
                .ifPresent(address -> {
                    CustomerId id = CustomerId.at(clock.millis());
                    Customer fresh = new Customer(
                            id,
                            person.name(),
                            person.tier().orElse("standard"),
                            contact.placement().unit(),
                            List.of(address),
                            "");
                    commands.execute(SOURCES, new CustomerCommand.SaveCustomer(fresh), "")
                            .thenAccept(saved -> {
                                if (saved instanceof CommandResult.Done) {
                                    run(new InteractionCommand.IdentifyCustomer(contact.id(), id));
                                }
                            });
                });
    }

    private void run(io.patchbay.api.command.Command command) {
        commands.execute(SOURCES, command, "");
    }
}
