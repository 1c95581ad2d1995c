// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.command.Problem;
import io.patchbay.api.people.People;
import io.patchbay.api.people.SignIn;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.api.signin.ServiceAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets nobody in without a session's or a service account's token or, where that is allowed, HTTP Basic; {@link Open}
 * resources excepted.
 */
final class Guard implements ContainerRequestFilter {
    private final SignIn signIn;
    private final People people;
    private final boolean basicForEveryone;
    private final Predicate<String> isScraper;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest servletRequest;

    Guard(SignIn signIn, People people, boolean basicForEveryone, Predicate<String> isScraper) {
        this.signIn = signIn;
        this.people = people;
        this.basicForEveryone = basicForEveryone;
        this.isScraper = isScraper;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod().isAnnotationPresent(Open.class)) {
            return;
        }
        boolean secure = request.getSecurityContext().isSecure();
        if (resource.getResourceMethod().isAnnotationPresent(Scraped.class)
                && bearer(request).filter(isScraper).isPresent()) {
            request.setSecurityContext(new Scraper(secure));
            return;
        }
        Optional<Caller> caller = caller(request, secure);
        if (caller.isEmpty()) {
            request.abortWith(refused(request));
            return;
        }
        request.setSecurityContext(caller.get());
    }

    private Optional<Caller> caller(ContainerRequestContext request, boolean secure) {
        Optional<String> token = bearer(request);
        if (token.isPresent()) {
            return signIn.session(token.get())
                    .map(user -> new Caller(user, people.scope(user), secure, address()))
                    .or(() -> program(token.get(), secure));
        }
        return credentials(request, "Basic ").flatMap(pair -> basic(pair, secure));
    }

    private Optional<Caller> program(String token, boolean secure) {
        return signIn.program(token, address())
                .map(scope -> new Caller(scope.reader().orElseThrow(), scope, secure, address()));
    }

    private String address() {
        return servletRequest.getRemoteAddr();
    }

    private static Optional<String> bearer(ContainerRequestContext request) {
        return credentials(request, "Bearer ");
    }

    private static Optional<String> credentials(ContainerRequestContext request, String scheme) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(header -> header.substring(scheme.length()).strip());
    }

    /** Programs everywhere, people in the demo. */
    private Optional<Caller> basic(String credentials, boolean secure) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String user = pair.substring(0, colon);
        String password = pair.substring(colon + 1);
        if (user.startsWith(ServiceAccount.PREFIX)) {
            return program(password, secure)
                    .filter(caller -> caller.user().value().equals(user));
        }
        return basicForEveryone ? person(user, password, secure) : Optional.empty();
    }

    private Optional<Caller> person(String user, String password, boolean secure) {
        SignInResult result = signIn.verify(user, password.toCharArray(), address());
        return result instanceof SignInResult.SignedIn in && !in.mustChangePassword()
                ? Optional.of(new Caller(in.user(), people.scope(in.user()), secure, address()))
                : Optional.empty();
    }

    private Response refused(ContainerRequestContext request) {
        Locale locale = request.getAcceptableLanguages().isEmpty()
                ? Locale.ENGLISH
                : request.getAcceptableLanguages().get(0);
        Problem problem = Problem.of(
                "unauthorized", "Send a valid bearer token; POST /tokens gives one.", "请携带有效的令牌，可通过 POST /tokens 获取。");
        Response response = Problems.response(401, problem, locale);
        return Response.fromResponse(response)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"patchbay\"")
                .build();
    }
}
