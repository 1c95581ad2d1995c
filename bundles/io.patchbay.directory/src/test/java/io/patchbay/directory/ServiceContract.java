// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.ServiceAccount;
import io.patchbay.api.signin.SignInCommand.MakeToken;
import io.patchbay.api.signin.SignInCommand.RevokeToken;
import io.patchbay.api.signin.SignInCommand.SaveService;
import io.patchbay.directory.service.MakeTokenHandler;
import io.patchbay.directory.service.RevokeTokenHandler;
import io.patchbay.directory.service.SaveServiceHandler;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts of programs. */
interface ServiceContract extends SignInContract {
    UserId CRM = new UserId("svc-crm");
    UnitId HEAD = new UnitId("headquarters");

    private CommandResult save(boolean enabled) {
        return run(
                new SaveServiceHandler(bench().services(), bench().threads()),
                actor("admin"),
                new SaveService(CRM, "CRM", HEAD, enabled));
    }

    private CommandResult make(String actor, Set<String> permissions, List<String> sources, Optional<Instant> end) {
        return make(actor(actor), permissions, sources, end);
    }

    private CommandResult make(Actor actor, Set<String> permissions, List<String> sources, Optional<Instant> end) {
        return run(
                new MakeTokenHandler(bench().services(), bench().threads()),
                actor,
                new MakeToken(CRM, "nightly", permissions, sources, end));
    }

    private String token(CommandResult made) {
        return (String) done(made).result().get("token");
    }

    private Optional<Scope> opens(String token) {
        return bench().signIn().program(token, "10.0.0.1");
    }

    private ServiceAccount crm() {
        return bench().sessions().services(Scope.system()).get(0);
    }

    @Test
    default void aTokenOpensWhatItWasMadeForAndNoMore() throws SQLException {
        done(save(true));
        String token = token(make("admin", Set.of(Permissions.RECORDS), List.of(), Optional.empty()));
        assertThat(token).startsWith("pbs_").hasSize(47);
        Scope scope = opens(token).orElseThrow();
        assertThat(scope.reader()).contains(CRM);
        assertThat(scope.permissions()).containsExactly(Permissions.RECORDS);
        assertThat(scope.sees(HEAD)).isTrue();
        assertThat(scope.may(Permissions.PEOPLE)).isFalse();
        assertThat(opens(token + "x")).isEmpty();
        assertThat(bench().everything()).doesNotContain(token.substring(4));
        bench().restart();
        assertThat(opens(token)).isPresent();
        assertThat(told()).contains("service.saved", "service.tokenMade");
    }

    @Test
    default void nobodyGivesWhatHeDoesNotHold() {
        done(save(true));
        UserId keeper = new UserId("keeper");
        Set<String> held = Set.of(AccountSecurity.SERVICES, Permissions.RECORDS);
        Actor maker = new Actor.Person(keeper, Scope.of(keeper, Set.of(HEAD), held));
        refused(make(maker, Set.of(Permissions.PEOPLE), List.of(), Optional.empty()), "beyond-own-rights");
        done(make(maker, Set.of(Permissions.RECORDS), List.of(), Optional.empty()));
        hire("susan", true, "supervisor");
        refused(make("susan", Set.of(Permissions.FLOOR), List.of(), Optional.empty()), "unknown-service");
        refused(make("admin", Set.of(), List.of(), Optional.empty()), "useless-token");
        refused(
                make(
                        "admin",
                        Set.of(Permissions.RECORDS),
                        List.of(),
                        Optional.of(bench().clock().instant())),
                "useless-token");
    }

    @Test
    default void aTokenWorksFromItsAddressesUntilItsEnd() {
        done(save(true));
        Instant end = bench().clock().instant().plus(Duration.ofDays(1));
        String token = token(make("admin", Set.of(Permissions.RECORDS), List.of("10.0.0.0/24"), Optional.of(end)));
        assertThat(opens(token)).isPresent();
        assertThat(bench().signIn().program(token, "10.0.1.1")).isEmpty();
        bench().clock().advance(Duration.ofDays(1));
        assertThat(opens(token)).isEmpty();
    }

    @Test
    default void aRevokedTokenOpensNothingAtOnceAndForEver() throws SQLException {
        done(save(true));
        String token = token(make("admin", Set.of(Permissions.RECORDS), List.of(), Optional.empty()));
        assertThat(opens(token)).isPresent();
        String id = crm().tokens().get(0).id();
        done(run(
                new RevokeTokenHandler(bench().services(), bench().threads()),
                actor("admin"),
                new RevokeToken(CRM, id)));
        assertThat(opens(token)).isEmpty();
        bench().restart();
        assertThat(opens(token)).isEmpty();
        assertThat(crm().tokens()).isEmpty();
        assertThat(told()).contains("service.tokenRevoked");
    }

    @Test
    default void aDisabledAccountOpensNothing() {
        done(save(true));
        String token = token(make("admin", Set.of(Permissions.RECORDS), List.of(), Optional.empty()));
        done(save(false));
        assertThat(opens(token)).isEmpty();
        done(save(true));
        assertThat(opens(token)).isPresent();
    }

    @Test
    default void lastUseIsNotedOverARestart() {
        done(save(true));
        String token = token(make("admin", Set.of(Permissions.RECORDS), List.of(), Optional.empty()));
        assertThat(crm().tokens().get(0).lastUsed()).isEmpty();
        bench().clock().advance(Duration.ofHours(1));
        Instant then = bench().clock().instant();
        assertThat(opens(token)).isPresent();
        bench().services().note();
        bench().restart();
        assertThat(crm().tokens().get(0).lastUsed()).contains(then);
    }

    @Test
    default void programsHaveNoPasswordToGuess() {
        done(save(true));
        assertThat(signIn("svc-crm", "", io.patchbay.api.signin.Visit.from("10.0.0.1")))
                .isInstanceOf(SignInResult.Rejected.class);
    }
}
