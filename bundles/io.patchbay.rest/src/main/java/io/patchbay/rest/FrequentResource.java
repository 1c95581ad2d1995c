// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.call.FrequentNumber;
import io.patchbay.api.call.FrequentNumber.Keeper;
import io.patchbay.api.call.FrequentNumbers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers that are called often: the caller's own, his units', and those he keeps. Changes are commands. */
@Path("/frequent-numbers")
@Produces(MediaType.APPLICATION_JSON)
public final class FrequentResource {
    private final Services services;

    FrequentResource(Services services) {
        this.services = services;
    }

    /** All of them, by name. */
    @GET
    public Map<String, Object> numbers(@Context SecurityContext security, @Context HttpHeaders headers) {
        Caller caller = Caller.of(security);
        Scope scope = caller.scope();
        if (!scope.may(Permissions.AGENT) && !scope.may(FrequentNumbers.EDIT)) {
            throw Problems.exception(403, Problems.forbidden(FrequentNumbers.EDIT), headers);
        }
        Set<FrequentNumber> all = new LinkedHashSet<>();
        services.frequent().ifPresent(known -> {
            all.addAll(known.of(caller.user()));
            all.addAll(known.ofUnits(scope));
        });
        return Present.list(all.stream().map(FrequentResource::item).toList(), Optional.empty());
    }

    private static Map<String, Object> item(FrequentNumber one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", one.number());
        json.put("name", one.name());
        json.put("unit", one.keeper() instanceof Keeper.OfUnit of ? of.unit().value() : null);
        return json;
    }
}
