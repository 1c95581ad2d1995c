// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import java.io.Serial;

/** The core takes no more work now: it sheds load or its journal cannot commit. Nothing was kept. */
public final class OverloadException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param reason what is full or away
     */
    public OverloadException(String reason) {
        super(reason);
    }
}
