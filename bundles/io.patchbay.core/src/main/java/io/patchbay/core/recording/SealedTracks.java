// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.id.RecordingId;
import io.patchbay.api.interaction.Interaction.RecordedPart;
import io.patchbay.api.recording.RecordedSound.Gap;
import io.patchbay.store.recording.RecordedFrame;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.store.recording.RecordingReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tracks in the sealed files. */
final class SealedTracks implements Tracks {
    private final RecordingFiles files;

    SealedTracks(RecordingFiles files) {
        this.files = files;
    }

    @Override
    public Found find(RecordedPart part) throws IOException {
        try {
            Optional<RecordingReader> opened = files.open(part.id());
            if (opened.isEmpty()) {
                return new Found.Erased();
            }
            try (RecordingReader reader = opened.get()) {
                return new Found.Kept(track(part, reader));
            }
        } catch (NoSuchFileException e) {
            return new Found.Missing();
        }
    }

    private Track track(RecordedPart part, RecordingReader reader) throws IOException {
        int seconds = reader.seconds();
        long samples = seconds == 0
                ? 0
                : (seconds - 1L) * TimeLine.RATE + reader.second(seconds - 1).samples();
        return new SealedTrack(files, part.id(), part.beganAt(), samples, silences(reader, seconds));
    }

    private static List<Silence> silences(RecordingReader reader, int seconds) throws IOException {
        List<Silence> silences = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            RecordedFrame frame = reader.second(second);
            long begin = (long) second * TimeLine.RATE;
            if (frame.lost()) {
                new Silence(begin, begin + frame.samples(), Gap.Why.LOST).addTo(silences);
            } else if (frame.withheld().any()) {
                new Silence(
                                begin + frame.withheld().from(),
                                begin + frame.withheld().to(),
                                Gap.Why.PAUSED)
                        .addTo(silences);
            }
        }
        return silences;
    }

    private record SealedTrack(
            RecordingFiles files, RecordingId id, Instant began, long samples, List<Silence> silences)
            implements Track {
        @Override
        public Reel open() throws IOException {
            RecordingReader reader =
                    files.open(id).orElseThrow(() -> new FileNotFoundException("recording " + id + " was erased"));
            return new SealedReel(reader);
        }
    }

    private record SealedReel(RecordingReader reader) implements Track.Reel {
        @Override
        public byte[] second(int index) throws IOException {
            RecordedFrame frame = reader.second(index);
            ByteBuffer sound =
                    ByteBuffer.allocate(frame.samples() * WavHeader.FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < frame.samples(); i++) {
                sound.putShort(frame.leftLaw().sample(frame.left()[i]));
                sound.putShort(frame.rightLaw().sample(frame.right()[i]));
            }
            return sound.array();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
