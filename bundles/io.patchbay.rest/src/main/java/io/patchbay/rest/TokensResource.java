// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.command.Problem;
import io.patchbay.api.people.SignIn;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.api.signin.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
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

    /** What is sent; {@code code} is the authenticator's or a recovery code, from those who have a second factor. */
    public record Credentials(String user, String password, String code) {}

    /** Gives a token. */
    @POST
    @Open
    public Response token(Credentials credentials, @Context HttpServletRequest request, @Context HttpHeaders headers) {
        if (credentials == null || credentials.user() == null || credentials.password() == null) {
            throw Problems.exception(400, Problems.invalid("user, password", "", "both given"), headers);
        }
        SignInResult result = signIn(credentials, device(request));
        if (result instanceof SignInResult.SignedIn signedIn) {
            return entered(signedIn, headers);
        }
        throw refused(result, headers);
    }

    private SignInResult signIn(Credentials credentials, Visit visit) {
        char[] password = credentials.password().toCharArray();
        SignInResult result = signIn.signIn(credentials.user(), password, visit);
        Arrays.fill(password, ' ');
        return result instanceof SignInResult.CodeWanted wanted && credentials.code() != null
                ? signIn.answer(wanted.challenge(), credentials.code(), visit)
                : result;
    }

    /** Programs show no device: their address is their place. */
    private static Visit device(HttpServletRequest request) {
        return Visit.from(request.getRemoteAddr());
    }

    private Response entered(SignInResult.SignedIn signedIn, HttpHeaders headers) {
        if (signedIn.mustEnrol()) {
            signIn.signOut(signedIn.token());
            Problem problem = Problem.of(
                    "second-factor-missing",
                    "You must set up a second factor first: sign in to the console.",
                    "请先在工作台设置双重验证。");
            throw Problems.exception(403, problem, headers);
        }
        if (signedIn.mustChangePassword()) {
            signIn.signOut(signedIn.token());
            Problem problem = Problem.of(
                    "password-change-missing",
                    "You must choose a password of your own first: sign in to the console.",
                    "请先在工作台修改初始密码。");
            throw Problems.exception(403, problem, headers);
        }
        return Response.ok(Map.of(
                        "token",
                        signedIn.token(),
                        "expiresAt",
                        signedIn.expiresAt().toString()))
                .build();
    }

    private static WebApplicationException refused(SignInResult result, HttpHeaders headers) {
        if (result instanceof SignInResult.Locked locked) {
            return Problems.exception(
                    429,
                    Problem.of(
                            "locked",
                            "Too many failures from here; try again after {0}.",
                            "失败次数过多，请在 {0} 之后重试。",
                            locked.until()),
                    headers);
        } else if (result instanceof SignInResult.CodeWanted) {
            return Problems.exception(
                    401,
                    Problem.of(
                            "code-wanted",
                            "Send the code of the authenticator as \"code\" too.",
                            "请在 code 字段中附上身份验证器的验证码。"),
                    headers);
        } else if (result instanceof SignInResult.Refused refused) {
            return Problems.exception(401, refused.problem(), headers);
        }
        return Problems.exception(
                401, Problem.of("rejected", "Account, password or code is wrong.", "账号、密码或验证码错误。"), headers);
    }
}
