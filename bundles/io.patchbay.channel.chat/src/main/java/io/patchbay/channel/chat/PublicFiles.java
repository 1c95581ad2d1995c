// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Gives out the demo page, the widget and the socket, nothing else of the bundle, and tells browsers to be strict. */
public final class PublicFiles implements Filter {
    private static final Set<String> PATHS = Set.of("/", "/index.html", "/widget.js", "/demo.js", "/demo.css", "/ws");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Made by the container. */
    public PublicFiles() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        HttpServletRequest asked = (HttpServletRequest) request;
        String path = asked.getRequestURI().substring(asked.getContextPath().length());
        if (!path.isEmpty() && !PATHS.contains(path)) {
            http.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Referrer-Policy", "no-referrer");
        http.setHeader("Content-Security-Policy", POLICY);
        if (path.equals("/widget.js")) {
            http.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        chain.doFilter(request, response);
    }
}
