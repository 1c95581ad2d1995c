// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.registrar;

import java.util.List;

/** Hears which phones come and go. */
@FunctionalInterface
public interface BindingsListener {
    /**
     * A user's bindings were added, refreshed, removed or have expired. Called one after the other while the registrar
     * is locked: returns at once, hands longer work on.
     *
     * @param user the extension
     * @param bindings all that hold now; empty if no phone is left
     */
    void bindingsChanged(String user, List<Binding> bindings);
}
