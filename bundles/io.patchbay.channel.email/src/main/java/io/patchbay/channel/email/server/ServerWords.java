// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.server;

import java.util.Optional;

/** What went wrong with a server, in one line. */
public final class ServerWords {
    private static final int LONGEST = 300;

    private ServerWords() {}

    /** The words of an exception and of its cause, if that says more. */
    public static String of(Throwable fault) {
        String words = say(fault);
        Throwable cause = fault.getCause();
        if (cause != null && !words.contains(say(cause))) {
            words += ": " + say(cause);
        }
        String line = words.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST));
    }

    private static String say(Throwable fault) {
        return Optional.ofNullable(fault.getMessage())
                .filter(text -> !text.isBlank())
                .orElse(fault.getClass().getSimpleName());
    }
}
