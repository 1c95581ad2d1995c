// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.id.AgentId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Agents, and the caller as one. */
@Path("/agents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AgentsResource {
    private final Services services;
    private final Windows windows;

    AgentsResource(Services services, Windows windows) {
        this.services = services;
        this.windows = windows;
    }

    /** All agents the caller may see. */
    @GET
    public Map<String, Object> agents(@Context SecurityContext security, @Context HttpHeaders headers) {
        Caller caller = Caller.of(security);
        if (!caller.scope().may(Permissions.FLOOR)) {
            throw Problems.exception(403, Problems.forbidden(Permissions.FLOOR), headers);
        }
        return Present.list(
                services.agents.agents(caller.scope()).stream()
                        .map(Present::agent)
                        .toList(),
                Optional.empty());
    }

    /** The caller's own desk. */
    @GET
    @Path("me")
    public Map<String, Object> me(@Context SecurityContext security, @Context HttpHeaders headers) {
        Caller caller = Caller.of(security);
        AgentId agent = new AgentId(caller.user().value());
        windows.used(agent);
        AgentDesk desk = services.agents
                .desk(caller.scope(), agent)
                .orElseThrow(() -> Problems.exception(404, Problems.notFound("agent", agent.value()), headers));
        return Present.me(desk);
    }

    /** Changes the caller's presence and opens his session as an agent. */
    @PUT
    @Path("me/presence")
    public Response presence(
            Map<String, Object> body, @Context SecurityContext security, @Context HttpHeaders headers) {
        Caller caller = Caller.of(security);
        AgentId agent = new AgentId(caller.user().value());
        Map<String, Object> command = new LinkedHashMap<>(body == null ? Map.of() : body);
        command.values().removeIf(value -> value == null);
        command.put("agent", agent.value());
        if ("loggedOut".equals(command.get("presence"))) {
            windows.closed(agent);
        } else {
            windows.opened(agent);
        }
        return Answers.of(
                services.commands.execute(caller.actor(), "presence.change", command, ""), Problems.locale(headers));
    }
}
