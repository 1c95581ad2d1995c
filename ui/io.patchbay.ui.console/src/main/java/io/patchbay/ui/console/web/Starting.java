// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import io.patchbay.ui.console.core.Choices;
import io.patchbay.ui.kit.text.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page while the core is not there yet or has gone: it asks again by itself. */
final class Starting {
    private static final String AGAIN_SECONDS = "2";

    private Starting() {}

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Words words = Words.of(
                io.patchbay.ui.console.core.Console.class, Choices.of(request).language());
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", AGAIN_SECONDS);
        response.setHeader("Refresh", AGAIN_SECONDS);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(words.get("starting"));
    }
}
