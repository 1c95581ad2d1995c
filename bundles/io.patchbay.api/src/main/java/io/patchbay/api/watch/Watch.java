// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.watch;

/** Somebody follows something; closing ends it. */
@FunctionalInterface
public interface Watch extends AutoCloseable {
    /** Ends it; safe to call twice. */
    @Override
    void close();
}
