// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.trace.api.Trace;
import io.patchbay.trace.api.TraceLine;
import io.patchbay.trace.api.TraceQuestion;
import io.patchbay.trace.api.TraceQuestion.Mark;
import io.patchbay.trace.api.TraceQuestion.Page;
import io.patchbay.trace.api.TraceQuestion.Span;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who did what, newest first. */
@Path("/trace")
@Produces(MediaType.APPLICATION_JSON)
public final class TraceResource {
    private static final int PAGE = 100;

    private final Services services;

    TraceResource(Services services) {
        this.services = services;
    }

    /** Acts that match. */
    @GET
    public Map<String, Object> find(
            @Context UriInfo uri, @Context SecurityContext security, @Context HttpHeaders headers) {
        Caller caller = Caller.of(security);
        if (!caller.scope().may(Trace.SEE)) {
            throw Problems.exception(403, Problems.forbidden(Trace.SEE), headers);
        }
        Trace trace = services.trace().orElseThrow(() -> Problems.exception(503, away(), headers));
        TraceQuestion question = question(uri.getQueryParameters(), headers);
        List<TraceLine> found = trace.find(caller.scope(), question);
        boolean more = found.size() == question.page().limit();
        return Present.list(
                found.stream().map(TraceResource::line).toList(),
                more ? Optional.of(mark(found.get(found.size() - 1)).text()) : Optional.empty());
    }

    private static Mark mark(TraceLine line) {
        return new Mark(line.at(), line.seq());
    }

    private static TraceQuestion question(MultivaluedMap<String, String> asked, HttpHeaders headers) {
        try {
            return new TraceQuestion(
                    one(asked, "who").map(who -> who.contains(":") ? who : "user:" + who),
                    one(asked, "person"),
                    one(asked, "account"),
                    one(asked, "kind"),
                    one(asked, "interaction").map(InteractionId::parse),
                    one(asked, "refused").map(Boolean::valueOf),
                    new Span(
                            one(asked, "from").map(Instant::parse),
                            one(asked, "to").map(Instant::parse)),
                    new Page(
                            one(asked, "limit").map(Integer::valueOf).orElse(PAGE),
                            one(asked, "after").map(Mark::parse)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problems.exception(400, bad(String.valueOf(e.getMessage())), headers);
        }
    }

    private static Optional<String> one(MultivaluedMap<String, String> asked, String name) {
        return Optional.ofNullable(asked.getFirst(name)).filter(value -> !value.isBlank());
    }

    private static Map<String, Object> line(TraceLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seq", line.seq());
        json.put("at", line.at().toString());
        json.put("type", line.type());
        json.put("who", line.who());
        json.put("person", line.person().orElse(null));
        json.put("interaction", line.interaction().map(Object::toString).orElse(null));
        json.put("unit", line.unit().value());
        json.put("from", line.from().orElse(null));
        json.put("refused", line.refused());
        return json;
    }

    private static Problem away() {
        return Problem.of(
                "trace-away", "The trace is not installed: install patchbay-trace.", "审计功能未安装，请安装 patchbay-trace。");
    }

    private static Problem bad(String why) {
        return Problem.of("bad-question", "The question cannot be read: {0}.", "查询条件无法识别：{0}。", why);
    }
}
