// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.SignIn;
import io.patchbay.api.people.SignIn.SignInResult;
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

/** Lets nobody in without a session token or, where that is allowed, HTTP Basic; {@link Open} resources excepted. */
final class Guard implements ContainerRequestFilter {
    private final SignIn signIn;
    private final People people;
    private final boolean basicForEveryone;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest servletRequest;

    Guard(SignIn signIn, People people, boolean basicForEveryone) {
        this.signIn = signIn;
        this.people = people;
        this.basicForEveryone = basicForEveryone;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod().isAnnotationPresent(Open.class)) {
            return;
        }
        Optional<UserId> user = user(request);
        if (user.isEmpty()) {
            request.abortWith(refused(request));
            return;
        }
        boolean secure = request.getSecurityContext().isSecure();
        request.setSecurityContext(new Caller(user.get(), people.scope(user.get()), secure));
    }

    private Optional<UserId> user(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Optional.empty();
        } else if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return signIn.session(header.substring(7).strip());
        }
        return basicForEveryone && header.regionMatches(true, 0, "Basic ", 0, 6)
                ? basic(header.substring(6).strip())
                : Optional.empty();
    }

    private Optional<UserId> basic(String credentials) {
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
        SignInResult result = signIn.verify(
                pair.substring(0, colon), pair.substring(colon + 1).toCharArray(), servletRequest.getRemoteAddr());
        return result instanceof SignInResult.SignedIn signedIn ? Optional.of(signedIn.user()) : Optional.empty();
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
