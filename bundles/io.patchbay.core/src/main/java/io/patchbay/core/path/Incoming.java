// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.MessageId;
import io.patchbay.spi.channel.ChannelSignal;
import java.util.List;
import java.util.Optional;

/** A message of the remote party on its way into the journal. */
public record Incoming(
        MessageId id, String text, Optional<MessageEvent.Way> way, List<MessageEvent.AttachedPart> attachments) {
    static Incoming of(ChannelSignal.MessageArrived message) {
        return new Incoming(message.id(), message.text(), Optional.empty(), List.of());
    }

    MessageEvent.Received event() {
        return new MessageEvent.Received(id, new Confidential.Clear(text), way, attachments);
    }
}
