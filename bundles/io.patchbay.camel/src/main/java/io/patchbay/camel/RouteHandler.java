// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.camel.api.RouteCommand;
import io.patchbay.camel.guard.RouteGuard;
import io.patchbay.spi.command.CommandHandler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What the commands about routes have in common. */
abstract class RouteHandler<C extends RouteCommand> implements CommandHandler<C> {
    private final Class<C> type;
    private final String name;
    private final Journal journal;
    final RoutesComponent routes;

    RouteHandler(Class<C> type, String name, RoutesComponent routes, Journal journal) {
        this.type = type;
        this.name = name;
        this.routes = routes;
        this.journal = journal;
    }

    @Override
    public final Class<C> type() {
        return type;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String permission() {
        return RouteCommand.PERMISSION;
    }

    /** Writes into the trace that it was done. */
    final CompletionStage<CommandResult> done(Actor actor, String event, Map<String, Object> body) {
        JournalDraft draft = JournalDraft.act(Instant.now(), event, actor, UnitId.ROOT, body);
        return journal.append(List.of(draft)).thenApply(seq -> new CommandResult.Done());
    }

    /** What came of a change of the host. */
    final CompletionStage<CommandResult> outcome(
            Optional<CompletableFuture<Void>> change, Actor actor, String event, Map<String, Object> body) {
        return change.map(running -> running.handle((nothing, failure) -> Optional.ofNullable(failure))
                        .thenCompose(failure -> failure.isPresent()
                                ? refused(
                                        CommandResult.Kind.CONFLICT,
                                        "routes-failed",
                                        "It did not work: {0}.",
                                        "操作失败：{0}。",
                                        RouteGuard.words(failure.get()))
                                : done(actor, event, body)))
                .orElseGet(() -> refused(
                        CommandResult.Kind.NOT_FOUND,
                        "unknown-route",
                        "There is no such route: {0}.",
                        "没有这条路由：{0}。",
                        String.join(
                                ", ",
                                body.values().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .toList())));
    }

    static CompletableFuture<CommandResult> refused(
            CommandResult.Kind kind, String code, String english, String chinese, Object... values) {
        return CompletableFuture.completedFuture(
                new CommandResult.Refused(kind, Problem.of(code, english, chinese, values)));
    }

    static String text(Map<String, Object> body, String field) {
        return maybe(body, field)
                .orElseThrow(() -> new IllegalArgumentException("the field \"" + field + "\" is missing"));
    }

    static Optional<String> maybe(Map<String, Object> body, String field) {
        return Optional.ofNullable(body.get(field)).map(Object::toString).filter(value -> !value.isBlank());
    }

    static long number(Map<String, Object> body, String field) {
        String given = text(body, field);
        if (!given.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("the field \"" + field + "\" must be a number but is \"" + given + "\"");
        }
        return Long.parseLong(given);
    }

    static Map<String, Object> body(String context, Optional<String> route) {
        return route.<Map<String, Object>>map(id -> Map.of("context", context, "route", id))
                .orElse(Map.of("context", context));
    }
}
