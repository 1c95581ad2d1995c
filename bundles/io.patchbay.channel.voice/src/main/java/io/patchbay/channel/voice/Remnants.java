// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.channel.voice.call.Calls;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.SignalSink;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.store.recording.RecordingWriter;
import java.time.Instant;

/** Calls that a hard stop cut off: their recordings are closed as far as they got, then they end as failed. */
final class Remnants {
    private Remnants() {}

    static void end(Intake intake, Interactions interactions, RecordingFiles files) {
        intake.open(Calls.CHANNEL).forEach(open -> intake.resume(open.id(), new Gone())
                .ifPresent(sink ->
                        interactions.find(Scope.system(), open.id()).ifPresent(call -> end(call, sink, files))));
    }

    private static void end(Interaction call, SignalSink sink, RecordingFiles files) {
        call.recordings().stream().filter(part -> part.endedAt().isEmpty()).forEach(part -> {
            RecordingWriter.Finished found = files.leftBehind(part.id());
            sink.signal(new ChannelSignal.RecordingEnded(part.id(), found.seconds(), found.head(), found.whole()));
        });
        sink.signal(new ChannelSignal.Failed("restart"));
    }

    /** A caller who is no longer there: nothing reaches him. */
    private static final class Gone implements ChannelSession {
        @Override
        public void committed(InteractionId id, ConversationId conversation) {}

        @Override
        public void refused(Problem problem) {}

        @Override
        public void accepted(MessageId id, Instant at) {}

        @Override
        public void queued(QueuePlace place) {}

        @Override
        public void connect(AgentId agent, String name) {}

        @Override
        public void send(OutboundMessage message) {}

        @Override
        public void typing() {}

        @Override
        public void end() {}
    }
}
