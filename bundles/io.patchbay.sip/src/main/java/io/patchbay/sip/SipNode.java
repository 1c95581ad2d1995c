// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import io.patchbay.sip.admission.Admission;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.CallTaker;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.registrar.Registrar;

/** The SIP side of this process: its sockets, transactions and dialogs. Any thread. */
@SuppressWarnings("DoNotCallSuggester") // skeleton
public final class SipNode implements AutoCloseable {
    /**
     * Opens the sockets and starts to take requests.
     *
     * @param settings where and how
     * @param admission decides who gets state
     * @param calls takes incoming calls
     * @param registrar takes admitted REGISTERs
     * @throws IllegalStateException if a port is in use or the key store is unusable; the message names it
     */
    public SipNode(SipSettings settings, Admission admission, CallTaker calls, Registrar registrar) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a call. Returns at once; host names are resolved elsewhere.
     *
     * @param request whom, as whom, with what offer
     * @param listener hears what happens, on the call's worker thread
     * @return the call
     * @throws IllegalArgumentException if the target is no URI
     */
    public OutgoingCall call(CallRequest request, CallListener listener) {
        throw new UnsupportedOperationException();
    }

    /**
     * Registers at a trunk and stays registered until the registration is closed.
     *
     * @param settings where and as whom
     * @param listener hears how it goes
     * @return to end it
     */
    public Registration register(RegistrationSettings settings, RegistrationListener listener) {
        throw new UnsupportedOperationException();
    }

    /**
     * What happened so far.
     *
     * @return counts
     */
    public SipFigures figures() {
        throw new UnsupportedOperationException();
    }

    /** Ends sockets and threads. Sends nothing: whoever wants BYEs sends them first. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
