// SPDX-License-Identifier: Apache-2.0
package io.patchbay.signin.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.patchbay.api.command.Problem;
import io.patchbay.spi.signin.IdentityProvider;
import io.patchbay.spi.signin.ProviderAwayException;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1; RFC 9700). */
@Component(
        service = IdentityProvider.class,
        configurationPid = OidcProvider.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OidcConfig.class, factory = true)
public final class OidcProvider implements IdentityProvider.ByRedirect {
    static final String PID = "io.patchbay.signin.oidc";

    private static final Logger log = LoggerFactory.getLogger(OidcProvider.class);

    private final OidcConfig config;
    private final String name;
    private final Discovery discovery;

    /**
     * A provider.
     *
     * @param config its file
     * @param properties has the file's name
     */
    @Activate
    public OidcProvider(OidcConfig config, Map<String, Object> properties)
            throws IOException, GeneralSecurityException {
        this.config = config;
        String pid = String.valueOf(properties.get("service.pid"));
        name = "oidc-" + pid.substring(pid.startsWith(PID) ? PID.length() : 0).replaceFirst("^[~.-]", "");
        if (!name.matches("oidc-[a-z0-9][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("the file's name is not one of a provider: " + pid);
        }
        Discovery.checkSafe(URI.create(config.issuer()));
        discovery = new Discovery(config, Trust.of(config.trust()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String english() {
        return config.title();
    }

    @Override
    public String chinese() {
        return config.titleChinese();
    }

    @Override
    public boolean asksSecondFactor() {
        return config.secondFactor().equals("provider");
    }

    @Override
    public Journey leave(URI back) throws ProviderAwayException {
        URI redirect = config.redirectUri().isBlank() ? back : URI.create(config.redirectUri());
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        try {
            URI address = new AuthenticationRequest.Builder(
                            ResponseType.CODE,
                            Scope.parse("openid " + config.scopes()),
                            new ClientID(config.clientId()),
                            redirect)
                    .endpointURI(discovery.ask().metadata().getAuthorizationEndpointURI())
                    .state(state)
                    .nonce(nonce)
                    .codeChallenge(verifier, CodeChallengeMethod.S256)
                    .build()
                    .toURI();
            return new Journey(
                    address,
                    state.getValue(),
                    Map.of(
                            "nonce", nonce.getValue(),
                            "verifier", verifier.getValue(),
                            "redirect", redirect.toString()));
        } catch (IOException | ParseException e) {
            throw new ProviderAwayException(name + " at " + config.issuer() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Proof arrive(Journey journey, Map<String, String> answer) {
        if (answer.containsKey("error") || !answer.containsKey("code")) {
            log.info("{} sent somebody back: {}", name, answer.getOrDefault("error", "no code"));
            return refused("provider-refused", "{0} did not let you in.", "{1} 未批准本次登录。");
        } else if (!answer.getOrDefault("iss", config.issuer()).equals(config.issuer())) {
            return untrusted("an answer of another issuer (RFC 9207)"); // mix-up
        }
        try {
            return judged(claims(journey, answer.get("code")));
        } catch (IOException e) {
            log.warn("{} cannot be asked: {}", name, e.getMessage());
            return refused(
                    "provider-away",
                    "{0} does not answer. Try again later; accounts with a password here can sign in.",
                    "{1} 暂无应答，请稍后再试；本系统密码账号仍可登录。");
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return untrusted(e.getMessage());
        }
    }

    private IDTokenClaimsSet claims(Journey journey, String code)
            throws IOException, ParseException, BadJOSEException, JOSEException {
        Discovery.Known known = discovery.ask();
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code),
                URI.create(journey.kept().get("redirect")),
                new CodeVerifier(journey.kept().get("verifier")));
        ClientID client = new ClientID(config.clientId());
        URI endpoint = known.metadata().getTokenEndpointURI();
        TokenRequest request = config.clientSecret().isEmpty()
                ? new TokenRequest.Builder(endpoint, client, grant).build()
                : new TokenRequest.Builder(
                                endpoint, new ClientSecretBasic(client, new Secret(config.clientSecret())), grant)
                        .build();
        TokenResponse response = OIDCTokenResponseParser.parse(discovery.send(request.toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            throw new ParseException("the code was refused: "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        var tokens = (com.nimbusds.openid.connect.sdk.OIDCTokenResponse) response.toSuccessResponse();
        return known.validator()
                .validate(
                        tokens.getOIDCTokens().getIDToken(),
                        new Nonce(journey.kept().get("nonce")));
    }

    private Proof judged(IDTokenClaimsSet claims) {
        Optional<String> account = Optional.ofNullable(claims.getStringClaim(config.accountClaim()))
                .flatMap(this::account);
        return account.<Proof>map(
                        one -> new Proof.Proven(one, claims.getSubject().getValue()))
                .orElseGet(() -> refused(
                        "no-account",
                        "{0} does not say which account is yours. Ask an administrator.",
                        "{1} 未提供您的账号信息，请联系管理员。"));
    }

    private Optional<String> account(String claimed) {
        String lower = claimed.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        if (at < 0) {
            return config.accountDomain().isBlank() ? Optional.of(lower) : Optional.empty();
        }
        return lower.substring(at + 1).equals(config.accountDomain().strip().toLowerCase(Locale.ROOT))
                ? Optional.of(lower.substring(0, at))
                : Optional.empty();
    }

    private Proof untrusted(String why) {
        log.warn("{} gave an answer that cannot be trusted: {}", name, why);
        return refused(
                "provider-untrusted",
                "The answer of {0} cannot be trusted. Sign in again; if it comes back, tell an administrator.",
                "{1} 的应答未通过校验，请重新登录；若再次出现请通知管理员。");
    }

    private Proof refused(String code, String english, String chinese) {
        return new Proof.Refused(Problem.of(code, english, chinese, config.title(), config.titleChinese()));
    }
}
