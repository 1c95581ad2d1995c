// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import io.patchbay.api.people.SignIn;
import io.patchbay.api.people.SignIn.Leaving;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.ui.console.core.Arrival;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.console.core.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way to a provider and back: {@code /signin/to/NAME} and {@code /signin/back}. The state is kept in the browser
 * session, so that nobody is signed in by a link that somebody else began.
 */
final class ProviderPath {
    private static final Pattern TO = Pattern.compile("/signin/to/([a-z0-9-]{1,60})");
    private static final String BACK = "/signin/back";
    private static final String PARAMETER = "state";
    private static final String STATE = ProviderPath.class.getName();

    boolean serve(HttpServletRequest request, HttpServletResponse response, Services services) {
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        Matcher to = TO.matcher(path);
        if (!request.getMethod().equals("GET")) {
            return false;
        } else if (to.matches()) {
            leave(request, response, services.signIn(), to.group(1));
            return true;
        } else if (path.equals(BACK)) {
            arrive(request, response, services.signIn());
            return true;
        }
        return false;
    }

    private static void leave(HttpServletRequest request, HttpServletResponse response, SignIn signIn, String door) {
        Leaving leaving = signIn.leave(door, back(request));
        if (leaving instanceof Leaving.Away away) {
            request.getSession().setAttribute(STATE, away.state());
            go(response, away.address().toString());
        } else {
            Arrival.keep(request, new SignInResult.Refused(((Leaving.Shut) leaving).problem()));
            go(response, "/");
        }
    }

    /** The provider compares it with what was registered, so a forged Host leads nowhere. */
    private static URI back(HttpServletRequest request) {
        return URI.create(request.getRequestURL().toString()).resolve(BACK);
    }

    private static void arrive(HttpServletRequest request, HttpServletResponse response, SignIn signIn) {
        HttpSession session = request.getSession();
        Object state = session.getAttribute(STATE);
        session.removeAttribute(STATE);
        Map<String, String> answer = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> answer.put(name, values[0]));
        String claimed = state instanceof String own && own.equals(answer.get(PARAMETER)) ? own : "";
        Arrival.keep(request, signIn.comeBack(claimed, answer, Visits.of(request)));
        go(response, "/");
    }

    private static void go(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
    }
}
