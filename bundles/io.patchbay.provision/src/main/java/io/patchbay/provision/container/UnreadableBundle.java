// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.container;

import java.io.Serial;

/** A bundle that a feature names is not where it says. */
public final class UnreadableBundle extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableBundle(String location, Exception cause) {
        super("the bundle " + location + " cannot be read: " + cause.getMessage(), cause);
    }
}
