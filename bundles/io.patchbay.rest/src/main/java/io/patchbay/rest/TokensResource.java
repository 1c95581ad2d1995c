// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.command.Problem;
import io.patchbay.api.people.SignIn;
import io.patchbay.api.people.SignIn.SignInResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Sign-in for programs. */
@Path("/tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {
    private final SignIn signIn;

    TokensResource(Services services) {
        signIn = services.signIn;
    }

    /** What is sent. */
    public record Credentials(String user, String password) {}

    /** Gives a token. */
    @POST
    @Open
    public Response token(Credentials credentials, @Context HttpServletRequest request, @Context HttpHeaders headers) {
        if (credentials == null || credentials.user() == null || credentials.password() == null) {
            throw Problems.exception(400, Problems.invalid("user, password", "", "both given"), headers);
        }
        SignInResult result =
                signIn.signIn(credentials.user(), credentials.password().toCharArray(), request.getRemoteAddr());
        if (result instanceof SignInResult.SignedIn signedIn) {
            return Response.ok(Map.of(
                            "token",
                            signedIn.token(),
                            "expiresAt",
                            signedIn.expiresAt().toString()))
                    .build();
        } else if (result instanceof SignInResult.Locked locked) {
            Problem problem = Problem.of(
                    "locked",
                    "Too many failures from here; try again after {0}.",
                    "失败次数过多，请在 {0} 之后重试。",
                    locked.until());
            throw Problems.exception(429, problem, headers);
        }
        Problem problem = Problem.of("rejected", "Account or password is wrong.", "账号或密码错误。");
        throw Problems.exception(401, problem, headers);
    }
}
