// SPDX-License-Identifier: Apache-2.0
package io.patchbay.signin.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A provider of our own over real HTTP with real signatures; a test may have it lie. */
final class OwnProvider implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    final List<String> seenAuthorization = new ArrayList<>();
    UnaryOperator<JWTClaimsSet.Builder> lie = claims -> claims;
    boolean signed = true;
    boolean namesItselfRight = true;
    RSAKey key = fresh("k1");
    RSAKey published = key;

    OwnProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext(
                "/keys", exchange -> answer(exchange, 200, new JWKSet(published.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    static RSAKey fresh(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String metadata() {
        String me = issuer();
        return """
                {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token","jwks_uri":"%s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}"""
                .formatted(namesItselfRight ? me : "http://127.0.0.1:1", me, me, me);
    }

    /** What happens on the provider's page: somebody proves himself and is sent back with a code. */
    String approve(Map<String, String> asked) {
        String code = "code-" + codes.size();
        codes.put(code, asked);
        return code;
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        seenAuthorization.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Map<String, String> asked = codes.remove(sent.get("code"));
        boolean right = asked != null
                && asked.get("redirect_uri").equals(sent.get("redirect_uri"))
                && asked.get("code_challenge").equals(challenge(sent.get("code_verifier")));
        if (right) {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\""
                            + idToken(asked).serialize() + "\"}");
        } else {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private JWT idToken(Map<String, String> asked) {
        Instant now = Instant.now();
        JWTClaimsSet claims = lie.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience(asked.get("client_id"))
                        .subject("subject-1")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .claim("nonce", asked.get("nonce"))
                        .claim("preferred_username", "Alice"))
                .build();
        if (!signed) {
            return new PlainJWT(claims);
        }
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return jwt;
    }

    static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
