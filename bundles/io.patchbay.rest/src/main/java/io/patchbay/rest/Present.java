// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Callback;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Rating;
import io.patchbay.api.queue.WaitEstimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The things of the api in the JSON that DESIGN.md 7 fixes; what is not there is {@code null}. */
final class Present {
    private Present() {}

    static Map<String, Object> interaction(Interaction i, Optional<Customer> customer, Scope scope) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", i.id().toString());
        json.put("number", i.number());
        json.put("conversation", i.conversation().toString());
        json.put("channel", i.contact().channel().value());
        json.put("direction", i.contact().direction().name().toLowerCase(Locale.ROOT));
        json.put("state", i.state().wire());
        json.put("queue", i.placement().queue().value());
        json.put("customer", customer.map(Present::customer).orElse(null));
        json.put("from", address(i.contact().from(), scope));
        json.put("to", address(i.contact().to(), scope));
        json.put("subject", i.contact().subject().orElse(null));
        json.put("arrivedAt", i.times().arrivedAt().toString());
        json.put("answeredAt", i.times().answeredAt().map(Object::toString).orElse(null));
        json.put("closedAt", i.times().closedAt().map(Object::toString).orElse(null));
        json.put("outcome", i.outcome().map(outcome -> outcome.wire()).orElse(null));
        json.put("facts", new TreeMap<>(i.facts()));
        json.put("recording", !i.recordings().isEmpty());
        json.put(
                "callback",
                i.placement().callback().map(call -> callback(call, scope)).orElse(null));
        json.put("told", i.placement().told().map(Present::estimate).orElse(null));
        json.put(
                "assignments", i.assignments().stream().map(Present::assignment).toList());
        json.put(
                "participants",
                i.participants().stream().map(Present::participant).toList());
        json.put("ratings", i.ratings().stream().map(Present::rating).toList());
        return json;
    }

    private static Map<String, Object> participant(Participant one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("party", one.id().value());
        json.put("role", one.role().wire());
        json.put("manner", one.manner().wire());
        json.put("muted", one.muted());
        json.put("since", one.since().toString());
        return json;
    }

    private static Map<String, Object> rating(Rating rating) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agent", rating.agent().value());
        json.put("askedAt", rating.askedAt().toString());
        json.put("state", rating.state());
        json.put("value", rating.value().isPresent() ? rating.value().getAsInt() : null);
        json.put("of", rating.of());
        return json;
    }

    private static Map<String, Object> callback(Callback call, Scope scope) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("phase", call.phase().wire());
        json.put("number", address(call.number(), scope));
        json.put("attempts", call.attempts());
        json.put("due", call.due().map(Object::toString).orElse(null));
        return json;
    }

    static Map<String, Object> estimate(WaitEstimate estimate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lowSeconds", estimate.lowSeconds());
        json.put("highSeconds", estimate.atLeast() ? null : estimate.highSeconds());
        json.put("atLeast", estimate.atLeast());
        return json;
    }

    private static Map<String, Object> customer(Customer customer) {
        return Map.of("id", customer.id().toString(), "name", customer.name(), "tier", customer.tier());
    }

    private static Map<String, Object> assignment(Assignment assignment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agent", assignment.agent().value());
        json.put("offeredAt", assignment.offeredAt().toString());
        json.put("acceptedAt", assignment.acceptedAt().map(Object::toString).orElse(null));
        json.put("endedAt", assignment.endedAt().map(Object::toString).orElse(null));
        json.put("disposition", assignment.disposition().orElse(null));
        json.put("outcome", assignment.outcome().map(Assignment.End::wire).orElse(null));
        return json;
    }

    /** Unmasked only for those with the right. */
    private static String address(Optional<Address> address, Scope scope) {
        return address.map(Address::text)
                .map(text -> scope.may(Permissions.UNMASKED) ? text : masked(text))
                .orElse(null);
    }

    static String masked(String text) {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1);
        int shown = Math.min(3, value.length() / 4);
        int end = Math.min(4, value.length() / 3);
        return text.substring(0, colon + 1)
                + value.substring(0, shown)
                + "****"
                + value.substring(value.length() - end);
    }

    static Map<String, Object> message(Message message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", message.id().value());
        json.put("from", message.from().wire());
        json.put("at", message.at().toString());
        json.put("text", message.text().orElse(null));
        json.put("delivery", message.delivery().wire());
        json.put("agent", message.agent().map(AgentId::value).orElse(null));
        json.put("channel", message.way().channel().value());
        json.put("subject", message.way().subject().orElse(null));
        json.put("reason", message.reason().orElse(null));
        json.put(
                "attachments",
                message.attachments().stream().map(Present::attachment).toList());
        return json;
    }

    static Map<String, Object> attachment(Attachment attachment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", attachment.id().toString());
        json.put("role", attachment.role().wire());
        json.put("name", attachment.name().orElse(null));
        json.put("type", attachment.type());
        json.put("size", attachment.size());
        json.put("sha256", attachment.sha256());
        return json;
    }

    static Map<String, Object> note(Note note) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agent", note.agent().value());
        json.put("at", note.at().toString());
        json.put("text", note.text());
        return json;
    }

    static Map<String, Object> agent(AgentState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("user", state.agent().value());
        json.put("name", state.name());
        json.put("presence", state.presence().wire());
        json.put("reason", reason(state.presence()));
        json.put("since", state.since().toString());
        Map<String, Integer> load = new TreeMap<>();
        state.load()
                .capacity()
                .keySet()
                .forEach(kind -> load.put(kind.value(), state.load().of(kind)));
        json.put("load", load);
        return json;
    }

    private static String reason(Presence presence) {
        return presence instanceof Presence.NotReady away ? away.reason() : null;
    }

    static Map<String, Object> me(AgentDesk desk) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("user", desk.state().agent().value());
        json.put("presence", desk.state().presence().wire());
        json.put("reason", reason(desk.state().presence()));
        json.put(
                "offers",
                desk.offers().stream()
                        .map(offer -> Map.of(
                                "interaction", offer.interaction().toString(),
                                "expiresAt", offer.expiresAt().toString()))
                        .toList());
        json.put("assignments", desk.assignments().stream().map(Present::open).toList());
        json.put("guest", desk.guest().stream().map(Present::guest).toList());
        json.put("missed", desk.missed().map(Present::missed).orElse(null));
        json.put("taken", desk.taken().map(Present::taken).orElse(null));
        return json;
    }

    private static Map<String, Object> taken(AgentDesk.Taken call) {
        return Map.of(
                "interaction", call.interaction().toString(), "by", call.by().value(), "why", call.why());
    }

    private static Map<String, Object> guest(AgentDesk.Participation visit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("interaction", visit.interaction().toString());
        json.put("role", visit.role().wire());
        json.put("manner", visit.manner().wire());
        json.put("by", visit.by().map(Object::toString).orElse(null));
        json.put("note", visit.note());
        return json;
    }

    private static Map<String, Object> open(AgentDesk.OpenAssignment open) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("interaction", open.interaction().toString());
        json.put("state", open.phase().wire());
        json.put("endsAt", open.endsAt().map(Object::toString).orElse(null));
        json.put("askedSeconds", open.askedSeconds());
        json.put("missed", open.missed().map(Present::missed).orElse(null));
        return json;
    }

    private static Map<String, Object> missed(AgentDesk.Missed missed) {
        return Map.of("party", missed.party().value(), "cause", missed.cause());
    }

    static Map<String, Object> list(List<?> items, Optional<String> next) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("items", items);
        json.put("next", next.orElse(null));
        return json;
    }
}
