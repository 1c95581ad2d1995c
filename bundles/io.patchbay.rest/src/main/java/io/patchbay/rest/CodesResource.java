// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.Queues;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The codes people choose from, as they are or as they were. */
@Path("/codes")
@Produces(MediaType.APPLICATION_JSON)
public final class CodesResource {
    private final Queues queues;

    CodesResource(Queues queues) {
        this.queues = queues;
    }

    /** The codes of one use, each before those beneath it. */
    @GET
    public Map<String, Object> codes(
            @QueryParam("use") @DefaultValue("disposition") String use,
            @QueryParam("at") @DefaultValue("") String at,
            @Context HttpHeaders headers) {
        CodeTree tree;
        try {
            Code.Use which = Code.Use.valueOf(use.toUpperCase(Locale.ROOT));
            tree = at.isEmpty() ? queues.tree(which) : queues.tree(which, Instant.parse(at));
        } catch (IllegalArgumentException | DateTimeException e) {
            String form = "use disposition or not_ready, and a moment such as 2026-12-01T00:00:00Z";
            throw Problems.exception(400, Problems.invalid("use, at", use + ", " + at, form), headers);
        }
        return Map.of(
                "version",
                tree.version(),
                "items",
                tree.all().stream().map(code -> item(tree, code)).toList());
    }

    private static Map<String, Object> item(CodeTree tree, Code code) {
        List<String> path = tree.path(code.key()).stream().map(Code::key).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", code.key());
        json.put("path", path);
        json.put("english", code.english());
        json.put("chinese", code.chinese());
        json.put("retired", code.retired());
        json.put("choosable", !code.retired() && !tree.inner(code.key()));
        return json;
    }
}
