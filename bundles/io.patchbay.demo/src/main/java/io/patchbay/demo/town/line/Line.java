// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

/** A customer's end of one contact. Called on the town's thread. */
public interface Line {
    /** An agent is there. */
    default void answered() {}

    /** Says one of the lines of his matter. */
    default void say(int number) {}

    /** Hangs up, or turns away; a line that is over does nothing. */
    void leave();

    /** What a customer hears at his end; any thread. */
    interface Ear {
        /** Somebody wrote to him. */
        void heard();

        /** He did not get through. */
        void failed(String why);

        /** He has nothing more to say and is gone. */
        void over();
    }

    /** Opens lines of one channel. */
    @FunctionalInterface
    interface Opener {
        /** Gets in touch: dials, or says the first line. */
        Line open(Visit visit, Ear ear);
    }
}
