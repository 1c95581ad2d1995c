// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

/** What became of the bytes of one message. */
public sealed interface Parsed {
    /** A legal request. */
    record Asked(Request request) implements Parsed {}

    /** A legal response. */
    record Answered(Response response) implements Parsed {}

    /** No legal request, but enough of it is legible to say so. */
    record Illegal(Replies replies, String reason) implements Parsed {}

    /** Nothing that can be answered. */
    record Illegible() implements Parsed {}
}
