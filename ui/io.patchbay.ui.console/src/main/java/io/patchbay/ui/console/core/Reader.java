// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import com.vaadin.flow.server.VaadinSession;
import io.patchbay.api.id.UserId;
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

    /** Makes this the reader of the browser session. */
    public void enter() {
        VaadinSession.getCurrent().setAttribute(Reader.class, this);
    }

    /** Forgets the reader of the browser session. */
    public static void leave() {
        VaadinSession.getCurrent().setAttribute(Reader.class, null);
    }
}
