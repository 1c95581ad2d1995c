// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.agent;

import java.util.Objects;

/** Whether an agent takes contacts. Reserved, busy and wrap-up are not presence: they follow from {@link Load}. */
public sealed interface Presence {
    /** Not at work. */
    record LoggedOut() implements Presence {}

    /** Takes contacts within his capacity. */
    record Ready() implements Presence {}

    /**
     * At work but takes nothing new.
     *
     * @param reason a configured reason such as {@code break}, or one of the constants here
     */
    record NotReady(String reason) implements Presence {
        /** Just signed in. */
        public static final String PREPARING = "preparing";
        /** Let an offer run out. */
        public static final String NO_ANSWER = "no-answer";
        /** A supervisor signed him out; what he has goes to its end first, then he is {@link LoggedOut}. */
        public static final String LEAVING = "leaving";
        /** The last window is gone. */
        public static final String CONNECTION_LOST = "connection-lost";

        public NotReady {
            Objects.requireNonNull(reason, "reason");
            if (reason.isBlank() || reason.length() > 32) {
                throw new IllegalArgumentException("reason must have 1 to 32 characters but is \"" + reason + "\"");
            }
        }
    }

    /**
     * The name on the wire.
     *
     * @return {@code loggedOut}, {@code ready} or {@code notReady}
     */
    default String wire() {
        return this instanceof LoggedOut ? "loggedOut" : this instanceof Ready ? "ready" : "notReady";
    }
}
