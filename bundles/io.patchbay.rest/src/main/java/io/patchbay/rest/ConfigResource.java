// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Place;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.settings.api.ConfigChange;
import io.patchbay.settings.api.ConfigCommand;
import io.patchbay.settings.api.ConfigPlan;
import io.patchbay.settings.api.ConfigText;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The configuration of the centre as one text: out, planned, in. */
@Path("/config")
public final class ConfigResource {
    private static final String YAML = "application/yaml";

    private final Services services;

    ConfigResource(Services services) {
        this.services = services;
    }

    /** The configuration now. */
    @GET
    @Produces(YAML)
    public Response export(@Context SecurityContext security, @Context HttpHeaders headers) {
        Response answer = Answers.of(
                services.commands.execute(Caller.of(security).actor(), new ConfigCommand.Export(), ""),
                Problems.locale(headers));
        return answer.getEntity() instanceof Map<?, ?> body && body.get("result") instanceof Map<?, ?> result
                ? Response.ok(result.get("text"), YAML + ";charset=UTF-8").build()
                : answer;
    }

    /** What an import would do; nothing is changed. */
    @POST
    @Path("plan")
    @Consumes({YAML, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> plan(
            String text,
            @QueryParam("remove") @DefaultValue("false") boolean remove,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        if (!Caller.of(security).scope().may(ConfigCommand.READ, Place.of(UnitId.ROOT))) {
            throw Problems.exception(403, Problems.forbidden(ConfigCommand.READ), headers);
        }
        ConfigText config = services.config()
                .orElseThrow(() -> Problems.exception(
                        503, Problem.of("starting", "Patchbay is starting.", "Patchbay 正在启动。"), headers));
        return plan(config.plan(text, remove, Caller.of(security).scope()), Problems.locale(headers));
    }

    /** Carries the plan out. */
    @POST
    @Path("import")
    @Consumes({YAML, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    public Response bring(
            String text,
            @QueryParam("remove") @DefaultValue("false") boolean remove,
            @HeaderParam("Idempotency-Key") String key,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        return Answers.of(
                services.commands.execute(
                        Caller.of(security).actor(), new ConfigCommand.Import(text, remove), key == null ? "" : key),
                Problems.locale(headers));
    }

    private static Map<String, Object> plan(ConfigPlan plan, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "faults",
                plan.faults().stream()
                        .map(one -> Map.of(
                                "line", one.line(),
                                "column", one.column(),
                                "text", one.problem().text(locale)))
                        .toList());
        json.put(
                "changes",
                plan.changes().stream().map(one -> change(one, locale)).toList());
        return json;
    }

    private static Map<String, Object> change(ConfigChange change, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sign", change.sign());
        json.put("part", change.part());
        json.put("id", change.id());
        json.put("line", change.line());
        json.put("before", change.before().orElse(null));
        json.put("after", change.after().orElse(null));
        json.put("review", change.outlook() instanceof ConfigChange.Outlook.Review);
        json.put(
                "blocked",
                change.outlook() instanceof ConfigChange.Outlook.Blocked blocked
                        ? blocked.problem().text(locale)
                        : null);
        return json;
    }
}
