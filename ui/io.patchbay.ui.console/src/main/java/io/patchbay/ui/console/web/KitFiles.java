// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import io.patchbay.ui.console.core.Visits;
import io.patchbay.ui.kit.part.Shape;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.regex.Pattern;

/** Serves the theme and the browser part of ui.kit as they are: a change needs no front-end build. */
final class KitFiles {
    private static final Pattern OURS = Pattern.compile("/(?:patchbay|themes/patchbay)/[a-z-]+\\.(css|js|svg)");
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

    /** Answers if the request is for one of our files for the sign of life, or for a new session id. */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        if (path.equals("/patchbay/alive")) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return true;
        }
        if (path.equals("/patchbay/renew") && request.getMethod().equals("POST")) {
            if (request.getSession(false) != null) {
                request.changeSessionId();
                Visits.set(request, response);
                SecureCookies.mark(request, response);
            }
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return true;
        }
        var ours = OURS.matcher(path);
        URL file = ours.matches() ? Shape.class.getResource("/META-INF/resources" + path) : null;
        if (file == null) {
            return false;
        }
        byte[] content;
        try (InputStream in = file.openStream()) {
            content = in.readAllBytes();
        }
        String tag = "\"" + Integer.toHexString(java.util.Arrays.hashCode(content)) + "\"";
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        response.setContentType(TYPES.get(ours.group(1)) + ";charset=UTF-8");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
        return true;
    }
}
