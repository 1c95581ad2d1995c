// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What the browser must not do with our pages; docs/topics/csp.md says why the policy is not stricter. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static void write(HttpServletRequest request, HttpServletResponse response) {
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    /** The policy of a page whose own scripts carry a nonce. */
    static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'self'",
                // Flow evaluates the functions that the server sends.
                "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
                // Web components write style elements and attributes.
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "worker-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
