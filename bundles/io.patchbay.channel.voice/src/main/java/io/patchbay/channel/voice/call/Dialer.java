// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.call.SipCall;

/** Makes calls, and goes on with kept ones. */
public interface Dialer {
    /** As {@code SipNode.call}. */
    OutgoingCall call(CallRequest request, CallListener listener);

    /** As {@code SipNode.resume}. */
    SipCall resume(KeptDialog dialog, CallListener listener);
}
