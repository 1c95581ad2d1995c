// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import io.patchbay.api.id.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is signed in to one browser session, and what he has not sent yet.
 *
 * @param user the account
 * @param token of his session
 * @param mustChangePassword whether he has to choose a new password first
 * @param drafts texts by conversation: of one person, never carried over
 */
public record Reader(UserId user, String token, boolean mustChangePassword, Map<String, String> drafts) {
    /** Somebody who has just signed in. */
    public static Reader of(UserId user, String token, boolean mustChangePassword) {
        return new Reader(user, token, mustChangePassword, new ConcurrentHashMap<>());
    }

    /** Who is signed in now. */
    public static Optional<Reader> current() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Reader.class));
    }

    /** Who is signed in to the browser session of a request that does not come through Flow. */
    public static Optional<Reader> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(known -> known.getAttribute(Reader.class.getName()))
                .map(Reader.class::cast);
    }

    /** Makes this the reader of the browser session. */
    public void enter() {
        http().setAttribute(Reader.class.getName(), this);
        VaadinSession.getCurrent().setAttribute(Reader.class, this);
    }

    /** Forgets the reader of the browser session. */
    public static void leave() {
        http().removeAttribute(Reader.class.getName());
        VaadinSession.getCurrent().setAttribute(Reader.class, null);
    }

    private static WrappedSession http() {
        return VaadinSession.getCurrent().getSession();
    }
}
