// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.approval.Proposal;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.ApprovalId;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Changes that wait for review, and what became of others. Answering is a command. */
@Path("/approvals")
@Produces(MediaType.APPLICATION_JSON)
public final class ApprovalsResource {
    private static final int MOST = 200;

    private final Services services;

    ApprovalsResource(Services services) {
        this.services = services;
    }

    /** The open ones, or the last closed ones. */
    @GET
    public Map<String, Object> list(
            @QueryParam("open") @DefaultValue("true") boolean open,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        Caller caller = Caller.of(security);
        List<Proposal> proposals =
                open ? services.approvals.open(caller.scope()) : services.approvals.closed(caller.scope(), MOST);
        Locale locale = Problems.locale(headers);
        return Present.list(
                proposals.stream().map(one -> json(one, caller, locale)).toList(), Optional.empty());
    }

    /** One. */
    @GET
    @Path("{id}")
    public Map<String, Object> one(
            @PathParam("id") String id, @Context SecurityContext security, @Context HttpHeaders headers) {
        Caller caller = Caller.of(security);
        return services.approvals
                .proposal(caller.scope(), id(id, headers))
                .map(found -> json(found, caller, Problems.locale(headers)))
                .orElseThrow(() -> Problems.exception(404, Problems.notFound("change", id), headers));
    }

    private static ApprovalId id(String text, HttpHeaders headers) {
        try {
            return ApprovalId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problems.exception(404, Problems.notFound("change", text), headers);
        }
    }

    private Map<String, Object> json(Proposal proposal, Caller caller, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", proposal.id().toString());
        json.put("command", proposal.command());
        json.put("subject", proposal.subject());
        json.put("unit", proposal.unit().value());
        json.put("maker", proposal.maker().value());
        json.put("madeAt", proposal.madeAt().toString());
        json.put("before", proposal.before());
        json.put("after", proposal.after());
        json.put("effectiveAt", proposal.effectiveAt().map(Object::toString).orElse(null));
        json.put("stage", proposal.stage().wire());
        json.put("yours", services.approvals.mayReview(caller.scope(), proposal));
        json.put(
                "reviews",
                proposal.reviews().stream().map(ApprovalsResource::review).toList());
        json.put(
                "problem",
                proposal.problem()
                        .map((Problem problem) -> problem.text(locale))
                        .orElse(null));
        return json;
    }

    private static Map<String, Object> review(Proposal.Review review) {
        return Map.of(
                "stage", review.stage().wire(),
                "reviewer", review.reviewer().value(),
                "at", review.at().toString(),
                "approved", review.approved(),
                "note", review.note());
    }
}
