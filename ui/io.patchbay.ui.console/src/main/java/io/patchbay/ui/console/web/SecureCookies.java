// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** What was set over HTTPS never goes over HTTP. The container knows one answer for both, so it is added here. */
final class SecureCookies {
    private static final String SECURE = "; Secure";

    private SecureCookies() {}

    /** Begins the session of a page before anything is written, so that its cookie can still be marked. */
    static void begin(HttpServletRequest request, HttpServletResponse response) {
        String accept = request.getHeader("Accept");
        boolean page = request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
        if (request.isSecure() && page && request.getSession(false) == null) {
            var unused = request.getSession();
            mark(request, response);
        }
    }

    /** Marks all cookies that are set so far. */
    static void mark(HttpServletRequest request, HttpServletResponse response) {
        if (!request.isSecure()) {
            return;
        }
        List<String> cookies = List.copyOf(response.getHeaders("Set-Cookie"));
        for (int i = 0; i < cookies.size(); i++) {
            String marked = cookies.get(i).contains(SECURE) ? cookies.get(i) : cookies.get(i) + SECURE;
            if (i == 0) {
                response.setHeader("Set-Cookie", marked);
            } else {
                response.addHeader("Set-Cookie", marked);
            }
        }
    }
}
