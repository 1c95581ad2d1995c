// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueTrend;
import io.patchbay.api.queue.WaitFigures;
import io.patchbay.spi.channel.ChannelAccount;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How things are now: health, queues, channel accounts. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class StateResource {
    private final Services services;

    StateResource(Services services) {
        this.services = services;
    }

    /** Health of all parts. */
    @GET
    @Open
    @Path("health")
    public Response health(@Context HttpHeaders headers) {
        HealthReport report = HealthReport.of(services.healthParts(), Problems.locale(headers));
        return Response.status(report.httpStatus()).entity(report.json()).build();
    }

    /** The queues with their live figures. */
    @GET
    @Path("queues")
    public Map<String, Object> queues(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return Present.list(
                services.liveQueues.figures(caller.scope()).stream()
                        .map(figures -> queue(figures, services.queues.queue(caller.scope(), figures.queue())))
                        .toList(),
                Optional.empty());
    }

    private static Map<String, Object> queue(QueueFigures figures, Optional<QueueSettings> settings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", figures.queue().value());
        json.put(
                "name", settings.map(QueueSettings::name).orElse(figures.queue().value()));
        json.put("waiting", figures.waiting());
        json.put(
                "longestWaitSeconds",
                figures.longestSince()
                        .map(since -> Math.max(
                                0, Duration.between(since, Instant.now()).toSeconds()))
                        .orElse(0L));
        json.put("ready", figures.ready());
        json.put("serviceLevel", figures.today().serviceLevel().orElse(null));
        json.put(
                "serviceLevelHalfHour",
                figures.trend()
                        .flatMap(trend -> trend.halfHour().serviceLevel())
                        .orElse(null));
        json.put("forecast", figures.trend().map(QueueTrend::forecast).orElse(null));
        json.put(
                "estimate",
                figures.waits().map(waits -> Present.estimate(waits.next())).orElse(null));
        json.put("estimateHeld", figures.waits().map(StateResource::held).orElse(null));
        return json;
    }

    private static Map<String, Object> held(WaitFigures waits) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("told", waits.told());
        json.put("share", waits.heldShare().orElse(null));
        json.put("medianErrorSeconds", waits.medianErrorSeconds().orElse(null));
        return json;
    }

    /** The channels' accounts. */
    @GET
    @Path("accounts")
    public Map<String, Object> accounts(@Context SecurityContext security, @Context HttpHeaders headers) {
        if (!Caller.of(security).scope().may(Permissions.OPERATE)) {
            throw Problems.exception(403, Problems.forbidden(Permissions.OPERATE), headers);
        }
        return Present.list(
                services.channels().stream()
                        .flatMap(channel -> channel.accounts().stream())
                        .map(StateResource::account)
                        .toList(),
                Optional.empty());
    }

    private static Map<String, Object> account(ChannelAccount account) {
        return Map.of("pid", account.pid(), "state", account.state().wire(), "reason", account.reason());
    }
}
