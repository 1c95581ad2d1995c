// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.verification;

import io.patchbay.api.id.CustomerId;
import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** Checks what a customer entered with his keys; registered as a service, the first one there is asked. */
@ConsumerType
public interface Verifier {
    /**
     * What is asked for.
     *
     * @return a word for facts and journal, for example {@code pin}
     */
    String method();

    /**
     * How much is asked for.
     *
     * @return digits, 1 to 32; the customer may end sooner with {@code #}
     */
    int digits();

    /**
     * Checks. Called on a worker; an answer later than 5 s counts as {@link Finding.Unable}, as does an exception.
     *
     * @param customer who he is thought to be
     * @param digits what he entered; overwritten after return, keep nothing of it
     * @return what is true
     */
    Finding verify(CustomerId customer, char[] digits);

    /** What was found. */
    sealed interface Finding {
        /**
         * It is he.
         *
         * @param holds for how long that counts
         */
        record Verified(Duration holds) implements Finding {}

        /** It is wrong. */
        record Wrong() implements Finding {}

        /**
         * It cannot be told now.
         *
         * @param reason why, for the log
         */
        record Unable(String reason) implements Finding {}
    }
}
