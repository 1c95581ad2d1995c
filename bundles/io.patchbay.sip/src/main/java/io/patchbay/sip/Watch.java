// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

/** A far end whose answering is watched. */
public interface Watch extends AutoCloseable {
    /** Asks no more. */
    @Override
    void close();
}
