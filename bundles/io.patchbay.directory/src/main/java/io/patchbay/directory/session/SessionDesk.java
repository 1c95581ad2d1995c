// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.OpenSession;
import io.patchbay.api.signin.SecondFactor;
import io.patchbay.api.signin.ServiceAccount;
import io.patchbay.api.signin.SignInCommand.EndOtherSessions;
import io.patchbay.api.signin.SignInCommand.EndSession;
import io.patchbay.api.watch.Watch;
import io.patchbay.directory.Directory;
import io.patchbay.directory.Threads;
import io.patchbay.directory.factor.Factors;
import io.patchbay.directory.rules.SignInRules;
import io.patchbay.directory.service.ServiceDesk;
import io.patchbay.directory.store.Account;
import io.patchbay.directory.store.SessionTable;
import io.patchbay.directory.trace.Acts;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.directory.wire.Own;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Who is in, and how he is shown out. */
@Component(service = {AccountSecurity.class, SessionDesk.class})
public final class SessionDesk implements AccountSecurity, AutoCloseable {
    private static final Duration NOTE_EVERY = Duration.ofSeconds(20);

    private final Directory directory;
    private final Factors factors;
    private final ServiceDesk services;
    private final Threads threads;
    private final InstantSource clock;
    private final SignInRules rules;
    private final Sessions sessions;
    private final Acts acts;
    private final Runnable listening;
    private final AtomicReference<Instant> noteAt;

    /**
     * A desk.
     *
     * @param directory who is where
     * @param factors second factors
     * @param services service accounts
     * @param rules how long sessions last
     * @param threads write what nobody waits for
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     */
    @Activate
    public SessionDesk(
            @Reference Directory directory,
            @Reference Factors factors,
            @Reference ServiceDesk services,
            @Reference SignInRules rules,
            @Reference Threads threads,
            @Reference(target = "(osgi.unit.name=directory)") Transactions transactions,
            @Reference Outbox outbox) {
        this(directory, factors, services, threads, new Parts(rules, transactions, outbox, InstantSource.system()));
    }

    /**
     * What sessions are kept with.
     *
     * @param rules how long sessions last
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     * @param clock for sessions
     */
    public record Parts(SignInRules rules, Transactions transactions, Outbox outbox, InstantSource clock) {}

    /**
     * With a clock of its own.
     *
     * @param directory who is where
     * @param factors second factors
     * @param services service accounts
     * @param threads write what nobody waits for
     * @param parts tables and clock
     */
    public SessionDesk(Directory directory, Factors factors, ServiceDesk services, Threads threads, Parts parts) {
        this.directory = directory;
        this.factors = factors;
        this.services = services;
        this.threads = threads;
        clock = parts.clock;
        rules = parts.rules;
        acts = new Acts(parts.transactions, parts.outbox, clock);
        sessions = new Sessions(new SessionTable(parts.transactions), parts.rules, clock);
        listening = directory.onSessionsEnded(user -> sessions.end(user, id -> true));
        noteAt = new AtomicReference<>(clock.instant());
    }

    Sessions sessions() {
        return sessions;
    }

    /** When a session ends that is begun now and used no more. */
    Instant expiresAt(Instant now) {
        return now.plus(rules.now().idle());
    }

    Optional<UserId> used(String token) {
        Optional<UserId> user = sessions.user(token);
        noteIfDue();
        return user.filter(one -> directory.enabled(one).isPresent());
    }

    private void noteIfDue() {
        Instant now = clock.instant();
        Instant due = noteAt.get();
        if (now.isAfter(due) && noteAt.compareAndSet(due, now.plus(NOTE_EVERY))) {
            threads.later("Noting of used sessions", () -> {
                sessions.note();
                services.note();
            });
        }
    }

    private Optional<Person> readable(Scope scope, UserId user) {
        boolean own = scope.reader().filter(user::equals).isPresent();
        return own
                ? directory.enabled(user).map(Account::person)
                : directory.person(scope, user).filter(person -> scope.may(ASSIST, Place.of(person.unit())));
    }

    @Override
    public List<OpenSession> sessions(Scope scope, UserId user) {
        return readable(scope, user).map(person -> sessions.of(user)).orElse(List.of());
    }

    @Override
    public Optional<String> sessionId(String token) {
        noteIfDue();
        return sessions.id(token);
    }

    @Override
    public Optional<SecondFactor> secondFactor(Scope scope, UserId user) {
        return readable(scope, user).map(person -> factors.of(user));
    }

    @Override
    public List<ServiceAccount> services(Scope scope) {
        return services.all(scope);
    }

    @Override
    public Watch whenEnded(String token, Runnable then) {
        return sessions.whenEnded(token, then);
    }

    CommandResult end(By by, EndSession command) {
        return ended(by, command.user(), "session.ended", command.session()::equals, true);
    }

    CommandResult endOthers(By by, EndOtherSessions command) {
        return ended(by, command.user(), "session.othersEnded", id -> !id.equals(command.keep()), false);
    }

    private CommandResult ended(By by, UserId user, String type, Predicate<String> which, boolean one) {
        Optional<Person> person = directory.enabled(user).map(Account::person);
        if (!Own.is(by.actor(), user)) {
            if (by.actor() instanceof Actor.Person other && !other.scope().may(ASSIST)) {
                return Own.notOwn();
            }
            person = Own.visible(directory, by.actor(), user, ASSIST);
        }
        if (person.isEmpty()) {
            return Own.unknown(user);
        }
        int count = sessions.end(user, which);
        if (one && count == 0) {
            return Own.refused(Kind.NOT_FOUND, "unknown-session", "This session is over already.", "该会话已经结束。");
        }
        acts.write(by, type, person.get().unit(), Map.of("user", user.value(), "sessions", count), () -> {});
        return new Done(Map.of("sessions", count));
    }

    @Deactivate
    @Override
    public void close() {
        listening.run();
    }
}
