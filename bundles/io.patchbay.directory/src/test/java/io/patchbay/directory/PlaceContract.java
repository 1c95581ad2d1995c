// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.UserId;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.api.signin.Greeting;
import io.patchbay.api.signin.Visit;
import io.patchbay.directory.store.PlaceTable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Locks that hold strangers up and nobody else, and places that are new. */
interface PlaceContract extends SignInContract {
    Visit DESK = new Visit("10.0.0.1", "Chromium, Linux", "");

    @Test
    default void strangersBehindTheSameAddressDoNotLockOutAKnownDevice() {
        hire("alice", true, "agent");
        String device = enter("alice", DESK).greeting().deviceToken();
        assertThat(device).hasSize(43);
        for (int i = 0; i < 12; i++) {
            signIn("alice", "guess " + i, DESK);
        }
        assertThat(signIn("alice", RIGHT, DESK)).as("without the device").isInstanceOf(SignInResult.Locked.class);
        assertThat(signIn("alice", RIGHT, browser("10.0.0.1", "forged")))
                .as("with a token of nobody")
                .isInstanceOf(SignInResult.Locked.class);
        assertThat(enter("alice", browser("10.0.0.1", device)).greeting().deviceToken())
                .as("known already")
                .isEmpty();
    }

    @Test
    default void aWrongAttemptAndASignInAtOneMomentAreBothNoted() {
        PlaceTable table = bench().places();
        Instant now = bench().clock().instant();
        for (int i = 0; i < 25; i++) {
            UserId user = new UserId("user" + i);
            PlaceTable.Place place = new PlaceTable.Place("device" + i, user, "10.0.0.1");
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> table.failed(user)),
                            CompletableFuture.runAsync(() -> table.came(place, DESK, now)))
                    .join();
            assertThat(table.load()).contains(place);
        }
    }

    @Test
    default void aDeviceIsKnownForItsPersonOnly() {
        hire("alice", true, "agent");
        hire("bob", true, "agent");
        String device = enter("alice", DESK).greeting().deviceToken();
        for (int i = 0; i < 6; i++) {
            signIn("bob", "guess " + i, DESK);
        }
        assertThat(signIn("bob", RIGHT, browser("10.0.0.1", device))).isInstanceOf(SignInResult.Locked.class);
    }

    @Test
    default void aKnownDeviceIsHeldUpByItsOwnFailures() {
        hire("alice", true, "agent");
        Visit known = browser("10.0.0.1", enter("alice", DESK).greeting().deviceToken());
        for (int i = 0; i < 5; i++) {
            signIn("alice", "guess " + i, known);
        }
        assertThat(signIn("alice", RIGHT, known)).isInstanceOf(SignInResult.Locked.class);
        bench().clock().advance(Duration.ofSeconds(2));
        enter("alice", known);
    }

    @Test
    default void onePasswordTriedOnEverybodyLocksTheAddress() {
        hire("alice", true, "agent");
        hire("bob", true, "agent");
        Visit home = browser("10.0.0.1", enter("alice", DESK).greeting().deviceToken());
        for (int i = 0; i < 21; i++) {
            assertThat(signIn("stranger" + i, "Winter2026", DESK)).isInstanceOf(SignInResult.Rejected.class);
            bench().clock().advance(Duration.ofMillis(1200));
        }
        assertThat(signIn("bob", RIGHT, DESK)).isInstanceOf(SignInResult.Locked.class);
        enter("alice", home);
        enter("bob", browser("10.0.0.2", ""));
        bench().clock().advance(Duration.ofMinutes(16));
        enter("bob", DESK);
    }

    @Test
    default void peopleWhoMistypeAndThenComeInDoNotUseUpTheirAddress() {
        for (int i = 0; i < 30; i++) {
            hire("agent" + i, true, "agent");
            signIn("agent" + i, "mistyped", DESK);
            enter("agent" + i, DESK);
        }
    }

    @Test
    default void manyAddressesThatTryOneAccountWaitButItsPersonDoesNot() {
        hire("alice", true, "agent");
        enter("alice", DESK);
        for (int i = 0; i < 101; i++) {
            signIn("alice", "guess", Visit.from("192.0.2." + i));
            bench().clock().advance(Duration.ofSeconds(1));
        }
        assertThat(signIn("alice", RIGHT, Visit.from("198.51.100.9"))).isInstanceOf(SignInResult.Locked.class);
        enter("alice", DESK);
    }

    @Test
    default void aNewPlaceIsToldOnceAndWritten() throws SQLException {
        hire("alice", true, "agent");
        Greeting first = enter("alice", DESK).greeting();
        assertThat(first.newPlace()).as("there is no old one").isFalse();
        assertThat(first.last()).isEmpty();
        signIn("alice", "wrong", Visit.from("203.0.113.5"));
        bench().settle();
        Instant then = bench().clock().instant();
        bench().clock().advance(Duration.ofHours(9));
        Greeting away = enter("alice", browser("203.0.113.5", "")).greeting();
        assertThat(away.newPlace()).isTrue();
        assertThat(away.failuresSince()).isEqualTo(1);
        assertThat(away.last()).contains(new Greeting.Last(then, "10.0.0.1", "Chromium, Linux"));
        assertThat(enter("alice", browser("203.0.113.5", "")).greeting().newPlace())
                .isFalse();
        assertThat(enter("alice", browser("203.0.113.77", first.deviceToken()))
                        .greeting()
                        .newPlace())
                .as("the same device elsewhere")
                .isFalse();
        assertThat(told()).filteredOn(type -> type.equals("signIn.newPlace")).hasSize(1);
    }

    @Test
    default void placesSurviveARestart() {
        hire("alice", true, "agent");
        String device = enter("alice", DESK).greeting().deviceToken();
        bench().restart();
        for (int i = 0; i < 6; i++) {
            signIn("alice", "guess", DESK);
        }
        assertThat(enter("alice", browser("10.0.0.1", device)).greeting().newPlace())
                .isFalse();
    }
}
