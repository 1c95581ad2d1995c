// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Problem;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.provision.api.FeatureLine;
import io.patchbay.provision.api.FeaturePlan;
import io.patchbay.provision.api.Features;
import io.patchbay.provision.api.Piece;
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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Features as they are, and what a change of one would do. Changing them is a command. */
@Path("/features")
@Produces(MediaType.APPLICATION_JSON)
public final class FeaturesResource {
    private final Services services;

    FeaturesResource(Services services) {
        this.services = services;
    }

    /** All features. */
    @GET
    public Map<String, Object> all(@Context SecurityContext security, @Context HttpHeaders headers) {
        return Present.list(
                features(security, headers).all().stream()
                        .map(FeaturesResource::line)
                        .toList(),
                Optional.empty());
    }

    /** What a change would do. */
    @GET
    @Path("{name}/plan")
    public Map<String, Object> plan(
            @PathParam("name") String name,
            @QueryParam("change") @DefaultValue("uninstall") String change,
            @QueryParam("version") String version,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        Optional<String> wanted = Optional.ofNullable(version);
        FeatureCommand wish =
                switch (change) {
                    case "install" -> new FeatureCommand.Install(name, wanted);
                    case "update" -> new FeatureCommand.Update(name, wanted, Optional.empty());
                    case "uninstall" -> new FeatureCommand.Uninstall(name, Optional.empty());
                    default -> throw Problems.exception(
                            400,
                            Problem.of(
                                    "bad-change",
                                    "\"change\" must be install, update or uninstall but is \"{0}\".",
                                    "change 必须是 install、update 或 uninstall，现为“{0}”。",
                                    change),
                            headers);
                };
        return plan(features(security, headers).plan(wish), Problems.locale(headers));
    }

    private Features features(SecurityContext security, HttpHeaders headers) {
        if (!Caller.of(security).scope().may(Permissions.OPERATE)) {
            throw Problems.exception(403, Problems.forbidden(Permissions.OPERATE), headers);
        }
        return services.features()
                .orElseThrow(() -> Problems.exception(
                        503,
                        Problem.of(
                                "no-provision",
                                "The feature patchbay-provision is not there or is starting.",
                                "功能 patchbay-provision 未安装或正在启动。"),
                        headers));
    }

    private static Map<String, Object> line(FeatureLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", line.name());
        json.put("version", line.version());
        json.put("state", line.state().wire());
        json.put("problem", line.problem().isEmpty() ? null : line.problem());
        json.put("description", line.about().description());
        json.put("repository", line.about().repository());
        json.put("newer", line.ties().newer().orElse(null));
        json.put("needs", new TreeSet<>(line.ties().needs()));
        json.put("neededBy", new TreeSet<>(line.ties().neededBy()));
        json.put("brings", line.brings().stream().map(FeaturesResource::piece).toList());
        return json;
    }

    private static Map<String, Object> piece(Piece piece) {
        return Map.of("kind", piece.kind().wire(), "name", piece.name(), "bundle", piece.bundle());
    }

    private static Map<String, Object> plan(FeaturePlan plan, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("feature", plan.feature());
        json.put("version", plan.version());
        json.put("allowed", plan.allowed());
        json.put(
                "refusals",
                plan.refusals().stream().map(one -> one.text(locale)).toList());
        json.put("features", new TreeSet<>(plan.features()));
        json.put("come", plan.bundles().come());
        json.put("go", plan.bundles().go());
        json.put("restart", plan.bundles().restart());
        Map<String, Object> live = new LinkedHashMap<>();
        plan.live().forEach((channel, count) -> live.put(channel.value(), count));
        json.put("live", live);
        return json;
    }
}
