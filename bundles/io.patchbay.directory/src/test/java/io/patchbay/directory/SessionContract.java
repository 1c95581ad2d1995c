// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.OpenSession;
import io.patchbay.api.signin.SignInCommand.EndOtherSessions;
import io.patchbay.api.signin.SignInCommand.EndSession;
import io.patchbay.api.signin.Visit;
import io.patchbay.directory.rules.SignInRules;
import io.patchbay.directory.session.EndOtherSessionsHandler;
import io.patchbay.directory.session.EndSessionHandler;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Sessions, listed and ended. */
interface SessionContract extends SignInContract {
    Visit HERE = new Visit("10.0.0.1", "Chromium, Linux", "");
    Visit THERE = new Visit("203.0.113.5", "Firefox, Windows", "");

    private CommandResult end(String actor, String user, String session) {
        return run(
                new EndSessionHandler(bench().sessions(), bench().threads()),
                actor(actor),
                new EndSession(new UserId(user), session));
    }

    private List<OpenSession> seen(String reader, String user) {
        return bench().sessions().sessions(bench().directory().scope(new UserId(reader)), new UserId(user));
    }

    @Test
    default void sessionsAreListedForOneselfAndForAdministrators() {
        hire("alice", true, "agent");
        hire("bob", true, "agent");
        Instant then = bench().clock().instant();
        String first = enter("alice", HERE).token();
        bench().clock().advance(Duration.ofMinutes(5));
        enter("alice", THERE);
        List<OpenSession> mine = seen("alice", "alice");
        assertThat(mine).extracting(OpenSession::device).containsExactly("Firefox, Windows", "Chromium, Linux");
        assertThat(mine).extracting(OpenSession::newPlace).containsExactly(true, false);
        assertThat(mine.get(1).since()).isEqualTo(then);
        assertThat(bench().sessions().sessionId(first)).contains(mine.get(1).id());
        assertThat(seen("admin", "alice")).isEqualTo(mine);
        assertThat(seen("bob", "alice")).isEmpty();
        bench().restart();
        assertThat(seen("alice", "alice")).isEqualTo(mine);
    }

    @Test
    default void anEndedSessionIsToldToItsPagesAtOnce() throws SQLException {
        hire("alice", true, "agent");
        hire("bob", true, "agent");
        String token = enter("alice", HERE).token();
        AtomicInteger told = new AtomicInteger();
        bench().sessions().whenEnded(token, told::incrementAndGet);
        bench().sessions().whenEnded(token, told::incrementAndGet).close();
        String id = seen("alice", "alice").get(0).id();
        refused(end("bob", "alice", id), "only-own");
        assertThat(told).hasValue(0);
        done(end("admin", "alice", id));
        assertThat(told).hasValue(1);
        refused(end("alice", "alice", id), "unknown-session");
        bench().sessions().whenEnded(token, told::incrementAndGet);
        assertThat(told).as("over already").hasValue(2);
        assertThat(told()).contains("session.ended");
    }

    @Test
    default void allOthersEndAndOneStays() {
        hire("alice", true, "agent");
        String stays = enter("alice", HERE).token();
        String other = enter("alice", THERE).token();
        hire("bob", true, "agent");
        String bobs = enter("bob", HERE).token();
        String keep = bench().sessions().sessionId(stays).orElseThrow();
        done(run(
                new EndOtherSessionsHandler(bench().sessions(), bench().threads()),
                actor("alice"),
                new EndOtherSessions(ALICE, keep)));
        assertThat(bench().signIn().session(stays)).contains(ALICE);
        assertThat(bench().signIn().session(other)).isEmpty();
        assertThat(bench().signIn().session(bobs)).contains(new UserId("bob"));
        bench().restart();
        assertThat(bench().signIn().session(other)).isEmpty();
    }

    @Test
    default void sessionsEndIdleAndAtTheirLongest() {
        hire("alice", true, "agent");
        SignInRules.Values shipped = SignInRules.Values.DEFAULT;
        bench().rules()
                .become(new SignInRules.Values(
                        12,
                        List.of(),
                        shipped.required(),
                        shipped.issuer(),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2)));
        String token = enter("alice", HERE).token();
        for (int i = 0; i < 5; i++) {
            bench().clock().advance(Duration.ofMinutes(24));
            assertThat(bench().signIn().session(token)).contains(ALICE);
        }
        bench().clock().advance(Duration.ofMinutes(1));
        assertThat(bench().signIn().session(token)).as("two hours are over").isEmpty();
        String idle = enter("alice", HERE).token();
        AtomicInteger told = new AtomicInteger();
        bench().sessions().whenEnded(idle, told::incrementAndGet);
        bench().clock().advance(Duration.ofMinutes(31));
        assertThat(bench().sessions().sessionId(idle)).isEmpty();
        bench().threads().close();
        bench().threads().join();
        assertThat(told).hasValue(1);
    }

    @Test
    default void eachSignInHasATokenOfItsOwn() {
        hire("alice", true, "agent");
        assertThat(enter("alice", HERE).token())
                .isNotEqualTo(enter("alice", HERE).token());
        assertThat(bench().everything()).doesNotContain(enter("alice", HERE).token());
    }
}
