// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import java.io.Serial;

/** Why the guard did not let an exchange go on, in words. */
public final class CutOffException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    CutOffException(String reason) {
        super(reason);
    }
}
