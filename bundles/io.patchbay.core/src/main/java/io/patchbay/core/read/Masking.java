// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.access.Mask;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.interaction.Interaction;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Gives readers only as much of a contact as they may see: names, identity documents, sensitive facts. */
final class Masking {
    private final Predicate<String> sensitive;

    /** {@code sensitive} knows the keys of facts that are declared so. */
    Masking(Predicate<String> sensitive) {
        this.sensitive = sensitive;
    }

    Interaction seen(Scope scope, Interaction whole) {
        if (scope.everywhere()) {
            return whole;
        }
        boolean names = scope.may(Permissions.NAMES, whole.place());
        boolean identities = scope.may(Permissions.IDENTITY, whole.place());
        boolean numbers = scope.may(Permissions.UNMASKED, whole.place());
        return names && identities && numbers ? whole : masked(whole, names, identities, numbers);
    }

    private Interaction masked(Interaction whole, boolean names, boolean identities, boolean numbers) {
        Interaction.Contact contact = whole.contact();
        Map<String, Object> facts = new TreeMap<>();
        whole.facts().forEach((key, value) -> facts.put(key, fact(key, value, identities, numbers)));
        return new Interaction(
                whole.id(),
                whole.number(),
                whole.conversation(),
                new Interaction.Contact(
                        contact.channel(),
                        contact.kind(),
                        contact.direction(),
                        contact.from(),
                        contact.to(),
                        names ? contact.name() : contact.name().map(Mask::name),
                        contact.subject(),
                        contact.locale()),
                whole.state(),
                whole.placement(),
                whole.customer(),
                whole.times(),
                whole.outcome(),
                facts,
                whole.assignments(),
                whole.recordings(),
                whole.ratings(),
                whole.participants());
    }

    private Object fact(String key, Object value, boolean identities, boolean numbers) {
        if (!(value instanceof String text)) {
            return value;
        } else if (!numbers && sensitive.test(key)) {
            return Mask.ending(text);
        }
        return identities ? text : Mask.identities(text);
    }
}
