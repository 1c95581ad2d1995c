// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.fetch;

import io.patchbay.channel.email.mime.Spool;
import java.io.IOException;

/** Who takes the mails of a box. Called by the box's thread, one mail after the other; may block. */
@FunctionalInterface
public interface Reception {
    /**
     * Takes a mail.
     *
     * @param spool its bytes; closed by the box
     * @param whole whether only to keep it as it came, because reading it went wrong
     * @return what came of it
     * @throws IOException if it cannot be read
     * @throws InterruptedException if the box is being closed
     */
    Outcome take(Spool spool, boolean whole) throws IOException, InterruptedException;

    /** What came of a mail. */
    sealed interface Outcome {
        /** It is durable. */
        record Taken() implements Outcome {}

        /** Nothing can be kept now; this mail is not to blame. */
        record NotNow(String reason) implements Outcome {}

        /** This mail cannot be taken. */
        record Failed(String reason) implements Outcome {}
    }
}
