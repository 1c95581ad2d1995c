// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.registrar;

import java.util.List;

/** What the registrar says. */
public sealed interface RegisterResult {
    /**
     * 200.
     *
     * @param bindings all that hold now
     */
    record Bound(List<Binding> bindings) implements RegisterResult {
        /** Copies the list. */
        public Bound {
            bindings = List.copyOf(bindings);
        }
    }

    /**
     * 423.
     *
     * @param minExpiresSeconds the shortest time we take
     */
    record TooBrief(int minExpiresSeconds) implements RegisterResult {}

    /**
     * Refused.
     *
     * @param status 500 out of order, 503 table full
     */
    record Refused(int status) implements RegisterResult {}
}
