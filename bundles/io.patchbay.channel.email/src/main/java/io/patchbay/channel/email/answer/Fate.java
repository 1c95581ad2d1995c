// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.answer;

/** What became of trying to send a mail. */
public sealed interface Fate {
    /** The server took it. */
    record Delivered() implements Fate {}

    /** It will never be taken; the server's words. */
    record Refused(String reason) implements Fate {}

    /** Not now; the reason, and whether it is the way to the server that is broken. */
    record Later(String reason, boolean unreachable) implements Fate {}
}
