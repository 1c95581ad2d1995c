// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.spi.event.PermissionType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What there is to have rights for: everybody who signs in may know it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RightsResource {
    private final Services services;

    RightsResource(Services services) {
        this.services = services;
    }

    /** The declared permissions with their words. */
    @GET
    @Path("permissions")
    public Map<String, Object> permissions() {
        return Present.list(
                services.declarations().stream()
                        .flatMap(bundle -> bundle.permissions().stream())
                        .sorted(Comparator.comparing(PermissionType::key))
                        .map(type ->
                                Map.of("permission", type.key(), "english", type.english(), "chinese", type.chinese()))
                        .toList(),
                Optional.empty());
    }
}
