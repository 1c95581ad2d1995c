// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.PeopleCommand.SavePerson;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.api.signin.Visit;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.store.Outbox;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the contracts of signing in share. */
interface SignInContract {
    Actor DEMO = new Actor.Part("demo");
    UserId ALICE = new UserId("alice");
    String RIGHT = "patchbay";

    DirectoryBench bench();

    default CommandResult.Done done(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        return (CommandResult.Done) result;
    }

    default void refused(CommandResult result, String code) {
        assertThat(result).isInstanceOfSatisfying(CommandResult.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().chinese()).isNotBlank();
        });
    }

    default <C extends Command> CommandResult run(CommandHandler<C> handler, Actor actor, C command) {
        return handler.handle(actor, command, "").toCompletableFuture().join();
    }

    /** Somebody of the head office with the demo's password, or with none. */
    default void hire(String user, boolean withPassword, String... roles) {
        Person person = new Person(
                new UserId(user),
                user,
                new UnitId("headquarters"),
                Set.copyOf(java.util.Arrays.stream(roles)
                        .map(role -> Grant.of(new RoleId(role)))
                        .toList()),
                new Person.Work(Map.of(), Map.of()),
                Optional.empty(),
                true,
                Profile.NONE);
        Optional<String> password = withPassword ? Optional.of(RIGHT) : Optional.empty();
        done(run(
                new SavePersonHandler(bench().directory(), bench().threads()), DEMO, new SavePerson(person, password)));
    }

    default Actor actor(String user) {
        UserId id = new UserId(user);
        return new Actor.Person(id, bench().directory().scope(id));
    }

    default SignInResult signIn(String user, String password, Visit visit) {
        return bench().signIn().signIn(user, password.toCharArray(), visit);
    }

    default SignInResult.SignedIn enter(String user, Visit visit) {
        SignInResult result = signIn(user, RIGHT, visit);
        assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
        return (SignInResult.SignedIn) result;
    }

    default Visit browser(String address, String deviceToken) {
        return new Visit(address, "Chromium, Linux", deviceToken);
    }

    default List<String> told() throws SQLException {
        bench().settle();
        return bench().store().outbox().pending(500).stream()
                .map(Outbox.Row::type)
                .toList();
    }
}
