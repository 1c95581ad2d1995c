// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Errors as RFC 9457 wants them, in the caller's language. */
final class Problems {
    static final String TYPE = "application/problem+json";

    private Problems() {}

    static Response response(int status, Problem problem, Locale locale) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", Response.Status.fromStatusCode(status).getReasonPhrase());
        body.put("status", status);
        body.put("detail", problem.text(locale));
        body.put("code", problem.code());
        return Response.status(status).type(TYPE).entity(body).build();
    }

    static WebApplicationException exception(int status, Problem problem, HttpHeaders headers) {
        return new WebApplicationException(response(status, problem, locale(headers)));
    }

    static Locale locale(HttpHeaders headers) {
        List<Locale> wanted = headers.getAcceptableLanguages();
        return wanted.isEmpty() ? Locale.ENGLISH : wanted.get(0);
    }

    static int status(CommandResult.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
        };
    }

    static Problem invalid(String name, String value, String wanted) {
        return Problem.of(
                "bad-parameter", "{0} is \"{1}\" but must be {2}.", "参数 {0} 的值“{1}”无效，应为 {2}。", name, value, wanted);
    }

    static Problem forbidden(String permission) {
        return Problem.of(
                "forbidden", "You may not do this: the right {0} is missing.", "您没有执行此操作的权限：缺少 {0}。", permission);
    }

    static Problem notFound(String what, String id) {
        return Problem.of("not-found", "There is no {0} {1}.", "没有 {0} {1}。", what, id);
    }
}
