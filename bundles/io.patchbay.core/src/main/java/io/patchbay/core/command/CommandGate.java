// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.CommandHook;
import io.patchbay.spi.command.Reviewing;
import io.patchbay.store.IdempotencyKeys;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The one door for people and programs: key, rights, hooks, handler. */
public final class CommandGate implements Commands {
    private static final Logger log = LoggerFactory.getLogger(CommandGate.class);
    private static final int LONGEST_KEY = 100;

    private final Supplier<List<CommandHandler<?>>> handlers;
    private final Supplier<List<CommandHook>> hooks;
    private final IdempotencyKeys keys;
    private final Supplier<Optional<Reviewing>> reviewing;
    private final Attempted attempted;
    private final Map<RunningKey, CompletableFuture<CommandResult>> running = new ConcurrentHashMap<>();

    private record RunningKey(String actor, String key) {}

    /** The suppliers give what is registered now. */
    public CommandGate(
            Supplier<List<CommandHandler<?>>> handlers,
            Supplier<List<CommandHook>> hooks,
            Supplier<Optional<Reviewing>> reviewing,
            IdempotencyKeys keys,
            Attempted attempted) {
        this.handlers = handlers;
        this.hooks = hooks;
        this.reviewing = reviewing;
        this.keys = keys;
        this.attempted = attempted;
    }

    @Override
    public CompletionStage<CommandResult> execute(
            Actor actor, String name, Map<String, Object> body, String idempotencyKey) {
        Optional<CommandHandler<?>> handler =
                handlers.get().stream().filter(one -> one.name().equals(name)).findFirst();
        if (handler.isEmpty()) {
            return done(refused(Kind.NOT_FOUND, "unknown-command", "There is no command \"{0}\".", "没有命令“{0}”。", name));
        }
        if (actor instanceof Actor.Person person
                && !person.scope().may(handler.get().permission())) {
            Refused refused = forbidden(handler.get());
            return attempted.tell(person, name, Optional.empty(), refused).thenApply(told -> refused);
        }
        try {
            return execute(actor, handler.get().read(body), idempotencyKey);
        } catch (IllegalArgumentException e) {
            return done(refused(
                    Kind.INVALID,
                    "bad-command",
                    "The command {0} cannot be read: {1}.",
                    "命令 {0} 无法识别：{1}。",
                    name,
                    String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Map<String, String> known() {
        Map<String, String> known = new TreeMap<>();
        handlers.get().forEach(handler -> known.put(handler.name(), handler.permission()));
        return known;
    }

    @Override
    public CompletionStage<CommandResult> execute(Actor actor, Command command, String idempotencyKey) {
        if (idempotencyKey.length() > LONGEST_KEY) {
            return done(refused(
                    Kind.INVALID,
                    "long-key",
                    "The idempotency key must have up to 100 characters but has {0}.",
                    "幂等键最多 100 个字符，现为 {0} 个。",
                    Integer.toString(idempotencyKey.length())));
        }
        return handlers.get().stream()
                .filter(handler -> handler.type() == command.getClass())
                .findFirst()
                .map(handler -> once(actor, cast(handler), command, idempotencyKey))
                .orElseGet(() -> done(refused(
                        Kind.NOT_FOUND,
                        "no-handler",
                        "Nothing installed handles {0}. Install the feature that brings it.",
                        "没有已安装的功能可以处理 {0}，请安装相应功能。",
                        command.getClass().getSimpleName())));
    }

    @SuppressWarnings("unchecked") // its type() is the command's class
    private static CommandHandler<Command> cast(CommandHandler<?> handler) {
        return (CommandHandler<Command>) handler;
    }

    private CompletionStage<CommandResult> once(
            Actor actor, CommandHandler<Command> handler, Command command, String key) {
        if (actor instanceof Actor.Person person && !person.scope().may(handler.permission())) {
            return traced(person, handler, command, forbidden(handler));
        } else if (key.isEmpty()) {
            return run(actor, handler, command, key);
        }
        RunningKey wish = new RunningKey(actor.text(), key);
        CompletableFuture<CommandResult> mine = new CompletableFuture<>();
        CompletableFuture<CommandResult> other = running.putIfAbsent(wish, mine);
        if (other != null) {
            return other;
        }
        earlierOr(wish, () -> run(actor, handler, command, key)).whenComplete((result, failure) -> {
            running.remove(wish);
            if (failure == null) {
                mine.complete(result);
            } else {
                mine.completeExceptionally(failure);
            }
        });
        return mine;
    }

    private static Refused forbidden(CommandHandler<?> handler) {
        return refused(
                Kind.FORBIDDEN,
                "forbidden",
                "You may not do this: the right {0} is missing.",
                "您没有执行此操作的权限：缺少 {0}。",
                handler.permission());
    }

    private CompletionStage<CommandResult> earlierOr(RunningKey wish, Supplier<CompletionStage<CommandResult>> fresh) {
        try {
            Optional<Map<String, Object>> earlier = keys.find(wish.actor(), wish.key());
            return earlier.isPresent() ? done(new CommandResult.Done(earlier.get())) : fresh.get();
        } catch (SQLException e) {
            log.warn("Commands: the database does not answer", e);
            return done(unavailable());
        }
    }

    private CompletionStage<CommandResult> run(
            Actor actor, CommandHandler<Command> handler, Command command, String key) {
        List<CommandHook> asked = hooks.get();
        for (CommandHook hook : asked) {
            Optional<CommandResult> instead = hook.before(actor, command);
            if (instead.isPresent()) {
                return done(instead.get());
            }
        }
        return reviewed(actor, handler, command)
                .orElseGet(() -> handler.handle(actor, command, key))
                .thenCompose(result -> traced(actor, handler, command, result))
                .exceptionally(failure -> {
                    failed(handler.name(), command, failure);
                    return unavailable();
                })
                .thenApply(result -> {
                    asked.forEach(hook -> hook.after(actor, command, result));
                    return result;
                });
    }

    /** What becomes of a command that other people have to approve, or that has a day of its own. */
    private Optional<CompletionStage<CommandResult>> reviewed(
            Actor actor, CommandHandler<Command> handler, Command command) {
        Optional<Reviewing> reviewers = reviewing.get();
        if (reviewers.isPresent()) {
            return reviewers.get().instead(actor, handler, command);
        }
        return handler.examine(actor, command).isPresent() ? Optional.of(done(unavailable())) : Optional.empty();
    }

    /** What a person may not do is traced before he is told. */
    private CompletionStage<CommandResult> traced(
            Actor actor, CommandHandler<Command> handler, Command command, CommandResult result) {
        return actor instanceof Actor.Person person
                        && result instanceof Refused refused
                        && refused.kind() == Kind.FORBIDDEN
                ? attempted
                        .tell(person, handler.name(), about(command), refused)
                        .thenApply(told -> result)
                : done(result);
    }

    private static Optional<InteractionId> about(Command command) {
        return command instanceof InteractionCommand contact ? Optional.of(contact.interaction()) : Optional.empty();
    }

    private static void failed(String name, Command command, Throwable failure) {
        String interaction = command instanceof InteractionCommand about
                ? about.interaction().toString()
                : "";
        MDC.put("interaction", interaction);
        try {
            log.error("Command {} failed", name, failure);
        } finally {
            MDC.remove("interaction");
        }
    }

    private static CommandResult unavailable() {
        return refused(
                Kind.UNAVAILABLE,
                "unavailable",
                "Patchbay cannot do this now; nothing was changed. Try again in a moment.",
                "Patchbay 现在无法执行此操作，未作任何更改，请稍后再试。");
    }

    private static Refused refused(Kind kind, String code, String english, String chinese, Object... values) {
        return new Refused(kind, Problem.of(code, english, chinese, values));
    }

    private static CompletionStage<CommandResult> done(CommandResult result) {
        return CompletableFuture.completedStage(result);
    }
}
