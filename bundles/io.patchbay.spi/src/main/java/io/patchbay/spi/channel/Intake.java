// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The one way into the core. The core implements it; channel plug-ins call it. Safe for any thread. */
@ProviderType
public interface Intake {
    /**
     * Opens an interaction. Returns at once; the channel acknowledges to its remote party only when
     * {@code ChannelSession.committed(id)} arrives, or {@code refused(problem)}.
     *
     * @param arrival what came in
     * @param session how the core reaches the remote party from now on
     * @return where the plug-in reports what happens next
     * @throws OverloadException if the core sheds load or cannot keep anything now; the plug-in then rejects in its own
     *     protocol (SIP: 503) or leaves the thing unacknowledged
     */
    SignalSink open(Arrival arrival, ChannelSession session) throws OverloadException;

    /**
     * Takes an open interaction up again after the channel's bundle, Patchbay or the connection was restarted. The
     * session before is no longer used; it is told what it missed only by {@code Interactions.messages}.
     *
     * @param id an open interaction of the caller's channel
     * @param session how the core reaches the remote party from now on; told {@code committed} and where the contact
     *     is: the agent it has and who hears whom, or whom it is offered to
     * @return where to report; empty if the interaction is closed or its remote side has left
     */
    Optional<SignalSink> resume(InteractionId id, ChannelSession session);

    /**
     * Open interactions of a channel whose remote side has not left, for a channel that starts.
     *
     * @param channel the caller's channel
     * @return the contacts, oldest first
     */
    List<OpenContact> open(ChannelKey channel);

    /**
     * An open interaction of a channel.
     *
     * @param id the interaction
     * @param conversation its conversation
     */
    record OpenContact(InteractionId id, ConversationId conversation) {}
}
