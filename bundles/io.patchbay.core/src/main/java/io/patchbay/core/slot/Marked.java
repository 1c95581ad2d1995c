// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.slot;

import org.slf4j.MDC;

/** Lets the log lines of a piece of work name the interaction it is about. */
final class Marked {
    /** The name that the log pattern prints. */
    private static final String INTERACTION = "interaction";

    private Marked() {}

    /** From here on, on this thread, until {@link #nothing()}. */
    static void with(Object interaction) {
        MDC.put(INTERACTION, interaction.toString());
    }

    static void nothing() {
        MDC.remove(INTERACTION);
    }

    /** The same work, later, with the mark that is set now. */
    static Runnable asNow(Runnable work) {
        String interaction = MDC.get(INTERACTION);
        return interaction == null
                ? work
                : () -> {
                    with(interaction);
                    try {
                        work.run();
                    } finally {
                        nothing();
                    }
                };
    }
}
