// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.factor;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.SignInCommand.DemandTotp;
import io.patchbay.directory.Directory;
import io.patchbay.directory.store.Account;
import io.patchbay.directory.trace.Acts;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.directory.wire.Own;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people do about second factors: set up, take away, renew codes, help others. */
@Component(service = FactorDesk.class)
public final class FactorDesk {
    private static final int MOST_WRONG = 5;
    private static final Duration WRONG_FORGOTTEN = Duration.ofMinutes(5);

    private final Factors factors;
    private final Directory directory;
    private final Acts acts;
    private final InstantSource clock;
    private final Map<UserId, Wrong> wrong = new ConcurrentHashMap<>();

    private record Wrong(int count, Instant last) {}

    /**
     * A desk.
     *
     * @param factors keeps them
     * @param directory who is where
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     */
    @Activate
    public FactorDesk(
            @Reference Factors factors,
            @Reference Directory directory,
            @Reference(target = "(osgi.unit.name=directory)") Transactions transactions,
            @Reference Outbox outbox) {
        this(factors, directory, new Acts(transactions, outbox, InstantSource.system()), InstantSource.system());
    }

    /**
     * With a clock of its own.
     *
     * @param factors keeps them
     * @param directory who is where
     * @param acts takes the entries
     * @param clock for what is forgotten
     * @return a desk
     */
    public static FactorDesk with(Factors factors, Directory directory, Acts acts, InstantSource clock) {
        return new FactorDesk(factors, directory, acts, clock);
    }

    private FactorDesk(Factors factors, Directory directory, Acts acts, InstantSource clock) {
        this.factors = factors;
        this.directory = directory;
        this.acts = acts;
        this.clock = clock;
    }

    CommandResult begin(Actor actor, UserId user) {
        if (!Own.is(actor, user)) {
            return Own.notOwn();
        } else if (factors.of(user).since().isPresent()) {
            return Own.refused(
                    Kind.CONFLICT,
                    "totp-there",
                    "You have an authenticator already. Remove it first.",
                    "您已设置身份验证器，请先移除。");
        }
        return new Done(factors.begin(user));
    }

    CommandResult confirm(By by, UserId user, String code) {
        Optional<Person> person = own(by, user);
        if (person.isEmpty()) {
            return Own.notOwn();
        } else if (tooMany(user)) {
            return wait(user);
        }
        UnitId unit = person.get().unit();
        return factors.confirm(
                        user,
                        code,
                        change -> acts.write(by, "totp.enrolled", unit, Map.of("user", user.value()), change))
                .<CommandResult>map(codes -> new Done(Map.of("recoveryCodes", codes)))
                .orElseGet(() -> wrongCode(user));
    }

    private Optional<Person> own(By by, UserId user) {
        return Own.is(by.actor(), user) ? directory.enabled(user).map(Account::person) : Optional.empty();
    }

    CommandResult remove(By by, UserId user, String code) {
        Optional<Person> person = own(by, user);
        if (person.isEmpty()) {
            return Own.notOwn();
        } else if (factors.of(user).demanded()) {
            return Own.refused(
                    Kind.CONFLICT,
                    "totp-demanded",
                    "You must have a second factor. An administrator can reset it.",
                    "您必须使用双重验证，如需更换请联系管理员重置。");
        }
        return proven(user, code).orElseGet(() -> {
            gone(by, person.get(), "totp.removed");
            return new Done();
        });
    }

    CommandResult renew(By by, UserId user, String code) {
        Optional<Person> person = own(by, user);
        if (person.isEmpty()) {
            return Own.notOwn();
        }
        UnitId unit = person.get().unit();
        return proven(user, code)
                .orElseGet(() -> new Done(Map.of(
                        "recoveryCodes",
                        factors.renewCodes(
                                user,
                                change -> acts.write(
                                        by, "totp.codesRenewed", unit, Map.of("user", user.value()), change)))));
    }

    CommandResult reset(By by, UserId user) {
        Optional<Person> person = Own.visible(directory, by.actor(), user, AccountSecurity.ASSIST);
        if (Own.is(by.actor(), user)) {
            return Own.refused(Kind.FORBIDDEN, "not-own", "Nobody resets his own second factor.", "不能重置自己的双重验证。");
        } else if (person.isEmpty()) {
            return Own.unknown(user);
        }
        gone(by, person.get(), "totp.reset");
        directory.sessionsEnded(user);
        return new Done();
    }

    private void gone(By by, Person person, String type) {
        UserId user = person.user();
        factors.remove(user, change -> acts.write(by, type, person.unit(), Map.of("user", user.value()), change));
    }

    CommandResult demand(By by, DemandTotp command) {
        Optional<Person> person = Own.visible(directory, by.actor(), command.user(), AccountSecurity.ASSIST);
        if (person.isEmpty()) {
            return Own.unknown(command.user());
        }
        Map<String, Object> body = Map.of(
                "user",
                command.user().value(),
                "before",
                Map.of("demanded", factors.demandedOf(command.user())),
                "after",
                Map.of("demanded", command.demanded()));
        factors.demand(
                command.user(),
                command.demanded(),
                change -> acts.write(by, "totp.demanded", person.get().unit(), body, change));
        return new Done();
    }

    /** Empty if the code was right. */
    private Optional<CommandResult> proven(UserId user, String code) {
        if (tooMany(user)) {
            return Optional.of(wait(user));
        }
        return factors.prove(user, code) == Factors.Proof.WRONG ? Optional.of(wrongCode(user)) : Optional.empty();
    }

    private boolean tooMany(UserId user) {
        Wrong before = wrong.get(user);
        return before != null
                && before.count >= MOST_WRONG
                && before.last.plus(WRONG_FORGOTTEN).isAfter(clock.instant());
    }

    private Refused wait(UserId user) {
        return Own.refused(
                Kind.CONFLICT,
                "too-many-codes",
                "Too many wrong codes. Try again after {0}.",
                "验证码错误次数过多，请在 {0} 之后重试。",
                wrong.get(user).last.plus(WRONG_FORGOTTEN));
    }

    private Refused wrongCode(UserId user) {
        Instant now = clock.instant();
        wrong.merge(
                user,
                new Wrong(1, now),
                (old, one) -> old.last.plus(WRONG_FORGOTTEN).isBefore(now) ? one : new Wrong(old.count + 1, now));
        return Own.refused(
                Kind.INVALID,
                "wrong-code",
                "This code is not right. Wait for the next one; is the clock of the phone right?",
                "验证码不正确，请等待下一个验证码，并检查手机时间是否准确。");
    }
}
