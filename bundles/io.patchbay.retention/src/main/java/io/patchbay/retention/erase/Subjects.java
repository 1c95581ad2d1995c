// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.erase;

import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import java.util.Optional;

/** Where customers, contacts and conversations lie, for those who may do something to them. */
final class Subjects {
    private final Customers customers;
    private final Interactions interactions;

    Subjects(Customers customers, Interactions interactions) {
        this.customers = customers;
        this.interactions = interactions;
    }

    /** Its unit; empty if it is not there or the actor may not. */
    Optional<UnitId> unit(Actor actor, String permission, ContentOwner subject) {
        Scope scope = actor instanceof Actor.Person person ? person.scope() : Scope.system();
        return place(subject).filter(place -> scope.may(permission, place)).map(Place::unit);
    }

    private Optional<Place> place(ContentOwner subject) {
        return switch (subject.kind()) {
            case CUSTOMER -> customers
                    .find(Scope.system(), new CustomerId(subject.id()))
                    .map(customer -> Place.of(customer.unit()));
            case INTERACTION -> contact(new InteractionId(subject.id()));
            case CONVERSATION -> interactions.messages(Scope.system(), new ConversationId(subject.id())).stream()
                    .findFirst()
                    .flatMap(message -> contact(message.interaction()));
            default -> Optional.empty();
        };
    }

    private Optional<Place> contact(InteractionId id) {
        return interactions.find(Scope.system(), id).map(Interaction::place);
    }
}
