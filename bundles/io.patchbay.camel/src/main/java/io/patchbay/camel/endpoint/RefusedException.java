// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import java.io.Serial;

/** Patchbay said no, in words; an exchange fails with it. */
public final class RefusedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedException(String code, String words) {
        super(words);
        this.code = code;
    }

    /**
     * The refusal's key, for a route that treats some kinds otherwise.
     *
     * @return for example {@code unknown-queue}
     */
    public String code() {
        return code;
    }
}
