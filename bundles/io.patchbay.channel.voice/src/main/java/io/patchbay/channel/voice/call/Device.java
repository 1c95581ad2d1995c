// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.media.Leg;
import io.patchbay.sip.message.SipParty;

/** One device that rings for one call: a registered phone, the phone in a browser. On the call's lane only. */
interface Device {
    /** What becomes of its ringing; told on any thread, at most one of {@code answered} and {@code refused}. */
    interface Events {
        /** It shows a sign of life. */
        void rings();

        /** It was picked up, and its sound flows. */
        void answered();

        /** It will not be answered: {@code status} as in SIP. */
        void refused(int status);

        /** It holds the call that it answered, or is back. */
        default void holds(boolean holds) {}

        /** Its transfer key was pressed: whoever it names is to have the call. */
        default void transfers(String number) {}

        /** A key of it was pressed, and told apart from its sound. */
        default void presses(char key) {}

        /** It was picked up before and is gone; {@code cause} begins with {@code bye} if it was hung up. */
        void gone(String cause);
    }

    /**
     * Rings, once.
     *
     * @param who shown as the caller
     * @param subject shown beside it
     * @param sound what it will talk through; other devices of the agent ring for the same
     * @param events hears what becomes of it
     * @param byItself whether one that is rung {@link Accepting#ALONE} answers at once; others are told by
     *     {@link #answer}
     * @throws IllegalArgumentException if it cannot be called at all
     */
    void ring(SipParty who, String subject, Leg sound, boolean byItself, Events events);

    /** How it takes that its agent has accepted at the desk. */
    Accepting accepting();

    /** The agent has accepted at the desk: answer by itself, if it can. */
    void answer();

    /** Stops its ringing. */
    void stop();

    /** Ends the call that it answered. */
    void hangUp();

    /** What is spoken; empty before it is known. */
    String codec();

    /** Tells all that another instance needs to go on with it; false if it is not answered or cannot be handed over. */
    default boolean tell(Facts facts) {
        return false;
    }

    /** See {@link #accepting}. */
    enum Accepting {
        /** It answers by itself and at once. */
        AT_ONCE,
        /** It is rung alone, anew if it rings already. */
        ALONE,
        /** It is told, and answers if it can; others may be told too. */
        TOLD
    }
}
