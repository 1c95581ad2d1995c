// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.patchbay.api.command.Origin;
import io.patchbay.api.signin.Visit;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Map;

/** Where a page is read: address, browser in words, and the cookie by which a browser is known again. */
public final class Visits {
    private static final String COOKIE = "patchbay-device";
    private static final String TO_BE_SET = Visits.class.getName();
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    /** In the order in which they must be looked for: each names those behind it as well. */
    private static final String[][] BROWSERS = {
        {"Edg/", "Edge"},
        {"OPR/", "Opera"},
        {"HeadlessChrome/", "Chromium"},
        {"Chrome/", "Chrome"},
        {"Firefox/", "Firefox"},
        {"Safari/", "Safari"}
    };

    private static final String[][] SYSTEMS = {
        {"Android", "Android"},
        {"iPhone", "iOS"},
        {"iPad", "iPadOS"},
        {"Windows", "Windows"},
        {"Mac OS", "macOS"},
        {"Linux", "Linux"}
    };

    private Visits() {}

    /** As an HTTP request tells it. */
    public static Visit of(HttpServletRequest request) {
        return new Visit(request.getRemoteAddr(), device(request.getHeader("User-Agent")), cookie(request));
    }

    /** As it was when the page was made. */
    public static Visit of(UI page) {
        Visit visit = ComponentUtil.getData(page, Visit.class);
        return visit == null ? Visit.from("unknown") : visit;
    }

    /** What stands in the trace of what is done on a page. */
    public static Origin origin(UI page) {
        return Origin.of("console " + of(page).address());
    }

    /** Keeps it for the life of a page. */
    public static void keepIn(UI page, HttpServletRequest request) {
        ComponentUtil.setData(page, Visit.class, of(request));
    }

    static String device(String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        return first(BROWSERS, agent, "Browser") + ", " + first(SYSTEMS, agent, "?");
    }

    private static String first(String[][] names, String agent, String otherwise) {
        for (String[] name : names) {
            if (agent.contains(name[0])) {
                return name[1];
            }
        }
        return otherwise;
    }

    private static String cookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    /** What the next plain request of this browser gets; push has no place for cookies. */
    public static Map.Entry<String, String> toBeSet(String token) {
        return Map.entry(TO_BE_SET, token);
    }

    /** Sets the cookie that waits in the browser session, if any. */
    public static void set(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(TO_BE_SET) instanceof String token)) {
            return;
        }
        session.removeAttribute(TO_BE_SET);
        response.addHeader(
                "Set-Cookie",
                String.format(
                        Locale.ROOT,
                        "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s",
                        COOKIE,
                        token,
                        YEAR_SECONDS,
                        request.isSecure() ? "; Secure" : ""));
    }
}
