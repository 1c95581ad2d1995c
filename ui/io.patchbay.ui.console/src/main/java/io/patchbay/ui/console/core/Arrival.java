// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import com.vaadin.flow.server.VaadinSession;
import io.patchbay.api.people.SignIn.SignInResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What came of a sign-in at a provider, waiting in the browser session for the page to be drawn. */
public final class Arrival {
    private static final String KEY = Arrival.class.getName();

    private Arrival() {}

    /** Keeps it for the page. */
    public static void keep(HttpServletRequest request, SignInResult result) {
        request.getSession().setAttribute(KEY, result);
    }

    /** What waits, once. */
    public static Optional<SignInResult> take() {
        var session = VaadinSession.getCurrent().getSession();
        Object waiting = session.getAttribute(KEY);
        session.removeAttribute(KEY);
        return Optional.ofNullable(waiting).map(SignInResult.class::cast);
    }
}
