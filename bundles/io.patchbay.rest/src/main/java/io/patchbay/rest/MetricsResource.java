// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Problem;
import io.patchbay.api.measure.Exposition;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The figures for monitoring systems, while the bundle that reads them is there. */
@Path("metrics")
public final class MetricsResource {
    private final Services services;

    MetricsResource(Services services) {
        this.services = services;
    }

    /** All figures as they are now. */
    @GET
    @Scraped
    public Response metrics(@Context SecurityContext security, @Context HttpHeaders headers) {
        if (!security.isUserInRole(Permissions.OPERATE)) {
            throw Problems.exception(403, Problems.forbidden(Permissions.OPERATE), headers);
        }
        Exposition exposition = services.exposition()
                .orElseThrow(() -> Problems.exception(
                        503,
                        Problem.of(
                                "no-metrics",
                                "Nothing is measured: the feature patchbay-monitor is not installed.",
                                "未采集指标：功能 patchbay-monitor 未安装。"),
                        headers));
        return Response.ok(exposition.text(), exposition.mediaType())
                .header("Cache-Control", "no-store")
                .build();
    }
}
