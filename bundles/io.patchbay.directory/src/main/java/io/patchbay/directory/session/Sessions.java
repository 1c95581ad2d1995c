// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.OpenSession;
import io.patchbay.api.watch.Watch;
import io.patchbay.directory.rules.SignInRules;
import io.patchbay.directory.secret.Secrets;
import io.patchbay.directory.store.SessionTable;
import io.patchbay.directory.store.SessionTable.Begun;
import io.patchbay.directory.store.SessionTable.Kept;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Open sessions: in memory, and in their table so that they survive a restart. Only hashes of tokens are kept. */
final class Sessions {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int ID_LETTERS = 16;

    private final SessionTable table;
    private final SignInRules rules;
    private final InstantSource clock;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    private static final class Open {
        private final UserId user;
        private final Begun begun;
        private final List<Runnable> ends = new CopyOnWriteArrayList<>();
        private volatile Instant usedAt;
        private volatile Instant notedAt;

        Open(UserId user, Begun begun, Instant usedAt) {
            this.user = user;
            this.begun = begun;
            this.usedAt = usedAt;
            notedAt = usedAt;
        }
    }

    Sessions(SessionTable table, SignInRules rules, InstantSource clock) {
        this.table = table;
        this.rules = rules;
        this.clock = clock;
        Instant now = clock.instant();
        for (Kept kept :
                table.load(now.minus(rules.now().idle()), now.minus(rules.now().longest()))) {
            open.put(kept.tokenHash(), new Open(kept.user(), kept.begun(), kept.usedAt()));
        }
    }

    /** The token of a new session. Waits for the database. */
    String begin(UserId user, Begun begun) {
        String token = Secrets.token();
        String hash = Secrets.hash(token);
        table.keep(new Kept(hash, user, begun, begun.at()));
        open.put(hash, new Open(user, begun, begun.at()));
        return token;
    }

    private boolean over(Open session, Instant now) {
        SignInRules.Values limits = rules.now();
        return session.usedAt.plus(limits.idle()).isBefore(now)
                || session.begun.at().plus(limits.longest()).isBefore(now);
    }

    /** Whose it is; counts as use. */
    Optional<UserId> user(String token) {
        Optional<Open> session = peek(token);
        session.ifPresent(one -> one.usedAt = clock.instant());
        return session.map(one -> one.user);
    }

    private Optional<Open> peek(String token) {
        Instant now = clock.instant();
        return Optional.ofNullable(open.get(Secrets.hash(token))).filter(session -> !over(session, now));
    }

    Optional<String> id(String token) {
        return peek(token).map(session -> shortened(Secrets.hash(token)));
    }

    private static String shortened(String hash) {
        return hash.substring(0, ID_LETTERS);
    }

    List<OpenSession> of(UserId user) {
        Instant now = clock.instant();
        return open.entrySet().stream()
                .filter(entry -> entry.getValue().user.equals(user) && !over(entry.getValue(), now))
                .map(entry -> shown(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(OpenSession::usedAt).reversed())
                .toList();
    }

    private static OpenSession shown(String hash, Open session) {
        Begun begun = session.begun;
        return new OpenSession(
                shortened(hash),
                session.user,
                begun.address(),
                begun.device(),
                begun.at(),
                session.usedAt,
                begun.newPlace());
    }

    Watch whenEnded(String token, Runnable then) {
        Open session = open.get(Secrets.hash(token));
        if (session == null) {
            then.run();
            return () -> {};
        }
        session.ends.add(then);
        if (!open.containsKey(Secrets.hash(token)) && session.ends.remove(then)) {
            then.run(); // it ended meanwhile
        }
        return () -> session.ends.remove(then);
    }

    /** Waits for the database. */
    void end(String token) {
        String hash = Secrets.hash(token);
        endAll(entry -> entry.getKey().equals(hash));
    }

    /** How many of a person's sessions with such an id were ended. Waits for the database. */
    int end(UserId user, Predicate<String> ids) {
        return endAll(entry -> entry.getValue().user.equals(user) && ids.test(shortened(entry.getKey())));
    }

    private int endAll(Predicate<Map.Entry<String, Open>> which) {
        List<Map.Entry<String, Open>> ending =
                open.entrySet().stream().filter(which).map(Map.Entry::copyOf).toList();
        ending.forEach(entry -> open.remove(entry.getKey()));
        if (!ending.isEmpty()) {
            table.delete(ending.stream().map(Map.Entry::getKey).toList());
        }
        for (Map.Entry<String, Open> entry : ending) {
            List<Runnable> told = List.copyOf(entry.getValue().ends);
            entry.getValue().ends.clear();
            told.forEach(Runnable::run);
        }
        return ending.size();
    }

    /** Notes in the table which sessions were used, and ends those that are over. Waits for the database. */
    void note() {
        Instant now = clock.instant();
        endAll(entry -> over(entry.getValue(), now));
        Map<String, Instant> used = new HashMap<>();
        open.forEach((hash, session) -> {
            if (session.notedAt.plus(NOTED_EVERY).isBefore(session.usedAt)) {
                session.notedAt = session.usedAt;
                used.put(hash, session.usedAt);
            }
        });
        if (!used.isEmpty()) {
            table.used(used);
        }
    }
}
