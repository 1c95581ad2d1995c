// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.api.signin.SecondFactor;
import io.patchbay.api.signin.SignInCommand.BeginTotp;
import io.patchbay.api.signin.SignInCommand.ConfirmTotp;
import io.patchbay.api.signin.SignInCommand.DemandTotp;
import io.patchbay.api.signin.SignInCommand.RemoveTotp;
import io.patchbay.api.signin.SignInCommand.RenewRecoveryCodes;
import io.patchbay.api.signin.SignInCommand.ResetTotp;
import io.patchbay.api.signin.Visit;
import io.patchbay.directory.factor.Authenticator;
import io.patchbay.directory.factor.BeginTotpHandler;
import io.patchbay.directory.factor.ConfirmTotpHandler;
import io.patchbay.directory.factor.DemandTotpHandler;
import io.patchbay.directory.factor.RemoveTotpHandler;
import io.patchbay.directory.factor.RenewRecoveryCodesHandler;
import io.patchbay.directory.factor.ResetTotpHandler;
import io.patchbay.directory.rules.SignInRules;
import io.patchbay.directory.rules.SignInRules.Required;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Authenticators and recovery codes. */
interface FactorContract extends SignInContract {
    Visit FROM = new Visit("10.0.0.1", "Chromium, Linux", "");

    private CommandResult begin(String actor, String user) {
        return run(
                new BeginTotpHandler(bench().factorDesk(), bench().threads()),
                actor(actor),
                new BeginTotp(new UserId(user)));
    }

    private CommandResult confirm(String user, String code) {
        return run(
                new ConfirmTotpHandler(bench().factorDesk(), bench().threads()),
                actor(user),
                new ConfirmTotp(new UserId(user), code));
    }

    private CommandResult remove(String user, String code) {
        return run(
                new RemoveTotpHandler(bench().factorDesk(), bench().threads()),
                actor(user),
                new RemoveTotp(new UserId(user), code));
    }

    private CommandResult reset(String actor, String user) {
        return run(
                new ResetTotpHandler(bench().factorDesk(), bench().threads()),
                actor(actor),
                new ResetTotp(new UserId(user)));
    }

    private CommandResult demand(String user, boolean demanded) {
        return run(
                new DemandTotpHandler(bench().factorDesk(), bench().threads()),
                actor("admin"),
                new DemandTotp(new UserId(user), demanded));
    }

    private SecondFactor factor(UserId user) {
        return bench().sessions().secondFactor(Scope.system(), user).orElseThrow();
    }

    private String now(Authenticator phone) {
        return phone.code(bench().clock().instant());
    }

    private void next() {
        bench().clock().advance(Duration.ofSeconds(30));
    }

    /** Alice with an authenticator and these recovery codes. */
    private List<?> enrol(Authenticator[] phone) {
        hire("alice", true, "agent");
        phone[0] = new Authenticator(
                (String) done(begin("alice", "alice")).result().get("secret"));
        return (List<?>) done(confirm("alice", now(phone[0]))).result().get("recoveryCodes");
    }

    private SignInResult.CodeWanted asked(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.CodeWanted.class);
        return (SignInResult.CodeWanted) result;
    }

    private SignInResult answer(SignInResult.CodeWanted asked, String code) {
        return bench().signIn().answer(asked.challenge(), code, FROM);
    }

    @Test
    default void anAuthenticatorCountsOnlyOnceItIsConfirmed() {
        hire("alice", true, "agent");
        refused(begin("admin", "alice"), "only-own");
        Authenticator phone = new Authenticator(
                (String) done(begin("alice", "alice")).result().get("secret"));
        refused(confirm("alice", "000000"), "wrong-code");
        enter("alice", FROM);
        assertThat((List<?>) done(confirm("alice", now(phone))).result().get("recoveryCodes"))
                .hasSize(10)
                .doesNotHaveDuplicates();
        refused(begin("alice", "alice"), "totp-there");
        assertThat(factor(ALICE).recoveryCodes()).isEqualTo(10);
    }

    @Test
    default void theSecondFactorIsAskedForAndEachCodeOpensOnce() throws SQLException {
        Authenticator[] phone = new Authenticator[1];
        enrol(phone);
        SignInResult.CodeWanted asked = asked(signIn("alice", RIGHT, FROM));
        assertThat(answer(asked, now(phone[0]))).as("it confirmed").isInstanceOf(SignInResult.Rejected.class);
        next();
        assertThat(answer(asked, now(phone[0]))).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(answer(asked, now(phone[0]))).as("closed").isInstanceOf(SignInResult.Refused.class);
        SignInResult.CodeWanted again = asked(signIn("alice", RIGHT, FROM));
        assertThat(answer(again, now(phone[0]))).as("used").isInstanceOf(SignInResult.Rejected.class);
        assertThat(told()).contains("totp.enrolled");
    }

    @Test
    default void authenticatorsSurviveARestartAndTheirSecretIsSealed() throws SQLException {
        Authenticator[] phone = new Authenticator[1];
        enrol(phone);
        bench().restart();
        next();
        assertThat(answer(asked(signIn("alice", RIGHT, FROM)), now(phone[0])))
                .isInstanceOf(SignInResult.SignedIn.class);
        bench().restart();
        assertThat(answer(asked(signIn("alice", RIGHT, FROM)), now(phone[0])))
                .as("used before the restart")
                .isInstanceOf(SignInResult.Rejected.class);
        assertThat(bench().everything()).doesNotContain(phone[0].secret());
    }

    @Test
    default void recoveryCodesOpenOnceAndAreRenewed() {
        Authenticator[] phone = new Authenticator[1];
        List<?> codes = enrol(phone);
        String typed = " " + codes.get(0).toString().toUpperCase(java.util.Locale.ROOT);
        assertThat(answer(asked(signIn("alice", RIGHT, FROM)), typed)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(answer(asked(signIn("alice", RIGHT, FROM)), typed)).isInstanceOf(SignInResult.Rejected.class);
        bench().restart();
        assertThat(answer(asked(signIn("alice", RIGHT, FROM)), typed)).isInstanceOf(SignInResult.Rejected.class);
        assertThat(factor(ALICE).recoveryCodes()).isEqualTo(9);
        next();
        CommandResult renewed = run(
                new RenewRecoveryCodesHandler(bench().factorDesk(), bench().threads()),
                actor("alice"),
                new RenewRecoveryCodes(ALICE, now(phone[0])));
        List<?> fresh = (List<?>) done(renewed).result().get("recoveryCodes");
        SignInResult.CodeWanted asked = asked(signIn("alice", RIGHT, FROM));
        assertThat(answer(asked, codes.get(1).toString())).isInstanceOf(SignInResult.Rejected.class);
        assertThat(answer(asked, fresh.get(1).toString())).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(bench().everything()).doesNotContain(fresh.get(2).toString().replace("-", ""));
    }

    @Test
    default void guessedCodesEndTheChallengeAndLockThePlace() {
        Authenticator[] phone = new Authenticator[1];
        enrol(phone);
        next();
        SignInResult.CodeWanted asked = asked(signIn("alice", RIGHT, FROM));
        for (int i = 0; i < 5; i++) {
            assertThat(answer(asked, "00000" + i)).isInstanceOf(SignInResult.Rejected.class);
        }
        assertThat(answer(asked, now(phone[0]))).isInstanceOf(SignInResult.Refused.class);
        assertThat(signIn("alice", RIGHT, FROM)).isInstanceOf(SignInResult.Locked.class);
    }

    @Test
    default void basicHasNoRoomForASecondFactor() {
        hire("alice", true, "agent");
        assertThat(bench().signIn().verify("alice", RIGHT.toCharArray(), "10.0.0.1"))
                .isInstanceOf(SignInResult.SignedIn.class);
        enrolled();
        assertThat(bench().signIn().verify("alice", RIGHT.toCharArray(), "10.0.0.1"))
                .isInstanceOf(SignInResult.Rejected.class);
    }

    private void enrolled() {
        Authenticator phone = new Authenticator(
                (String) done(begin("alice", "alice")).result().get("secret"));
        done(confirm("alice", now(phone)));
    }

    @Test
    default void aDemandedSecondFactorIsSetUpBeforeAnythingElse() {
        hire("alice", true, "agent");
        hire("boss", true, "administrator");
        assertThat(enter("alice", FROM).mustEnrol()).isFalse();
        done(demand("alice", true));
        assertThat(enter("alice", FROM).mustEnrol()).isTrue();
        done(demand("alice", false));
        become(Required.ADMINISTRATORS);
        assertThat(enter("alice", FROM).mustEnrol()).isFalse();
        assertThat(enter("boss", FROM).mustEnrol()).isTrue();
        become(Required.EVERYONE);
        assertThat(enter("alice", FROM).mustEnrol()).isTrue();
        enrolled();
        next();
        assertThat(signIn("alice", RIGHT, FROM)).isInstanceOf(SignInResult.CodeWanted.class);
    }

    private void become(Required required) {
        bench().rules().become(SignInRules.Values.DEFAULT.requiring(required));
    }

    @Test
    default void oneRemovesHisOwnWithACodeUnlessItIsDemanded() {
        Authenticator[] phone = new Authenticator[1];
        List<?> codes = enrol(phone);
        done(demand("alice", true));
        refused(remove("alice", codes.get(0).toString()), "totp-demanded");
        done(demand("alice", false));
        refused(remove("alice", "123"), "wrong-code");
        done(remove("alice", codes.get(0).toString()));
        enter("alice", FROM);
        enrolled();
    }

    @Test
    default void administratorsResetOthersNeverThemselvesAndSessionsEnd() throws SQLException {
        Authenticator[] phone = new Authenticator[1];
        enrol(phone);
        next();
        var in = (SignInResult.SignedIn) answer(asked(signIn("alice", RIGHT, FROM)), now(phone[0]));
        refused(reset("admin", "admin"), "not-own");
        refused(reset("admin", "nobody"), "unknown-person");
        done(reset("admin", "alice"));
        assertThat(bench().signIn().session(in.token())).isEmpty();
        enter("alice", FROM);
        assertThat(told()).contains("totp.reset");
    }
}
