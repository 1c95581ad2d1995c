// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.api.signin.Greeting;
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
 * @param mustEnrol whether he has to set up a second factor first
 * @param greeting what he is told until he has read it
 * @param drafts texts by conversation: of one person, never carried over
 */
public record Reader(
        UserId user,
        String token,
        boolean mustChangePassword,
        boolean mustEnrol,
        Greeting greeting,
        Map<String, String> drafts) {
    /** Somebody who has just signed in. */
    public static Reader of(SignInResult.SignedIn in) {
        return new Reader(
                in.user(),
                in.token(),
                in.mustChangePassword(),
                in.mustEnrol(),
                in.greeting(),
                new ConcurrentHashMap<>());
    }

    /** Somebody with nothing to be told. */
    public static Reader of(UserId user, String token, boolean mustChangePassword) {
        return new Reader(user, token, mustChangePassword, false, Greeting.NONE, new ConcurrentHashMap<>());
    }

    /** With a password of his own choice. */
    public Reader changed() {
        return new Reader(user, token, false, mustEnrol, greeting, drafts);
    }

    /** With a second factor. */
    public Reader enrolled() {
        return new Reader(user, token, mustChangePassword, false, greeting, drafts);
    }

    /** Who has read what he was told. */
    public Reader greeted() {
        return new Reader(user, token, mustChangePassword, mustEnrol, Greeting.NONE, drafts);
    }

    /** Whether something has to be done before anything else. */
    public boolean held() {
        return mustChangePassword || mustEnrol;
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
        if (!greeting.deviceToken().isEmpty()) {
            Map.Entry<String, String> cookie = Visits.toBeSet(greeting.deviceToken());
            http().setAttribute(cookie.getKey(), cookie.getValue());
        }
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
