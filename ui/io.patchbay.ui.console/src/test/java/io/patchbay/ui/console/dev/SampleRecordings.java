// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.recording.Copy;
import io.patchbay.api.recording.Mark;
import io.patchbay.api.recording.Peaks;
import io.patchbay.api.recording.RecordedSound;
import io.patchbay.api.recording.Recordings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ten seconds of two tones for every recorded contact. */
public final class SampleRecordings implements Recordings {
    private static final int SECONDS = 10;
    private static final int RATE = 8000;
    private static final int HEADER = 44;
    private static final int LOUD = 6000;

    /** The purposes of what was taken out. */
    public final List<String> copies = new CopyOnWriteArrayList<>();

    private final List<Mark> marks = List.of(
            new Mark(1, Duration.ofMillis(1_200), "user:quentin", Instant.EPOCH, "主动说明费率"),
            new Mark(2, Duration.ofMillis(7_500), "user:quentin", Instant.EPOCH, "结束语完整"));
    private final SampleCore core;
    private final Map<InteractionId, List<Heard>> looks = new ConcurrentHashMap<>();

    public SampleRecordings(SampleCore core) {
        this.core = core;
    }

    @Override
    public Answer open(Actor.Person listener, InteractionId id) {
        if (!listener.scope().may(Permissions.RECORDINGS)) {
            return new Answer.Refused(
                    new Problem("forbidden", "You may not open this recording.", "您没有查看该录音的权限，可向班长申请。本次访问已记录。"));
        } else if (core.contacts.get(id) == null
                || core.contacts.get(id).recordings().isEmpty()) {
            return new Answer.Refused(new Problem("no-recording", "There is none.", "没有录音。"));
        }
        List<Heard> heard = looks.computeIfAbsent(id, none -> new CopyOnWriteArrayList<>());
        if (heard.stream().noneMatch(look -> look.listener().equals(listener.text()))) {
            heard.add(0, new Heard(Instant.now(), listener.text()));
        }
        return new Answer.Open(new Tones());
    }

    @Override
    public Answer copy(Actor.Person taker, InteractionId id, Copy copy) {
        if (copy.purpose().length() < Copy.SHORTEST_PURPOSE) {
            return new Answer.Refused(new Problem("bad-purpose", "Say what it is for.", "请填写用途。"));
        }
        copies.add(copy.purpose());
        return open(taker, id);
    }

    @Override
    public List<Mark> marks(Scope scope, InteractionId id) {
        return List.copyOf(marks);
    }

    @Override
    public List<Heard> heard(Scope scope, InteractionId id) {
        return new ArrayList<>(looks.getOrDefault(id, List.of()));
    }

    private record Tones() implements RecordedSound {
        @Override
        public long length() {
            return HEADER + (long) SECONDS * RATE * 4;
        }

        @Override
        public Duration duration() {
            return Duration.ofSeconds(SECONDS);
        }

        @Override
        public Peaks peaks(Duration from, Duration to, int columns) {
            return new Peaks(from, to, Collections.nCopies(columns, LOUD), Collections.nCopies(columns, LOUD));
        }

        @Override
        public RecordedSound between(Duration from, Duration to) {
            return this;
        }

        @Override
        public List<Gap> gaps() {
            return List.of(new Gap(Duration.ofSeconds(4), Duration.ofSeconds(2), Gap.Why.PAUSED));
        }

        @Override
        public void write(long from, long to, OutputStream out) throws IOException {
            out.write(whole(), (int) from, (int) (to - from));
        }

        private static byte[] whole() {
            ByteBuffer wav = ByteBuffer.allocate(HEADER + SECONDS * RATE * 4).order(ByteOrder.LITTLE_ENDIAN);
            wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(wav.capacity() - 8);
            wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
            wav.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(RATE * 4);
            wav.putShort((short) 4).putShort((short) 16);
            wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(SECONDS * RATE * 4);
            for (int i = 0; i < SECONDS * RATE; i++) {
                wav.putShort(tone(i, 440)).putShort(tone(i, 660));
            }
            return wav.array();
        }

        private static short tone(int sample, int hertz) {
            return (short) (LOUD * Math.sin(2 * Math.PI * hertz * sample / RATE));
        }
    }
}
