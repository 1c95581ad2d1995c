// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.call.LiveCall;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.media.Bridge;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.store.recording.RecordingWriter;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What is kept of a call's sound: from connect to end, as its number says. On the call's lane but {@link #state}. */
final class CallRecording {
    /** Why a call fails that may not be taken without a recording. */
    static final String IMPOSSIBLE = "not-recorded";

    /** Whose sound it is. */
    interface Of {
        void signal(ChannelSignal signal);

        void changed();
    }

    private final Shared shared;
    private final DialledNumber.Rules rules;
    private final Bridge bridge;
    private final Executor lane;
    private final Of of;
    private volatile LiveCall.Recording state = LiveCall.Recording.OFF;
    private RecordingId file;
    private SealedSink.Writing writing;
    private boolean running;

    CallRecording(Shared shared, DialledNumber.Rules rules, Bridge bridge, Executor lane, Of of) {
        this.shared = shared;
        this.rules = rules;
        this.bridge = bridge;
        this.lane = lane;
        this.of = of;
    }

    /** Whether the number's policy forbids the call because nothing can be recorded now. */
    boolean refuses() {
        return rules.mustRecord() && shared.recorder().failing();
    }

    void begin(InteractionId call) {
        if (!rules.record()) {
            return;
        }
        file = RecordingId.at(shared.clock().millis());
        writing = new SealedSink.Writing();
        running = true;
        state = LiveCall.Recording.ON;
        of.signal(new ChannelSignal.RecordingBegan(file));
        bridge.record(sink(call));
    }

    private SealedSink sink(InteractionId call) {
        return new SealedSink(
                shared.recordings(),
                file,
                call,
                writing,
                ended -> lane.execute(() -> ended(ended)),
                () -> lane.execute(this::failed));
    }

    /** Whether it runs. */
    boolean runs() {
        return running && state == LiveCall.Recording.ON;
    }

    /** What another instance must know to go on with it. */
    void tell(Facts facts) {
        if (running && file != null) {
            facts.put("file", file.toString())
                    .put("state", state.name())
                    .put("writer", writing.writer())
                    .put("missed", writing.missed());
        }
    }

    /** Goes on with what another instance began: the same file, the next second. */
    void takesUp(Facts facts, InteractionId call) {
        Optional<String> begun = facts.find("file", String.class);
        if (begun.isEmpty()) {
            return;
        }
        file = RecordingId.parse(begun.get());
        writing = SealedSink.Writing.of(facts);
        running = true;
        state = LiveCall.Recording.valueOf(facts.text("state"));
        if (state == LiveCall.Recording.ON && !bridge.recordInto(sink(call))) {
            failed(); // it broke meanwhile
            RecordingWriter.Finished left = shared.recordings().leftBehind(file);
            ended(new ChannelSignal.RecordingEnded(file, left.seconds(), left.head(), left.whole()));
        }
    }

    void end() {
        running = false;
        bridge.stopRecording();
    }

    private void failed() {
        shared.recorder().failed();
        state = LiveCall.Recording.FAILED;
        of.changed();
    }

    private void ended(ChannelSignal.RecordingEnded file) {
        shared.recorder().ended(file.whole() && file.seconds() > 0);
        if (!running && state == LiveCall.Recording.ON) {
            state = LiveCall.Recording.OFF;
        }
        of.signal(file);
        of.changed();
    }

    /** How it stands, for lookers-on; any thread. */
    LiveCall.Recording state(boolean paused) {
        LiveCall.Recording now = state;
        return paused && now == LiveCall.Recording.ON ? LiveCall.Recording.PAUSED : now;
    }
}
