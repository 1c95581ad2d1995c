// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.people.Person;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The journal, line by line. */
@Path("/journal")
public final class JournalResource {
    private static final int MOST = 10_000;
    private static final long PATIENCE_SECONDS = 10;
    private static final Problem NOT_TRACED = Problem.of(
            "not-traced",
            "Nothing is opened: the journal cannot keep now who looked. Try again in a moment.",
            "暂时无法记录查看人，未打开任何内容，请稍后再试。");

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
        List<JournalEntry> entries = visible(caller.scope(), after, limit);
        // where nothing is sealed nothing is opened: else a reader at the end would read his own looks for ever
        if (open && entries.stream().anyMatch(entry -> !entry.sealed().isEmpty())) {
            traced(caller, entries, headers);
        }
        JournalLines lines = new JournalLines(services.vault, open);
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(lines.line(entry)).append('\n'));
        return text.toString();
    }

    /** The next ones that the reader may see; those between that he may not are passed over. */
    private List<JournalEntry> visible(Scope scope, long after, int limit) {
        VisibleEntries visible = new VisibleEntries(services.interactions, scope);
        List<JournalEntry> found = new ArrayList<>();
        long last = after;
        List<JournalEntry> read = services.journal.read(last, limit);
        while (!read.isEmpty() && found.size() < limit) {
            read.stream().filter(visible::sees).forEach(found::add);
            last = read.get(read.size() - 1).seq();
            read = services.journal.read(last, Math.max(1, limit - found.size()));
        }
        return found;
    }

    /** Sealed content is given only once it is durable who looked. */
    private void traced(Caller caller, List<JournalEntry> entries, HttpHeaders headers) {
        Map<String, Object> body = Map.of(
                "first", entries.get(0).seq(),
                "last", entries.get(entries.size() - 1).seq());
        UnitId unit = services.people
                .person(Scope.system(), caller.user())
                .map(Person::unit)
                .orElse(UnitId.ROOT);
        JournalDraft act = JournalDraft.act(Instant.now(), "journal.opened", caller.actor(), unit, body);
        try {
            services.journal.append(List.of(act)).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.exception(503, NOT_TRACED, headers);
        } catch (ExecutionException | TimeoutException e) {
            throw Problems.exception(503, NOT_TRACED, headers);
        }
    }
}
