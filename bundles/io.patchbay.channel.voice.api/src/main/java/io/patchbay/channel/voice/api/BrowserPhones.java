// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.api;

import io.patchbay.api.id.AgentId;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Telephones in browsers: a window lends its agent microphone and ear. An agent has at most one; it rings beside his
 * registered phones and needs no account of theirs. Safe for any thread.
 */
@ProviderType
public interface BrowserPhones {
    /**
     * Makes a window its agent's phone.
     *
     * @param agent whose
     * @param window the window
     * @param takeOver whether it takes the place of another window, with the calls that run there
     * @return the window's line; empty if the agent has no extension, or if another window has the phone and is to keep
     *     it
     */
    Optional<Line> attach(AgentId agent, Window window, boolean takeOver);

    /**
     * Whether a window is an agent's phone.
     *
     * @param agent whose
     * @return false if he has none
     */
    boolean attached(AgentId agent);

    /** What a window does; called on any thread, must not block. */
    @ConsumerType
    interface Window {
        /**
         * Connects sound: the browser answers by {@link Line#answered}. Nothing is to be asked of the agent. A call
         * that is named again is connected anew.
         *
         * @param call names the connection
         * @param offer SDP (RFC 8829)
         */
        void connect(String call, String offer);

        /**
         * Ends a connection.
         *
         * @param call as above; one that it does not know is ignored
         */
        void disconnect(String call);

        /** Another window has the phone from now on; its line does nothing any more. */
        void taken();
    }

    /** What a window tells. */
    @ProviderType
    interface Line extends AutoCloseable {
        /**
         * The browser's answer.
         *
         * @param call which connection
         * @param sdp its session description; one that no call can be held with fails the connection
         */
        void answered(String call, String sdp);

        /**
         * A connection did not come about, or broke.
         *
         * @param call which
         * @param why for the log
         */
        void failed(String call, String why);

        /**
         * Connects the window with itself for at most a minute, to hear how it sounds to others.
         *
         * @return the connection's name, which begins with {@code echo-}; empty if there is no line for sound, or a
         *     call
         */
        Optional<String> echo();

        /**
         * Ends an echo.
         *
         * @param call its name
         */
        void endEcho(String call);

        /**
         * Whether a connection exists.
         *
         * @return true while a call rings or is talked
         */
        boolean busy();

        /**
         * Whether sound comes from the window, that is, whether it is there although nothing else reaches it.
         *
         * @return false if there is no connection, or nothing came for 3 s
         */
        boolean flows();

        /** The window is no phone any more; its calls are lost. */
        @Override
        void close();
    }
}
