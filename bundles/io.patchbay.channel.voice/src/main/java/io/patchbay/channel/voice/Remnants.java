// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.channel.voice.call.Calls;
import io.patchbay.channel.voice.call.Gone;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.SignalSink;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.store.recording.RecordingWriter;
import java.util.Set;

/** Calls that a hard stop cut off: their recordings are closed as far as they got, then they end as failed. */
final class Remnants {
    private Remnants() {}

    /** {@code but} are gone on with. */
    static void end(Intake intake, Interactions interactions, RecordingFiles files, Set<InteractionId> but) {
        intake.open(Calls.CHANNEL).stream()
                .filter(open -> !but.contains(open.id()))
                .forEach(open -> intake.resume(open.id(), new Gone()).ifPresent(sink -> interactions
                        .find(Scope.system(), open.id())
                        .ifPresent(call -> end(call, sink, files))));
    }

    private static void end(Interaction call, SignalSink sink, RecordingFiles files) {
        call.recordings().stream().filter(part -> part.endedAt().isEmpty()).forEach(part -> {
            RecordingWriter.Finished found = files.leftBehind(part.id());
            sink.signal(new ChannelSignal.RecordingEnded(part.id(), found.seconds(), found.head(), found.whole()));
        });
        sink.signal(new ChannelSignal.Failed("restart"));
    }
}
