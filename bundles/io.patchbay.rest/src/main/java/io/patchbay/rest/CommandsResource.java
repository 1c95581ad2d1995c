// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The one door for programs. */
@Path("/commands")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class CommandsResource {
    private final Services services;

    CommandsResource(Services services) {
        this.services = services;
    }

    /** The commands with the permission each asks for. */
    @GET
    public Map<String, Object> known() {
        return Present.list(
                services.commands.known().entrySet().stream()
                        .map(one -> Map.of("command", one.getKey(), "permission", one.getValue()))
                        .toList(),
                Optional.empty());
    }

    /** Runs a command by its wire name. */
    @POST
    @Path("{name}")
    public Response run(
            @PathParam("name") String name,
            @HeaderParam("Idempotency-Key") String key,
            Map<String, Object> body,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        Map<String, Object> fields = new LinkedHashMap<>(body == null ? Map.of() : body);
        fields.values().removeIf(value -> value == null);
        return Answers.of(
                services.commands.execute(Caller.of(security).actor(), name, fields, key == null ? "" : key),
                Problems.locale(headers));
    }
}
