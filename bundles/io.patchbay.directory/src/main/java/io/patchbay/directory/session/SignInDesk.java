// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.SignIn;
import io.patchbay.api.signin.Greeting;
import io.patchbay.api.signin.SecondFactor;
import io.patchbay.api.signin.Visit;
import io.patchbay.directory.Directory;
import io.patchbay.directory.Threads;
import io.patchbay.directory.factor.Factors;
import io.patchbay.directory.password.PasswordHash;
import io.patchbay.directory.service.ServiceDesk;
import io.patchbay.directory.session.Attempts.Knock;
import io.patchbay.directory.store.Account;
import io.patchbay.directory.store.OutsideTable;
import io.patchbay.directory.store.PlaceTable;
import io.patchbay.directory.store.SessionTable.Begun;
import io.patchbay.spi.signin.IdentityProvider;
import io.patchbay.spi.signin.IdentityProvider.ByPassword;
import io.patchbay.spi.signin.IdentityProvider.Proof;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Proves who somebody is. Unknown accounts take the same way and the same time as known ones. */
@Component(service = SignIn.class)
public final class SignInDesk implements SignIn {
    private static final int LONGEST_PASSWORD = 1000;
    private static final Duration BASIC_HOLDS = Duration.ofMinutes(1);

    private final Directory directory;
    private final SessionDesk desk;
    private final Factors factors;
    private final ServiceDesk services;
    private final InstantSource clock;
    private final PasswordHash passwords = new PasswordHash();
    private final SignInTrace trace;
    private final Attempts attempts;
    private final VerifiedPairs verified;
    private final Challenges challenges;
    private final Places places;
    private final OutsideTable outside;
    private final Doors doors;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<IdentityProvider> providers = List.of();

    /**
     * A desk over the directory.
     *
     * @param directory knows the accounts
     * @param desk keeps the sessions
     * @param factors knows second factors
     * @param services knows programs
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     * @param threads write what nobody waits for
     */
    @Activate
    public SignInDesk(
            @Reference Directory directory,
            @Reference SessionDesk desk,
            @Reference Factors factors,
            @Reference ServiceDesk services,
            @Reference(target = "(osgi.unit.name=directory)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference Threads threads) {
        this(
                new Parts(directory, desk, factors, services),
                transactions,
                new SignInTrace(transactions, outbox, threads, InstantSource.system()),
                Optional.empty(),
                InstantSource.system());
    }

    /**
     * With a clock and providers of its own.
     *
     * @param parts what it stands on
     * @param transactions of the unit {@code directory}
     * @param trace takes the entries
     * @param given providers outside; empty for those of the container
     * @param clock for locks
     */
    public SignInDesk(
            Parts parts,
            Transactions transactions,
            SignInTrace trace,
            Optional<List<IdentityProvider>> given,
            InstantSource clock) {
        directory = parts.directory;
        desk = parts.desk;
        factors = parts.factors;
        services = parts.services;
        this.clock = clock;
        this.trace = trace;
        places = new Places(new PlaceTable(transactions));
        outside = new OutsideTable(transactions);
        attempts = new Attempts(clock);
        verified = new VerifiedPairs(clock);
        challenges = new Challenges(clock);
        doors = new Doors(() -> given.orElse(providers), clock);
    }

    /**
     * What a desk stands on.
     *
     * @param directory knows the accounts
     * @param desk keeps the sessions
     * @param factors knows second factors
     * @param services knows programs
     */
    public record Parts(Directory directory, SessionDesk desk, Factors factors, ServiceDesk services) {}

    /** A password that was judged; the first factor is proven if somebody is there. */
    private record Judged(Optional<Account> account, boolean secondAsked, Optional<Problem> problem) {}

    @Override
    public SignInResult signIn(String user, char[] password, Visit visit) {
        Knock knock = knock(user, visit);
        Optional<Instant> locked = attempts.lockedUntil(knock);
        if (locked.isPresent()) {
            return new SignInResult.Locked(locked.get());
        }
        Judged judged = judge(user, password);
        if (judged.problem.isPresent()) {
            return new SignInResult.Refused(judged.problem.get());
        } else if (judged.account.isEmpty()) {
            return rejected(knock, "password");
        }
        return firstProven(judged.account.get(), knock, visit, judged.secondAsked);
    }

    private SignInResult firstProven(Account account, Knock knock, Visit visit, boolean secondAsked) {
        boolean enrolled = factors.of(account.person().user()).since().isPresent();
        if (enrolled && !secondAsked) {
            return new SignInResult.CodeWanted(challenges.ask(account, knock), challenges.until());
        }
        attempts.succeeded(knock);
        return enter(account, visit, secondAsked, "");
    }

    @Override
    public SignInResult answer(String challenge, String code, Visit visit) {
        Optional<Challenges.Open> open = challenges.get(challenge);
        if (open.isEmpty()) {
            return new SignInResult.Refused(
                    Problem.of("challenge-over", "That took too long. Sign in again.", "操作超时，请重新登录。"));
        }
        Knock knock = open.get().knock();
        Optional<Instant> locked = attempts.lockedUntil(knock);
        if (locked.isPresent()) {
            return new SignInResult.Locked(locked.get());
        }
        UserId user = open.get().account().person().user();
        Factors.Proof proof = factors.prove(user, code);
        if (proof == Factors.Proof.WRONG) {
            challenges.wrong(challenge);
            return rejected(knock, "code");
        }
        Optional<Account> still = directory.enabled(user);
        if (!challenges.close(challenge) || still.isEmpty()) {
            return new SignInResult.Rejected();
        }
        attempts.succeeded(knock);
        return enter(still.get(), visit, false, proof == Factors.Proof.RECOVERY ? "recovery" : "totp");
    }

    private SignInResult enter(Account account, Visit visit, boolean secondAsked, String factor) {
        Person person = account.person();
        UserId user = person.user();
        Instant now = clock.instant();
        Greeting greeting = places.came(user, visit, now);
        trace.entered(person, visit, factor, greeting.newPlace());
        String token =
                desk.sessions().begin(user, new Begun(now, visit.address(), visit.device(), greeting.newPlace()));
        SecondFactor second = factors.of(user);
        return new SignInResult.SignedIn(
                user,
                token,
                desk.expiresAt(now),
                account.mustChange() && !account.password().isEmpty(),
                second.missing() && !secondAsked,
                greeting);
    }

    @Override
    public SignInResult verify(String user, char[] password, String source) {
        Optional<Account> account = account(user);
        Instant until = clock.instant().plus(BASIC_HOLDS);
        if (account.map(it -> factors.of(it.person().user()))
                .filter(it -> it.demanded() || it.since().isPresent())
                .isPresent()) {
            return new SignInResult.Rejected(); // here is no room for a second factor
        }
        if (account.isPresent() && verified.knows(user, password, account.get().password())) {
            return signedIn(account.get(), until);
        }
        Knock knock = knock(user, Visit.from(source));
        Optional<Instant> locked = attempts.lockedUntil(knock);
        if (locked.isPresent()) {
            return new SignInResult.Locked(locked.get());
        }
        Optional<Account> proven = local(account, password);
        proven.ifPresent(it -> {
            attempts.succeeded(knock);
            verified.remember(user, password, it.password());
        });
        return proven.<SignInResult>map(it -> signedIn(it, until)).orElseGet(() -> rejected(knock, "password"));
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

    private Knock knock(String user, Visit visit) {
        Optional<UserId> known = account(user).map(account -> account.person().user());
        return new Knock(
                user,
                visit.address(),
                known.map(one -> places.device(one, visit)).orElse(""),
                known.filter(one -> places.isHome(one, visit.address())).isPresent());
    }

    private Optional<Account> local(Optional<Account> account, char[] password) {
        char[] tried = password.length > LONGEST_PASSWORD ? new char[0] : password;
        return passwords.matches(tried, account.map(Account::password).orElse("")) ? account : Optional.empty();
    }

    /** Whoever has a password here is judged here; everybody else by the directories outside, if there are any. */
    private Judged judge(String user, char[] password) {
        Optional<Account> account = account(user);
        Optional<Account> local = local(account, password);
        boolean outsider = account.filter(it -> it.password().isEmpty()).isPresent();
        if (!outsider || password.length == 0 || password.length > LONGEST_PASSWORD) {
            return new Judged(local, false, Optional.empty());
        }
        Optional<Problem> away = Optional.empty();
        for (ByPassword provider : doors.byPassword()) {
            UserId who = account.get().person().user();
            Proof proof = provider.prove(who.value(), password);
            if (proof instanceof Proof.Proven proven) {
                return outside.belongs(provider.name(), who, proven.subject())
                        ? new Judged(account, provider.asksSecondFactor(), Optional.empty())
                        : new Judged(Optional.empty(), false, Optional.of(otherIdentity(account.get(), provider)));
            } else if (proof instanceof Proof.Refused refused) {
                away = Optional.of(refused.problem());
            }
        }
        return new Judged(Optional.empty(), false, away);
    }

    private Problem otherIdentity(Account account, IdentityProvider provider) {
        trace.refused(account.person(), provider.name(), "other-identity");
        return Problem.of(
                "other-identity",
                "Account {0} belongs to another identity of {1}. Ask an administrator.",
                "账号 {0} 已与 {1} 的另一身份绑定，请联系管理员。",
                account.person().user(),
                provider.name());
    }

    /** The trace is written by another thread: its time must not tell whether the account exists. */
    private SignInResult rejected(Knock knock, String step) {
        boolean locks = attempts.failed(knock);
        Optional<Instant> until = locks ? attempts.lockedUntil(knock) : Optional.empty();
        account(knock.account()).ifPresent(it -> trace.failed(it.person(), knock.address(), step, until, places));
        return new SignInResult.Rejected();
    }

    @Override
    public Optional<Scope> program(String token, String address) {
        return services.scope(token, address);
    }

    @Override
    public List<Door> doors() {
        return doors.doors();
    }

    @Override
    public Leaving leave(String door, URI back) {
        return doors.leave(door, back);
    }

    @Override
    public SignInResult comeBack(String state, Map<String, String> answer, Visit visit) {
        Optional<Doors.Away> away = doors.back(state);
        if (away.isEmpty()) {
            return new SignInResult.Refused(
                    Problem.of("challenge-over", "That took too long. Sign in again.", "操作超时，请重新登录。"));
        }
        IdentityProvider provider = away.get().provider();
        Proof proof = away.get().provider().arrive(away.get().journey(), answer);
        if (proof instanceof Proof.Proven proven) {
            return arrived(provider, proven, visit);
        }
        return proof instanceof Proof.Refused refused
                ? new SignInResult.Refused(refused.problem())
                : new SignInResult.Rejected();
    }

    private SignInResult arrived(IdentityProvider provider, Proof.Proven proven, Visit visit) {
        Optional<Account> account = account(proven.account());
        if (account.isEmpty()) {
            return new SignInResult.Refused(Problem.of(
                    "no-account",
                    "You have no account here yet, or it is disabled. Ask an administrator.",
                    "您在本系统尚无账号，或账号已停用，请联系管理员。"));
        } else if (!outside.belongs(provider.name(), account.get().person().user(), proven.subject())) {
            return new SignInResult.Refused(otherIdentity(account.get(), provider));
        }
        Account known = account.get();
        Account outsider = new Account(known.person(), known.password(), false);
        return firstProven(outsider, knock(known.person().user().value(), visit), visit, provider.asksSecondFactor());
    }

    @Override
    public Optional<UserId> session(String token) {
        return desk.used(token);
    }

    @Override
    public void signOut(String token) {
        desk.sessions().end(token);
    }
}
