// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Scope;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Interactions and their messages. */
@Path("/interactions")
@Produces(MediaType.APPLICATION_JSON)
public final class InteractionsResource {
    private final Services services;

    InteractionsResource(Services services) {
        this.services = services;
    }

    /** Lists, newest first. */
    @GET
    public Map<String, Object> list(
            @QueryParam("state") String state,
            @QueryParam("channel") String channel,
            @QueryParam("queue") String queue,
            @QueryParam("customer") String customer,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        Parameters given = new Parameters(headers);
        InteractionFilter filter = given.filter(() -> new InteractionFilter(
                given.read("state", state, InteractionsResource::state, "a state such as waiting or closed"),
                given.read("channel", channel, ChannelKey::new, "a channel"),
                given.read("queue", queue, QueueId::new, "a queue's id"),
                given.read("customer", customer, CustomerId::parse, "a customer's id"),
                Optional.empty(),
                given.read("from", from, Instant::parse, "a moment such as 2026-01-31T08:00:00Z"),
                given.read("to", to, Instant::parse, "a moment such as 2026-01-31T08:00:00Z"),
                given.read("after", after, InteractionId::parse, "an interaction's id"),
                given.read("limit", limit, Integer::valueOf, "1 to 500").orElse(50)));
        Scope scope = Caller.of(security).scope();
        List<Interaction> found = services.interactions.list(scope, filter);
        Optional<String> next = found.size() < filter.limit()
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).id().toString());
        return Present.list(
                found.stream().map(interaction -> present(interaction, scope)).toList(), next);
    }

    private static InteractionState state(String wire) {
        return InteractionState.valueOf(wire.toUpperCase(Locale.ROOT));
    }

    private Map<String, Object> present(Interaction interaction, Scope scope) {
        return present(services, interaction, scope);
    }

    static Map<String, Object> present(Services services, Interaction interaction, Scope scope) {
        Optional<Customer> customer = interaction.customer().flatMap(id -> services.customers.find(scope, id));
        return Present.interaction(interaction, customer, scope);
    }

    /** One interaction. */
    @GET
    @Path("{id}")
    public Map<String, Object> one(
            @PathParam("id") String id, @Context SecurityContext security, @Context HttpHeaders headers) {
        Scope scope = Caller.of(security).scope();
        Interaction found = find(id, scope, headers);
        Map<String, Object> json = present(found, scope);
        json.put(
                "estimate",
                services.liveQueues.estimate(found.id()).map(Present::estimate).orElse(null));
        return json;
    }

    /** Its messages, oldest first. */
    @GET
    @Path("{id}/messages")
    public Map<String, Object> messages(
            @PathParam("id") String id, @Context SecurityContext security, @Context HttpHeaders headers) {
        Scope scope = Caller.of(security).scope();
        Interaction interaction = find(id, scope, headers);
        return Present.list(
                services.interactions.messages(scope, interaction.id()).stream()
                        .map(Present::message)
                        .toList(),
                Optional.empty());
    }

    /** What agents wrote down, oldest first. */
    @GET
    @Path("{id}/notes")
    public Map<String, Object> notes(
            @PathParam("id") String id, @Context SecurityContext security, @Context HttpHeaders headers) {
        Scope scope = Caller.of(security).scope();
        Interaction interaction = find(id, scope, headers);
        return Present.list(
                services.interactions.notes(scope, interaction.id()).stream()
                        .map(Present::note)
                        .toList(),
                Optional.empty());
    }

    /** Why it went the way it went, oldest first, each a sentence in both languages. */
    @GET
    @Path("{id}/why")
    public Map<String, Object> why(
            @PathParam("id") String id, @Context SecurityContext security, @Context HttpHeaders headers) {
        Interaction interaction = find(id, Caller.of(security).scope(), headers);
        return Present.list(new WhyPresent(services).of(interaction.id()), Optional.empty());
    }

    private Interaction find(String id, Scope scope, HttpHeaders headers) {
        return find(services, id, scope, headers);
    }

    static Interaction find(Services services, String id, Scope scope, HttpHeaders headers) {
        return new Parameters(headers)
                .read("id", id, InteractionId::parse, "an interaction's id")
                .flatMap(given -> services.interactions.find(scope, given))
                .orElseThrow(() -> Problems.exception(404, Problems.notFound("interaction", id), headers));
    }
}
