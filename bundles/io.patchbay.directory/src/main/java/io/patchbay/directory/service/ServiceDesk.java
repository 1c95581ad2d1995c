// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.service;

import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.people.Unit;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.ServiceAccount;
import io.patchbay.api.signin.ServiceAccount.Made;
import io.patchbay.api.signin.ServiceAccount.Token;
import io.patchbay.api.signin.SignInCommand.MakeToken;
import io.patchbay.api.signin.SignInCommand.RevokeToken;
import io.patchbay.api.signin.SignInCommand.SaveService;
import io.patchbay.directory.Directory;
import io.patchbay.directory.secret.Secrets;
import io.patchbay.directory.store.ServiceTable;
import io.patchbay.directory.store.ServiceTable.Kept;
import io.patchbay.directory.trace.Acts;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.directory.wire.Own;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts of programs and their tokens, in memory and written through; a revoked token opens nothing from then on. */
@Component(service = ServiceDesk.class)
public final class ServiceDesk {
    /** So that a token is known for one wherever it turns up. */
    static final String MARK = "pbs_";

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final ServiceTable table;
    private final Directory directory;
    private final Acts acts;
    private final InstantSource clock;
    private final Map<UserId, ServiceAccount> accounts = new ConcurrentHashMap<>();
    private final Map<String, Kept> byHash = new ConcurrentHashMap<>();
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    /**
     * A desk.
     *
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     * @param directory knows the units
     */
    @Activate
    public ServiceDesk(
            @Reference(target = "(osgi.unit.name=directory)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference Directory directory) {
        this(transactions, new Acts(transactions, outbox, InstantSource.system()), directory, InstantSource.system());
    }

    /**
     * With a clock of its own.
     *
     * @param transactions of the unit {@code directory}
     * @param acts takes the entries
     * @param directory knows the units
     * @param clock for what expires
     */
    public ServiceDesk(Transactions transactions, Acts acts, Directory directory, InstantSource clock) {
        this.table = new ServiceTable(transactions);
        this.acts = acts;
        this.directory = directory;
        this.clock = clock;
        ServiceTable.Everything all = table.load();
        all.accounts().forEach(account -> accounts.put(account.user(), account));
        all.tokens().forEach(kept -> byHash.put(kept.hash(), kept));
    }

    /**
     * What a program may see and do.
     *
     * @param token as it came
     * @param address where from
     * @return its scope, if the token is right, valid and allowed from there
     */
    public Optional<Scope> scope(String token, String address) {
        if (!token.startsWith(MARK)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Kept> kept = Optional.ofNullable(byHash.get(Secrets.hash(token)))
                .filter(one -> one.token().expiresAt().map(now::isBefore).orElse(true))
                .filter(one -> Networks.contain(one.token().sources(), address));
        return kept.flatMap(one -> {
            Optional<ServiceAccount> account =
                    Optional.ofNullable(accounts.get(one.account())).filter(ServiceAccount::enabled);
            account.ifPresent(known -> used.put(one.token().id(), now));
            return account.map(known -> scope(known, one.token()));
        });
    }

    private Scope scope(ServiceAccount account, Token token) {
        return Scope.of(account.user(), below(account.unit()), token.permissions());
    }

    private Set<UnitId> below(UnitId top) {
        Set<UnitId> found = new HashSet<>(Set.of(top));
        List<Unit> parentsFirst = directory.units(Scope.system());
        for (Unit unit : parentsFirst) {
            if (unit.parent().filter(found::contains).isPresent()) {
                found.add(unit.id());
            }
        }
        return found;
    }

    /**
     * The accounts somebody may see.
     *
     * @param scope who asks
     * @return with their tokens
     */
    public List<ServiceAccount> all(Scope scope) {
        return accounts.values().stream()
                .filter(account -> scope.may(AccountSecurity.SERVICES, Place.of(account.unit())))
                .sorted(Comparator.comparing(ServiceAccount::user))
                .map(account -> new ServiceAccount(
                        account.user(), account.name(), account.unit(), account.enabled(), tokens(account.user())))
                .toList();
    }

    private List<Token> tokens(UserId user) {
        return byHash.values().stream()
                .filter(kept -> kept.account().equals(user))
                .map(Kept::token)
                .map(token -> new Token(
                        token.id(),
                        token.name(),
                        token.permissions(),
                        token.sources(),
                        token.made(),
                        token.expiresAt(),
                        Optional.ofNullable(used.get(token.id())).or(token::lastUsed)))
                .sorted(Comparator.comparing(Token::name).thenComparing(Token::id))
                .toList();
    }

    private static Scope scope(Actor actor) {
        return actor instanceof Actor.Person person ? person.scope() : Scope.system();
    }

    private Optional<ServiceAccount> visible(Actor actor, UserId user) {
        return Optional.ofNullable(accounts.get(user))
                .filter(account -> scope(actor).may(AccountSecurity.SERVICES, Place.of(account.unit())));
    }

    CommandResult save(By by, SaveService command) {
        Optional<ServiceAccount> before = Optional.ofNullable(accounts.get(command.user()));
        boolean known = scope(by.actor()).may(AccountSecurity.SERVICES, Place.of(command.unit()))
                && directory.units(Scope.system()).stream()
                        .anyMatch(unit -> unit.id().equals(command.unit()));
        if (!known || (before.isPresent() && visible(by.actor(), command.user()).isEmpty())) {
            return Own.refused(
                    Kind.NOT_FOUND,
                    "unknown-unit",
                    "There is no unit {0} among yours.",
                    "您的机构中没有 {0}。",
                    command.unit());
        }
        // Its tokens were made for what its maker saw: they may see less afterwards, never more.
        Optional<UnitId> moved = before.map(ServiceAccount::unit).filter(unit -> !unit.equals(command.unit()));
        if (moved.isPresent() && !tokens(command.user()).isEmpty()) {
            return Own.refused(
                    Kind.CONFLICT,
                    "service-has-tokens",
                    "Revoke its tokens before it moves to another unit.",
                    "请先吊销其令牌，再调整所属机构。");
        }
        ServiceAccount after =
                new ServiceAccount(command.user(), command.name(), command.unit(), command.enabled(), List.of());
        Map<String, Object> body = Map.of(
                "user",
                command.user().value(),
                "before",
                before.map(ServiceDesk::facts).orElse(Map.of()),
                "after",
                facts(after));
        acts.write(by, "service.saved", command.unit(), body, () -> table.save(after));
        accounts.put(command.user(), after);
        return new Done();
    }

    private static Map<String, Object> facts(ServiceAccount account) {
        return Map.of("name", account.name(), "unit", account.unit().value(), "enabled", account.enabled());
    }

    CommandResult make(By by, MakeToken command) {
        Optional<ServiceAccount> account = visible(by.actor(), command.user());
        command.sources().forEach(Networks::check);
        if (account.isEmpty()) {
            return unknown(command.user());
        }
        Set<UnitId> where = below(account.get().unit());
        Set<String> beyond = command.permissions().stream()
                .filter(permission -> !holds(scope(by.actor()), permission, where))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!beyond.isEmpty()) {
            return Own.refused(
                    Kind.FORBIDDEN,
                    "beyond-own-rights",
                    "You cannot give rights that you do not hold: {0}.",
                    "您不能授予自己没有的权限：{0}。",
                    String.join(", ", beyond));
        } else if (command.permissions().isEmpty()
                || command.expiresAt()
                        .filter(at -> !at.isAfter(clock.instant()))
                        .isPresent()) {
            return Own.refused(
                    Kind.INVALID,
                    "useless-token",
                    "A token needs at least one permission, and an end that lies ahead.",
                    "令牌至少需要一项权限，到期时间须晚于现在。");
        }
        return made(by, command, account.get());
    }

    /** Whether somebody holds a permission in all of these units, not limited to queues or channels. */
    private static boolean holds(Scope scope, String permission, Set<UnitId> units) {
        Set<UnitId> left = new HashSet<>(units);
        scope.reaching(permission).stream()
                .filter(reach -> reach.queues().isEmpty() && reach.channels().isEmpty())
                .forEach(reach -> left.removeAll(reach.units()));
        return scope.everywhere() || left.isEmpty();
    }

    private CommandResult made(By by, MakeToken command, ServiceAccount account) {
        String secret = MARK + Secrets.token();
        Instant now = clock.instant();
        UserId maker = scope(by.actor()).reader().orElse(new UserId("system"));
        Token token = new Token(
                Uuid7.at(now.toEpochMilli()).toString(),
                command.name(),
                command.permissions(),
                command.sources(),
                new Made(now, maker),
                command.expiresAt(),
                Optional.empty());
        Kept kept = new Kept(command.user(), Secrets.hash(secret), token);
        Map<String, Object> body = new HashMap<>(Map.of(
                "user", command.user().value(),
                "token", token.id(),
                "name", token.name(),
                "permissions", List.copyOf(new TreeSet<>(token.permissions())),
                "sources", List.copyOf(token.sources())));
        token.expiresAt().ifPresent(at -> body.put("expiresAt", at.toString()));
        acts.write(by, "service.tokenMade", account.unit(), body, () -> table.add(kept));
        byHash.put(kept.hash(), kept);
        return new Done(Map.of("id", token.id(), "token", secret));
    }

    private static Refused unknown(UserId user) {
        return Own.refused(
                Kind.NOT_FOUND,
                "unknown-service",
                "There is no service account {0} in your units.",
                "您的机构中没有服务账号 {0}。",
                user);
    }

    CommandResult revoke(By by, RevokeToken command) {
        Optional<ServiceAccount> account = visible(by.actor(), command.user());
        Optional<Kept> kept = byHash.values().stream()
                .filter(one ->
                        one.account().equals(command.user()) && one.token().id().equals(command.token()))
                .findFirst();
        if (account.isEmpty() || kept.isEmpty()) {
            return unknown(command.user());
        }
        byHash.remove(kept.get().hash());
        Map<String, Object> body = Map.of(
                "user",
                command.user().value(),
                "token",
                command.token(),
                "name",
                kept.get().token().name());
        acts.write(by, "service.tokenRevoked", account.get().unit(), body, () -> table.remove(command.token()));
        return new Done();
    }

    /** Notes in the table which tokens were used. Waits for the database. */
    public void note() {
        Map<String, Instant> due = new HashMap<>();
        used.forEach((id, at) -> {
            Instant last = noted.get(id);
            if (last == null || last.plus(NOTED_EVERY).isBefore(at)) {
                noted.put(id, at);
                due.put(id, at);
            }
        });
        if (!due.isEmpty()) {
            table.used(due);
        }
    }
}
