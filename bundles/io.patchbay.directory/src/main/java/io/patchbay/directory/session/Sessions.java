// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.id.UserId;
import io.patchbay.directory.store.SessionTable;
import io.patchbay.directory.store.SessionTable.Kept;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Open sessions: in memory, and in their table so that they survive a restart. Only hashes of tokens are kept. */
final class Sessions {
    static final Duration IDLE = Duration.ofHours(12);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);
    private static final int TOKEN_BYTES = 32;

    private final SessionTable table;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    private static final class Open {
        private final UserId user;
        private volatile Instant usedAt;
        private volatile Instant notedAt;

        Open(UserId user, Instant usedAt) {
            this.user = user;
            this.usedAt = usedAt;
            notedAt = usedAt;
        }
    }

    Sessions(SessionTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        for (Kept kept : table.load(clock.instant().minus(IDLE))) {
            open.put(kept.tokenHash(), new Open(kept.user(), kept.usedAt()));
        }
    }

    /** The token of a new session. Waits for the database. */
    String begin(UserId user) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        table.keep(new Kept(hash(token), user, now));
        open.put(hash(token), new Open(user, now));
        return token;
    }

    Optional<UserId> user(String token) {
        Open session = open.get(hash(token));
        Instant now = clock.instant();
        if (session == null || session.usedAt.plus(IDLE).isBefore(now)) {
            return Optional.empty();
        }
        session.usedAt = now;
        return Optional.of(session.user);
    }

    /** Waits for the database. */
    void end(String token) {
        String hash = hash(token);
        if (open.remove(hash) != null) {
            table.delete(hash);
        }
    }

    /** Forgets a person's sessions; their rows are deleted by whoever disabled him. */
    void forget(UserId user) {
        open.values().removeIf(session -> session.user.equals(user));
    }

    /** Notes in the table which sessions were used, and ends the idle ones. Waits for the database. */
    void note() {
        Instant now = clock.instant();
        List<Kept> used = new ArrayList<>();
        open.forEach((hash, session) -> {
            if (session.usedAt.plus(IDLE).isBefore(now)) {
                open.remove(hash);
                table.delete(hash);
            } else if (session.notedAt.plus(NOTED_EVERY).isBefore(session.usedAt)) {
                session.notedAt = session.usedAt;
                used.add(new Kept(hash, session.user, session.usedAt));
            }
        });
        if (!used.isEmpty()) {
            table.used(used);
        }
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
