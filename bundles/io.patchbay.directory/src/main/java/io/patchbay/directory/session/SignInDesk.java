// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.id.UserId;
import io.patchbay.api.people.SignIn;
import io.patchbay.directory.Directory;
import io.patchbay.directory.Entries;
import io.patchbay.directory.Threads;
import io.patchbay.directory.password.PasswordHash;
import io.patchbay.directory.store.Account;
import io.patchbay.directory.store.PeopleTables;
import io.patchbay.directory.store.SessionTable;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Proves who somebody is. Unknown accounts take the same way and the same time as known ones. */
@Component(service = SignIn.class)
public final class SignInDesk implements SignIn, AutoCloseable {
    private static final int LONGEST_PASSWORD = 1000;
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);

    private final Directory directory;
    private final PeopleTables tables;
    private final Threads threads;
    private final InstantSource clock;
    private final PasswordHash passwords = new PasswordHash();
    private final Entries entries;
    private final Attempts attempts;
    private final VerifiedPairs verified;
    private final Sessions sessions;
    private final Runnable listening;
    private final AtomicReference<Instant> noteAt;

    /**
     * A desk over the directory.
     *
     * @param directory knows the accounts
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     * @param threads write what nobody waits for
     */
    @Activate
    public SignInDesk(
            @Reference Directory directory,
            @Reference(target = "(osgi.unit.name=directory)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference Threads threads) {
        this(directory, transactions, outbox, threads, InstantSource.system());
    }

    /**
     * A desk with a clock of its own.
     *
     * @param directory knows the accounts
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     * @param threads write what nobody waits for
     * @param clock for sessions and locks
     */
    public SignInDesk(
            Directory directory, Transactions transactions, Outbox outbox, Threads threads, InstantSource clock) {
        this.directory = directory;
        this.tables = new PeopleTables(transactions, outbox);
        this.threads = threads;
        this.clock = clock;
        entries = new Entries(clock);
        attempts = new Attempts(clock);
        verified = new VerifiedPairs(clock);
        sessions = new Sessions(new SessionTable(transactions), clock);
        listening = directory.onSessionsEnded(sessions::forget);
        noteAt = new AtomicReference<>(clock.instant());
    }

    @Override
    public SignInResult signIn(String user, char[] password, String source) {
        Optional<Instant> locked = attempts.lockedUntil(user, source);
        if (locked.isPresent()) {
            return new SignInResult.Locked(locked.get());
        }
        Optional<Account> account = proven(user, password, source);
        if (account.isEmpty()) {
            return rejected(user, source);
        }
        UserId who = account.get().person().user();
        tables.tell(entries.signIn("signIn.succeeded", account.get().person(), Map.of("source", source)));
        return new SignInResult.SignedIn(
                who,
                sessions.begin(who),
                clock.instant().plus(Sessions.IDLE),
                account.get().mustChange());
    }

    @Override
    public SignInResult verify(String user, char[] password, String source) {
        Optional<Account> account = account(user);
        Instant until = clock.instant().plus(Sessions.IDLE);
        if (account.isPresent() && verified.knows(user, password, account.get().password())) {
            return signedIn(account.get(), until);
        }
        Optional<Instant> locked = attempts.lockedUntil(user, source);
        if (locked.isPresent()) {
            return new SignInResult.Locked(locked.get());
        }
        Optional<Account> proven = proven(user, password, source);
        proven.ifPresent(it -> verified.remember(user, password, it.password()));
        return proven.<SignInResult>map(it -> signedIn(it, until)).orElseGet(() -> rejected(user, source));
    }

    private static SignInResult signedIn(Account account, Instant until) {
        return new SignInResult.SignedIn(account.person().user(), "", until, account.mustChange());
    }

    private Optional<Account> account(String user) {
        try {
            return directory.enabled(new UserId(user.strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not even the form of an account
        }
    }

    private Optional<Account> proven(String user, char[] password, String source) {
        Optional<Account> account = account(user);
        char[] tried = password.length > LONGEST_PASSWORD ? new char[0] : password;
        boolean right = passwords.matches(tried, account.map(Account::password).orElse(""));
        if (right) {
            attempts.succeeded(user, source);
        }
        return right ? account : Optional.empty();
    }

    /** The trace is written by another thread: its time must not tell whether the account exists. */
    private SignInResult rejected(String user, String source) {
        boolean locks = attempts.failed(user, source);
        Optional<Instant> until = locks ? attempts.lockedUntil(user, source) : Optional.empty();
        Optional<Account> account = account(user);
        threads.later(
                "Trace of a failed sign-in",
                () -> account.ifPresent(it -> {
                    tables.tell(entries.signIn("signIn.failed", it.person(), Map.of("source", source)));
                    until.ifPresent(end -> tables.tell(entries.signIn(
                            "signIn.locked", it.person(), Map.of("source", source, "until", end.toString()))));
                }));
        return new SignInResult.Rejected();
    }

    @Override
    public Optional<UserId> session(String token) {
        Optional<UserId> user = sessions.user(token);
        Instant now = clock.instant();
        Instant due = noteAt.get();
        if (now.isAfter(due) && noteAt.compareAndSet(due, now.plus(NOTE_EVERY))) {
            threads.later("Noting of used sessions", sessions::note);
        }
        return user.filter(one -> directory.enabled(one).isPresent());
    }

    @Override
    public void signOut(String token) {
        sessions.end(token);
    }

    @Deactivate
    @Override
    public void close() {
        listening.run();
    }
}
