// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.OutgoingCall;

/** Makes calls. */
@FunctionalInterface
public interface Dialer {
    /** As {@code SipNode.call}. */
    OutgoingCall call(CallRequest request, CallListener listener);
}
