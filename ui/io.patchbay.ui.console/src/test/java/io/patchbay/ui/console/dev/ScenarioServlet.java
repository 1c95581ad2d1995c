// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.ui.console.core.Console;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets a script make things happen: {@code /dev/offer}, {@code /dev/call}, {@code /dev/message}, {@code /dev/typing}.
 */
final class ScenarioServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Scenario scenario;

    ScenarioServlet(Scenario scenario, Console console) {
        this.scenario = scenario;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getPathInfo()) {
            case "/offer" -> scenario.offer(request.getParameter("seconds"));
            case "/call" -> scenario.call(request.getParameter("seconds"));
            case "/answer" -> scenario.answer();
            case "/trouble" -> scenario.trouble();
            case "/hangup" -> scenario.hangUp();
            case "/phone" -> scenario.phone("away".equals(request.getParameter("is")));
            case "/unknown" -> scenario.unknown();
            case "/message" -> scenario.message(request.getParameter("text"));
            case "/typing" -> scenario.typing();
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        response.getWriter().println("done");
    }
}
