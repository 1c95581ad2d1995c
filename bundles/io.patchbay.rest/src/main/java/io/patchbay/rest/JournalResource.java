// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.journal.JournalEntry;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** The journal, line by line. */
@Path("/journal")
public final class JournalResource {
    private static final int MOST = 10_000;

    private final Services services;

    JournalResource(Services services) {
        this.services = services;
    }

    /** The next lines after a number, in order. */
    @GET
    @Produces("application/x-ndjson")
    public String read(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("1000") int limit,
            @QueryParam("open") @DefaultValue("false") boolean open,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        Caller caller = Caller.of(security);
        if (!caller.scope().may(Permissions.JOURNAL)) {
            throw Problems.exception(403, Problems.forbidden(Permissions.JOURNAL), headers);
        } else if (limit < 1 || limit > MOST || after < 0) {
            throw Problems.exception(
                    400, Problems.invalid("after, limit", after + ", " + limit, "at least 0, and 1 to 10000"), headers);
        }
        List<JournalEntry> entries = services.journal.read(after, limit);
        JournalLines lines = new JournalLines(services.vault, open);
        StringBuilder text = new StringBuilder();
        entries.stream()
                .filter(entry -> caller.scope().sees(entry.unit()))
                .forEach(entry -> text.append(lines.line(entry)).append('\n'));
        return text.toString();
    }
}
