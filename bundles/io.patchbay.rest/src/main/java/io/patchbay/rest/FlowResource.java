// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Mask;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.flow.api.Appointment;
import io.patchbay.flow.api.Appointments;
import io.patchbay.flow.api.Listed;
import io.patchbay.flow.api.Lists;
import io.patchbay.flow.api.Party;
import io.patchbay.flow.api.TierRule;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is decided before the queue: lists and rules of tiers. Changes are commands. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class FlowResource {
    private final Services services;

    FlowResource(Services services) {
        this.services = services;
    }

    /** The red and the black list. */
    @GET
    @Path("lists")
    public Map<String, Object> lists(@Context SecurityContext security, @Context HttpHeaders headers) {
        Scope scope = allowed(security, Lists.SEE, headers);
        List<Listed> entries =
                services.lists().map(lists -> lists.entries(scope)).orElse(List.of());
        return Present.list(entries.stream().map(one -> entry(one, scope)).toList(), Optional.empty());
    }

    /** The rules of tiers. */
    @GET
    @Path("tiers")
    public Map<String, Object> tiers(@Context SecurityContext security, @Context HttpHeaders headers) {
        allowed(security, Permissions.ROUTING, headers);
        return Present.list(
                services.tiers().stream()
                        .flatMap(tiers -> tiers.rules().stream())
                        .map(TierRule::json)
                        .toList(),
                Optional.empty());
    }

    /** Times agreed with customers. */
    @GET
    @Path("appointments")
    public Map<String, Object> appointments(@Context SecurityContext security, @Context HttpHeaders headers) {
        Scope scope = allowed(security, Appointments.BOOK, headers);
        return Present.list(
                services.appointments().stream()
                        .flatMap(all -> all.appointments(scope).stream())
                        .map(one -> appointment(one, scope))
                        .toList(),
                Optional.empty());
    }

    private static Map<String, Object> appointment(Appointment appointment, Scope scope) {
        Map<String, Object> json = new TreeMap<>(appointment.json());
        if (!scope.may(Permissions.UNMASKED)) {
            json.put("number", Mask.ending(appointment.with().number().e164()));
        }
        return json;
    }

    private static Scope allowed(SecurityContext security, String permission, HttpHeaders headers) {
        Scope scope = Caller.of(security).scope();
        if (!scope.may(permission)) {
            throw Problems.exception(403, Problems.forbidden(permission), headers);
        }
        return scope;
    }

    private static Map<String, Object> entry(Listed listed, Scope scope) {
        Map<String, Object> json = new TreeMap<>(listed.entry().json());
        json.put("addedBy", listed.addedBy());
        json.put("addedAt", listed.addedAt().toString());
        if (listed.entry().party() instanceof Party.OfAddress of
                && !scope.may(Permissions.UNMASKED, Place.of(listed.entry().unit()))) {
            json.put("party", Present.masked(of.text()));
        }
        return json;
    }
}
