// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.message;

import java.util.List;
import java.util.Optional;

/** The headers of one received message, read only. Any thread. */
public interface Headers {
    /**
     * The first value of a header.
     *
     * @param name full name, in any case ({@code "Alert-Info"})
     * @return what stands behind the colon; empty if the message has none
     */
    Optional<String> first(String name);

    /**
     * All values of a header in their order.
     *
     * @param name full name, in any case
     * @return what stands behind the colons, one element a value; empty if there are none
     */
    List<String> all(String name);
}
