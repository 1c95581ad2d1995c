// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.factor;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.SecondFactor;
import io.patchbay.directory.Directory;
import io.patchbay.directory.rules.SignInRules;
import io.patchbay.directory.store.FactorTable;
import io.patchbay.directory.store.FactorTable.Kept;
import io.patchbay.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Authenticators and recovery codes in memory, written through. One at a time: no code is taken twice. */
@Component(service = Factors.class)
public final class Factors {
    private static final Duration TIME_TO_CONFIRM = Duration.ofMinutes(15);
    private static final int MOST_BEGUN = 10_000;

    private final FactorTable table;
    private final SignInRules rules;
    private final Directory directory;
    private final InstantSource clock;
    private final Totp totp = new Totp();
    private final Map<UserId, Kept> kept;
    private final Map<UserId, Set<String>> codes;
    private final Set<UserId> demanded;
    private final Map<UserId, Begun> begun = new HashMap<>();

    private record Begun(String secret, Instant until) {}

    /** What a code was. */
    public enum Proof {
        /** None of his. */
        WRONG,
        /** His authenticator's. */
        AUTHENTICATOR,
        /** One of his recovery codes, used up now. */
        RECOVERY
    }

    /**
     * The second factors of this installation.
     *
     * @param transactions of the unit {@code directory}
     * @param vault seals secrets
     * @param rules who must have one
     * @param directory who may what
     */
    @Activate
    public Factors(
            @Reference(target = "(osgi.unit.name=directory)") Transactions transactions,
            @Reference ContentVault vault,
            @Reference SignInRules rules,
            @Reference Directory directory) {
        this(new FactorTable(transactions, vault), rules, directory, InstantSource.system());
    }

    /**
     * With a clock of its own.
     *
     * @param table keeps them
     * @param rules who must have one
     * @param directory who may what
     * @param clock for codes
     * @return second factors
     */
    public static Factors with(FactorTable table, SignInRules rules, Directory directory, InstantSource clock) {
        return new Factors(table, rules, directory, clock);
    }

    private Factors(FactorTable table, SignInRules rules, Directory directory, InstantSource clock) {
        this.table = table;
        this.rules = rules;
        this.directory = directory;
        this.clock = clock;
        FactorTable.Everything all = table.load();
        kept = new HashMap<>(all.kept());
        codes = new HashMap<>(all.codes());
        demanded = new HashSet<>(all.demanded());
    }

    /**
     * How a person proves himself.
     *
     * @param user who
     * @return his second factor as it is
     */
    public synchronized SecondFactor of(UserId user) {
        return new SecondFactor(
                Optional.ofNullable(kept.get(user)).map(Kept::since),
                codes.getOrDefault(user, Set.of()).size(),
                isDemanded(user));
    }

    private boolean isDemanded(UserId user) {
        SignInRules.Required required = rules.now().required();
        Scope scope = directory.scope(user);
        boolean administrator = scope.may(Permissions.PEOPLE) || scope.may(Permissions.OPERATE);
        return demanded.contains(user)
                || required == SignInRules.Required.EVERYONE
                || (required == SignInRules.Required.ADMINISTRATORS && administrator);
    }

    /**
     * Judges a code and uses it up. Waits for the database if it was right.
     *
     * @param user whose
     * @param code as typed
     * @return what it was
     */
    public synchronized Proof prove(UserId user, String code) {
        Kept mine = kept.get(user);
        if (mine == null) {
            return Proof.WRONG;
        }
        String digits = code.replaceAll("\\s", "");
        OptionalLong step = totp.step(table.secret(mine), digits, clock.instant(), mine.lastStep());
        if (step.isPresent()) {
            table.used(user, step.getAsLong());
            kept.put(user, new Kept(mine.sealed(), mine.since(), step.getAsLong()));
            return Proof.AUTHENTICATOR;
        }
        return RecoveryCodes.looksLike(code) && useUp(user, RecoveryCodes.normal(code)) ? Proof.RECOVERY : Proof.WRONG;
    }

    private boolean useUp(UserId user, String code) {
        String hash = table.hash(user, code);
        Set<String> left = codes.getOrDefault(user, Set.of());
        if (!left.contains(hash) || !table.usedUp(hash)) {
            return false;
        }
        left.remove(hash);
        return true;
    }

    /** A secret that counts once it is confirmed: in Base32, and as a QR code holds it. */
    synchronized Map<String, Object> begin(UserId user) {
        Instant now = clock.instant();
        begun.values().removeIf(one -> one.until.isBefore(now));
        if (begun.size() >= MOST_BEGUN) {
            throw new IllegalStateException("too many second factors are being set up");
        }
        String secret = totp.secret();
        begun.put(user, new Begun(secret, now.plus(TIME_TO_CONFIRM)));
        return Map.of("secret", secret, "uri", Totp.uri(rules.now().issuer(), user.value(), secret));
    }

    /** Recovery codes if the code is right; {@code together} writes the entry in the same transaction. */
    synchronized Optional<List<Object>> confirm(UserId user, String code, Together together) {
        Begun mine = begun.get(user);
        Instant now = clock.instant();
        if (mine == null || mine.until.isBefore(now)) {
            return Optional.empty();
        }
        OptionalLong step = totp.step(mine.secret, code.replaceAll("\\s", ""), now, 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> fresh = RecoveryCodes.make();
        Set<String> hashes = hashes(user, fresh);
        Kept[] made = new Kept[1];
        together.write(() -> {
            made[0] = table.keep(user, mine.secret, now, step.getAsLong());
            table.codes(user, hashes);
        });
        begun.remove(user);
        kept.put(user, made[0]);
        codes.put(user, hashes);
        return Optional.of(List.copyOf(fresh));
    }

    synchronized List<Object> renewCodes(UserId user, Together together) {
        List<String> fresh = RecoveryCodes.make();
        Set<String> hashes = hashes(user, fresh);
        together.write(() -> table.codes(user, hashes));
        codes.put(user, hashes);
        return List.copyOf(fresh);
    }

    private Set<String> hashes(UserId user, List<String> fresh) {
        Set<String> hashes = new TreeSet<>();
        fresh.forEach(code -> hashes.add(table.hash(user, RecoveryCodes.normal(code))));
        return hashes;
    }

    synchronized void remove(UserId user, Together together) {
        together.write(() -> table.remove(user));
        Kept gone = kept.remove(user);
        codes.remove(user);
        if (gone != null) {
            table.destroy(gone);
        }
    }

    synchronized void demand(UserId user, boolean wanted, Together together) {
        together.write(() -> table.demand(user, wanted));
        if (wanted) {
            demanded.add(user);
        } else {
            demanded.remove(user);
        }
    }

    synchronized boolean demandedOf(UserId user) {
        return demanded.contains(user);
    }

    /** Runs a change of tables in a transaction with something else. */
    @FunctionalInterface
    interface Together {
        void write(Runnable change);
    }
}
