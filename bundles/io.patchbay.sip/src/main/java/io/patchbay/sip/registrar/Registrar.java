// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.registrar;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** The location table: which phones a user has. In memory; any thread. */
@SuppressWarnings("DoNotCallSuggester") // skeleton
public final class Registrar {
    private final RegistrarSettings settings;
    private final InstantSource clock;
    private final BindingsListener listener;

    /**
     * @param settings bounds
     * @param clock for expiry
     * @param listener hears every change
     */
    public Registrar(RegistrarSettings settings, InstantSource clock, BindingsListener listener) {
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * The phones of a user.
     *
     * @param user the extension
     * @return the most recently registered first; empty if none
     */
    public List<Binding> bindings(String user) {
        throw new UnsupportedOperationException(user + settings + clock + listener);
    }

    /**
     * Puts back what was known before a restart. Expired ones are left out; the listener is not told.
     *
     * @param bindings from {@link BindingsListener}
     */
    public void restore(Collection<Binding> bindings) {
        throw new UnsupportedOperationException(bindings.toString());
    }

    /** Removes what has expired and tells the listener. The node calls this once a second. */
    public void expire() {
        throw new UnsupportedOperationException();
    }
}
