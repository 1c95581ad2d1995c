// SPDX-License-Identifier: Apache-2.0
package io.patchbay.signin.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * What a provider says about itself (OpenID Connect Discovery 1.0), and its keys; both asked again after ten minutes.
 */
final class Discovery {
    /** No symmetric ones, and never none. */
    private static final Set<JWSAlgorithm> TRUSTED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final long FRESH_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int MOST_BYTES = 200_000;

    private final OidcConfig config;
    private final SSLContext trust;
    private Known known;

    /** What is known at one time. */
    record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, long atNanos) {}

    Discovery(OidcConfig config, SSLContext trust) {
        this.config = config;
        this.trust = trust;
    }

    synchronized Known ask() throws IOException, ParseException {
        if (known == null || System.nanoTime() - known.atNanos > FRESH_NANOS) {
            OIDCProviderMetadata metadata = metadata();
            known = new Known(metadata, validator(metadata), System.nanoTime());
        }
        return known;
    }

    private OIDCProviderMetadata metadata() throws IOException, ParseException {
        String issuer = config.issuer();
        HTTPResponse response = send(new HTTPRequest(
                HTTPRequest.Method.GET,
                URI.create((issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration")));
        response.ensureStatusCode(200);
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(response.getBodyAsJSONObject());
        if (!metadata.getIssuer().getValue().equals(issuer)) {
            throw new ParseException("it names itself " + metadata.getIssuer() + " and not " + issuer);
        }
        for (URI address : new URI[] {
            metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI()
        }) {
            checkSafe(address);
        }
        return metadata;
    }

    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws IOException {
        DefaultResourceRetriever retriever = new DefaultResourceRetriever(
                config.timeoutMillis(), config.timeoutMillis(), MOST_BYTES, true, trust.getSocketFactory());
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(), retriever)
                .rateLimited(false) // only answers of the token endpoint are judged: nobody can make us ask often
                .cache(true)
                .build();
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(config.issuer()),
                new ClientID(config.clientId()),
                new JWSVerificationKeySelector<>(TRUSTED, keys),
                null);
        validator.setMaxClockSkew(config.clockSkewSeconds());
        return validator;
    }

    HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(config.timeoutMillis());
        request.setReadTimeout(config.timeoutMillis());
        request.setFollowRedirects(false);
        request.setSSLSocketFactory(trust.getSocketFactory());
        return request.send();
    }

    /** Refuses an address on which others could read or change what is said. */
    static void checkSafe(URI address) throws IOException {
        boolean https = "https".equals(address.getScheme());
        if (address.getHost() == null
                || (!https && !InetAddress.getByName(address.getHost()).isLoopbackAddress())) {
            throw new IOException("an address must be https but is " + address);
        }
    }
}
