// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.command.Problem;
import io.patchbay.api.people.SignIn.Leaving;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.api.signin.Visit;
import io.patchbay.spi.signin.IdentityProvider;
import io.patchbay.spi.signin.IdentityProvider.Proof;
import io.patchbay.spi.signin.ProviderAwayException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People whom others prove. */
interface OutsideContract extends SignInContract {
    Visit OFFICE = new Visit("10.0.0.1", "Chromium, Linux", "");
    URI BACK = URI.create("http://127.0.0.1/signin/back");

    /** A directory that answers always the same. */
    record Says(Proof proof) implements IdentityProvider.ByPassword {
        @Override
        public String name() {
            return "ldap-bank";
        }

        @Override
        public String english() {
            return "Bank";
        }

        @Override
        public String chinese() {
            return "银行";
        }

        @Override
        public boolean asksSecondFactor() {
            return false;
        }

        @Override
        public Proof prove(String account, char[] password) {
            return proof;
        }
    }

    /** A provider that people are sent to. */
    record Sends(Proof proof, boolean away) implements IdentityProvider.ByRedirect {
        @Override
        public String name() {
            return "oidc-bank";
        }

        @Override
        public String english() {
            return "Bank";
        }

        @Override
        public String chinese() {
            return "银行";
        }

        @Override
        public boolean asksSecondFactor() {
            return true;
        }

        @Override
        public Journey leave(URI back) throws ProviderAwayException {
            if (away) {
                throw new ProviderAwayException("bank", new IOException("refused"));
            }
            return new Journey(URI.create("https://bank.example/authorize"), "state-1", Map.of("nonce", "n"));
        }

        @Override
        public Proof arrive(Journey journey, Map<String, String> answer) {
            return proof;
        }
    }

    @Test
    default void whoHasNoPasswordHereIsProvenByTheDirectoryOutside() {
        hire("alice", false, "agent");
        hire("bob", true, "agent");
        assertThat(signIn("alice", "theirs", OFFICE)).isInstanceOf(SignInResult.Rejected.class);
        bench().providers().add(new Says(new Proof.Proven("alice", "cn=alice")));
        assertThat(signIn("alice", "theirs", OFFICE)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(signIn("alice", "", OFFICE)).as("an empty one").isInstanceOf(SignInResult.Rejected.class);
        assertThat(signIn("bob", "theirs", OFFICE)).as("has one here").isInstanceOf(SignInResult.Rejected.class);
        assertThat(signIn("nobody", "theirs", OFFICE)).isInstanceOf(SignInResult.Rejected.class);
    }

    @Test
    default void aProviderThatIsAwaySaysSoAndLocalAccountsGoOn() {
        hire("alice", false, "agent");
        hire("bob", true, "agent");
        bench().providers().add(new Says(new Proof.Refused(new Problem("provider-away", "Away.", "不在。"))));
        assertThat(signIn("alice", "theirs", OFFICE))
                .isInstanceOfSatisfying(
                        SignInResult.Refused.class,
                        no -> assertThat(no.problem().code()).isEqualTo("provider-away"));
        enter("bob", OFFICE);
    }

    @Test
    default void theFirstIdentityOfAnAccountStaysTheOnlyOne() {
        hire("alice", false, "agent");
        bench().providers().add(new Says(new Proof.Proven("alice", "id-1")));
        assertThat(signIn("alice", "theirs", OFFICE)).isInstanceOf(SignInResult.SignedIn.class);
        bench().providers().clear();
        bench().providers().add(new Says(new Proof.Proven("alice", "id-2")));
        assertThat(signIn("alice", "theirs", OFFICE))
                .isInstanceOfSatisfying(
                        SignInResult.Refused.class,
                        no -> assertThat(no.problem().code()).isEqualTo("other-identity"));
    }

    @Test
    default void aJourneyEndsWhereItBeganAndOnce() {
        hire("alice", false, "agent");
        bench().providers().add(new Sends(new Proof.Proven("alice", "sub-1"), false));
        assertThat(bench().signIn().doors())
                .extracting(door -> door.title(java.util.Locale.CHINESE))
                .containsExactly("银行");
        assertThat(bench().signIn().leave("oidc-bank", BACK)).isInstanceOf(Leaving.Away.class);
        assertThat(bench().signIn().comeBack("state-2", Map.of(), OFFICE)).isInstanceOf(SignInResult.Refused.class);
        assertThat(bench().signIn().comeBack("state-1", Map.of(), OFFICE)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(bench().signIn().comeBack("state-1", Map.of(), OFFICE))
                .as("once")
                .isInstanceOf(SignInResult.Refused.class);
        bench().signIn().leave("oidc-bank", BACK);
        bench().clock().advance(Duration.ofMinutes(11));
        assertThat(bench().signIn().comeBack("state-1", Map.of(), OFFICE))
                .as("too late")
                .isInstanceOf(SignInResult.Refused.class);
    }

    @Test
    default void strangersGetNoAccount() {
        bench().providers().add(new Sends(new Proof.Proven("stranger", "sub-1"), false));
        bench().signIn().leave("oidc-bank", BACK);
        assertThat(bench().signIn().comeBack("state-1", Map.of(), OFFICE))
                .isInstanceOfSatisfying(
                        SignInResult.Refused.class,
                        no -> assertThat(no.problem().code()).isEqualTo("no-account"));
    }

    @Test
    default void aDoorThatIsShutSaysSo() {
        assertThat(bench().signIn().leave("oidc-bank", BACK)).isInstanceOf(Leaving.Shut.class);
        bench().providers().add(new Sends(new Proof.Wrong(), true));
        assertThat(bench().signIn().leave("oidc-bank", BACK))
                .isInstanceOfSatisfying(
                        Leaving.Shut.class,
                        shut -> assertThat(shut.problem().chinese()).contains("银行"));
    }
}
