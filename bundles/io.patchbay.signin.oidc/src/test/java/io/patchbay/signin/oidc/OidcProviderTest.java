// SPDX-License-Identifier: Apache-2.0
package io.patchbay.signin.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.patchbay.spi.signin.IdentityProvider.Journey;
import io.patchbay.spi.signin.IdentityProvider.Proof;
import io.patchbay.spi.signin.ProviderAwayException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OidcProviderTest {
    private static final URI BACK = URI.create("http://127.0.0.1:8181/signin/back");

    private OwnProvider own;
    private OidcProvider provider;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        own = new OwnProvider();
        provider = provider(Map.of());
    }

    @AfterEach
    void stop() {
        own.close();
    }

    private OidcProvider provider(Map<String, Object> changes) throws IOException, GeneralSecurityException {
        Map<String, Object> values =
                new HashMap<>(Map.of("issuer", own.issuer(), "clientId", "patchbay", "clientSecret", "s3cret"));
        values.putAll(changes);
        OidcConfig config = (OidcConfig) Proxy.newProxyInstance(
                OidcConfig.class.getClassLoader(),
                new Class<?>[] {OidcConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        return new OidcProvider(config, Map.of("service.pid", "io.patchbay.signin.oidc~bank"));
    }

    private static Map<String, String> asked(Journey journey) {
        return OwnProvider.form(journey.address().getRawQuery());
    }

    private Proof roundTrip() throws ProviderAwayException {
        Journey journey = provider.leave(BACK);
        return provider.arrive(journey, Map.of("code", own.approve(asked(journey)), "state", journey.state()));
    }

    private void isUntrusted(UnaryOperator<JWTClaimsSet.Builder> lie) throws ProviderAwayException {
        own.lie = lie;
        assertThat(roundTrip()).isInstanceOfSatisfying(Proof.Refused.class, no -> {
            assertThat(no.problem().code()).isEqualTo("provider-untrusted");
            assertThat(no.problem().chinese()).contains("统一登录");
        });
        own.lie = claims -> claims;
        assertThat(roundTrip()).as("the truth").isInstanceOf(Proof.Proven.class);
    }

    @Test
    void anHonestRoundTripProvesAccountAndSubject() throws ProviderAwayException {
        assertThat(provider.name()).isEqualTo("oidc-bank");
        Journey journey = provider.leave(BACK);
        assertThat(asked(journey))
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", BACK.toString())
                .containsEntry("state", journey.state())
                .containsKeys("nonce", "code_challenge");
        assertThat(journey.toString()).doesNotContain(journey.kept().get("verifier"));
        assertThat(provider.arrive(journey, Map.of("code", own.approve(asked(journey)))))
                .isEqualTo(new Proof.Proven("alice", "subject-1"));
        assertThat(own.seenAuthorization).allMatch(header -> header.startsWith("Basic "));
    }

    @Test
    void eachJourneyHasSecretsOfItsOwn() throws ProviderAwayException {
        Journey one = provider.leave(BACK);
        Journey other = provider.leave(BACK);
        assertThat(one.state()).isNotEqualTo(other.state());
        assertThat(one.kept().get("nonce")).isNotEqualTo(other.kept().get("nonce"));
        assertThat(one.kept().get("verifier")).isNotEqualTo(other.kept().get("verifier"));
    }

    @Test
    void aCodeOfAnotherJourneyIsRefused() throws ProviderAwayException {
        Journey mine = provider.leave(BACK);
        Journey theirs = provider.leave(BACK);
        String stolen = own.approve(asked(theirs));
        assertThat(provider.arrive(mine, Map.of("code", stolen))).isInstanceOf(Proof.Refused.class);
    }

    @Test
    void anotherIssuerIsNotBelieved() throws ProviderAwayException {
        isUntrusted(claims -> claims.issuer("http://evil.example"));
        Journey journey = provider.leave(BACK);
        assertThat(provider.arrive(journey, Map.of("code", own.approve(asked(journey)), "iss", "http://evil.example")))
                .as("mix-up")
                .isInstanceOf(Proof.Refused.class);
    }

    @Test
    void aTokenForAnotherClientIsNotBelieved() throws ProviderAwayException {
        isUntrusted(claims -> claims.audience("somebody-else"));
        isUntrusted(claims -> claims.audience(List.of("patchbay", "other")).claim("azp", "other"));
    }

    @Test
    void anotherNonceIsNotBelieved() throws ProviderAwayException {
        isUntrusted(claims -> claims.claim("nonce", "replayed"));
        isUntrusted(claims -> claims.claim("nonce", null));
    }

    @Test
    void anExpiredTokenIsNotBelievedButAMinuteIsForgiven() throws ProviderAwayException {
        Instant now = Instant.now();
        isUntrusted(claims -> claims.expirationTime(Date.from(now.minusMillis(600_000))));
        isUntrusted(claims -> claims.issueTime(Date.from(now.plusMillis(600_000))));
        own.lie = claims ->
                claims.issueTime(Date.from(now.minusMillis(300_000))).expirationTime(Date.from(now.minusMillis(5_000)));
        assertThat(roundTrip()).isInstanceOf(Proof.Proven.class);
    }

    @Test
    void aTokenWithoutSignatureIsNotBelieved() throws ProviderAwayException {
        own.signed = false;
        assertThat(roundTrip()).isInstanceOf(Proof.Refused.class);
    }

    @Test
    void aSignatureOfAnotherKeyIsNotBelieved() throws ProviderAwayException {
        own.key = OwnProvider.fresh("k1");
        assertThat(roundTrip()).isInstanceOf(Proof.Refused.class);
    }

    @Test
    void aNewKeyIsFoundOnceItIsPublished() throws ProviderAwayException {
        assertThat(roundTrip()).isInstanceOf(Proof.Proven.class);
        own.key = OwnProvider.fresh("k2");
        assertThat(roundTrip()).as("not published").isInstanceOf(Proof.Refused.class);
        own.published = own.key;
        assertThat(roundTrip()).isInstanceOf(Proof.Proven.class);
    }

    @Test
    void aProviderThatIsAwaySaysSo() throws ProviderAwayException {
        Journey journey = provider.leave(BACK);
        String code = own.approve(asked(journey));
        own.close();
        assertThat(provider.arrive(journey, Map.of("code", code)))
                .isInstanceOfSatisfying(
                        Proof.Refused.class,
                        no -> assertThat(no.problem().code()).isEqualTo("provider-away"));
    }

    @Test
    void aProviderThatWasNeverThereSaysSoBeforeAnybodyLeaves() throws Exception {
        OidcProvider other = provider(Map.of());
        own.close();
        assertThatThrownBy(() -> other.leave(BACK)).isInstanceOf(ProviderAwayException.class);
    }

    @Test
    void metadataOfAnotherIssuerIsNotTaken() {
        own.namesItselfRight = false;
        assertThatThrownBy(() -> provider.leave(BACK)).isInstanceOf(ProviderAwayException.class);
    }

    @Test
    void whoeverSaysNoThereIsToldHere() throws ProviderAwayException {
        Journey journey = provider.leave(BACK);
        assertThat(provider.arrive(journey, Map.of("error", "access_denied")))
                .isInstanceOfSatisfying(
                        Proof.Refused.class,
                        no -> assertThat(no.problem().code()).isEqualTo("provider-refused"));
    }

    @Test
    void addressesAreTakenOfTheirDomainOnly() throws Exception {
        provider = provider(Map.of("accountClaim", "email", "accountDomain", "bank.example"));
        own.lie = claims -> claims.claim("email", "Alice@Bank.example");
        assertThat(roundTrip()).isEqualTo(new Proof.Proven("alice", "subject-1"));
        own.lie = claims -> claims.claim("email", "alice@evil.example");
        assertThat(roundTrip()).isInstanceOf(Proof.Refused.class);
        own.lie = claims -> claims.claim("email", "alice");
        assertThat(roundTrip()).isInstanceOf(Proof.Refused.class);
    }

    @Test
    void plainHttpIsForLoopbackOnly() {
        assertThatThrownBy(() -> provider(Map.of("issuer", "http://192.0.2.1"))).isInstanceOf(IOException.class);
    }
}
