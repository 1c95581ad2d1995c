// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.address.Address;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Outcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A contact as REST shows it to those who may see all; what is not there is {@code null}. */
final class ContactFields {
    private ContactFields() {}

    static Map<String, Object> of(Interaction contact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", contact.id().toString());
        fields.put("number", contact.number());
        fields.put("conversation", contact.conversation().toString());
        fields.put("channel", contact.contact().channel().value());
        fields.put("direction", contact.contact().direction().name().toLowerCase(Locale.ROOT));
        fields.put("state", contact.state().wire());
        fields.put("queue", contact.placement().queue().value());
        fields.put("customer", text(contact.customer()));
        fields.put("from", text(contact.contact().from().map(Address::text)));
        fields.put("to", text(contact.contact().to().map(Address::text)));
        fields.put("subject", text(contact.contact().subject()));
        fields.put("arrivedAt", contact.times().arrivedAt().toString());
        fields.put("answeredAt", text(contact.times().answeredAt()));
        fields.put("closedAt", text(contact.times().closedAt()));
        fields.put("outcome", text(contact.outcome().map(Outcome::wire)));
        fields.put(
                "assignments",
                contact.assignments().stream().map(ContactFields::assignment).toList());
        return fields;
    }

    private static Map<String, Object> assignment(Assignment assignment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("agent", assignment.agent().value());
        fields.put("offeredAt", assignment.offeredAt().toString());
        fields.put("acceptedAt", text(assignment.acceptedAt()));
        fields.put("endedAt", text(assignment.endedAt()));
        fields.put("disposition", text(assignment.disposition()));
        fields.put("outcome", text(assignment.outcome().map(Assignment.End::wire)));
        return fields;
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
