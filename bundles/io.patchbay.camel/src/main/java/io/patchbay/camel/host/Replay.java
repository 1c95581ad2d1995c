// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

/** What came of sending a message into a route again. */
public sealed interface Replay {
    /** There is no such route now. */
    record Absent() implements Replay {}

    /** The route ended well. */
    record Well() implements Replay {}

    /** It failed again. */
    record Failed(Throwable why) implements Replay {}
}
