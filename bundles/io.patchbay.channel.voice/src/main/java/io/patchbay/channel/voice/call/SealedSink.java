// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.media.G711;
import io.patchbay.media.RecordedSecond;
import io.patchbay.media.RecordingSink;
import io.patchbay.media.Side;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.store.recording.Law;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.store.recording.RecordingWriter;
import io.patchbay.store.recording.Withheld;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Seals one recording as it comes. Called by the recorder's thread only; tells what became of it once, at the end. */
final class SealedSink implements RecordingSink {
    private static final Logger log = LoggerFactory.getLogger(SealedSink.class);

    private final RecordingFiles files;
    private final RecordingId id;
    private final InteractionId interaction;
    private final Consumer<ChannelSignal.RecordingEnded> ended;
    private final Runnable broken;
    private final Writing writing;
    private boolean failed;

    /** How far it got, for whoever goes on with it. */
    record Writing(AtomicReference<RecordingWriter> writer, AtomicBoolean missed) {
        Writing() {
            this(new AtomicReference<>(), new AtomicBoolean());
        }

        /** As another instance told of it. */
        @SuppressWarnings("unchecked") // what tell() put there
        static Writing of(Facts facts) {
            return new Writing(facts.get("writer", AtomicReference.class), facts.get("missed", AtomicBoolean.class));
        }
    }

    SealedSink(
            RecordingFiles files,
            RecordingId id,
            InteractionId interaction,
            Writing writing,
            Consumer<ChannelSignal.RecordingEnded> ended,
            Runnable broken) {
        this.files = files;
        this.id = id;
        this.interaction = interaction;
        this.writing = writing;
        this.ended = ended;
        this.broken = broken;
    }

    @Override
    public void second(RecordedSecond second) throws IOException {
        RecordingWriter writer = writing.writer().get();
        if (writer == null) {
            writer = files.create(id, interaction);
            writing.writer().set(writer);
        }
        writer.write(
                (int) second.index(),
                second.samples(),
                law(second.law(Side.CUSTOMER)),
                second.audio(Side.CUSTOMER),
                law(second.law(Side.STAFF)),
                second.audio(Side.STAFF),
                new Withheld(second.withheld().from(), second.withheld().to()));
    }

    private static Law law(G711 law) {
        return law == G711.PCMA ? Law.ALAW : Law.ULAW;
    }

    @Override
    public void lost(int seconds) {
        MDC.put("interaction", interaction.toString());
        try {
            log.warn("{} s of recording {} are lost: the disk is too slow", seconds, id);
        } finally {
            MDC.remove("interaction");
        }
        writing.missed().set(true);
    }

    @Override
    public void failed(IOException why) {
        failed = true;
        MDC.put("interaction", interaction.toString());
        try {
            log.error("Recording {} cannot be written", id, why);
        } finally {
            MDC.remove("interaction");
        }
        broken.run();
        ended.accept(finish());
    }

    @Override
    public void closed() {
        ended.accept(finish());
    }

    private ChannelSignal.RecordingEnded finish() {
        RecordingWriter writer = writing.writer().get();
        boolean missed = writing.missed().get();
        if (writer == null) {
            return new ChannelSignal.RecordingEnded(id, 0, "", !failed && !missed);
        }
        try {
            RecordingWriter.Finished done = writer.finish();
            return new ChannelSignal.RecordingEnded(
                    id, done.seconds(), done.head(), done.whole() && !failed && !missed);
        } catch (IOException e) {
            MDC.put("interaction", interaction.toString());
            try {
                log.error("Recording {} cannot be closed", id, e);
            } finally {
                MDC.remove("interaction");
            }
            return new ChannelSignal.RecordingEnded(id, 0, "", false);
        }
    }
}
