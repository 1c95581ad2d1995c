// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.guard;

/** A plug-in's strategy was cut off while it was asked: the question has to be put to the default. */
public final class CutOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CutOffException(String strategy) {
        super("strategy " + strategy + " is cut off", null, false, false);
    }
}
