// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.journal.Finding;
import io.patchbay.api.recording.RecordingsCheck.Progress;
import io.patchbay.api.recording.RecordingsCheck.Report;
import io.patchbay.core.verify.RecordingVerification.Written;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.store.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Consumer;

/** Unseals the seconds of recordings, one at a time, and counts. Each recording is named at most once. */
final class SecondsProof {
    private static final int TOLD_EVERY = 1_000;

    private final RecordingFiles files;
    private final Consumer<Progress> progress;
    private final Found found = new Found();
    private long recordings;
    private long seconds;
    private long erased;

    SecondsProof(RecordingFiles files, Consumer<Progress> progress) {
        this.files = files;
        this.progress = progress;
    }

    /**
     * One that was closed. Of one that is not whole, as when the volume was full, the entry promises its whole seconds
     * only: what was being written when the disk refused may lie behind them.
     */
    void ended(RawLine line, Written written, boolean gone) {
        if (gone) {
            erased++;
        } else if (written.seconds() > 0) {
            counted();
            try (RecordingReader reader = open(written.recording())) {
                closed(line, written, reader);
            } catch (NoSuchFileException e) {
                found.kept(
                        line.seq(),
                        "recording",
                        written.recording().toString(),
                        "missing",
                        "The recording {1} of entry {0} is missing.",
                        "条目 {0} 的录音 {1} 缺失。");
            } catch (IOException | IllegalStateException e) {
                unreadable(line, written.recording(), e);
            }
        }
    }

    private void closed(RawLine line, Written written, RecordingReader reader) throws IOException {
        int there = reader.seconds();
        boolean longer = there > written.seconds() || reader.torn() > 0;
        if (there < written.seconds() || (written.whole() && longer)) {
            found.add(finding(
                    line,
                    written.recording(),
                    "cut",
                    there < written.seconds()
                            ? "The recording {1} of entry {0} was cut: it has {2} of {3} s."
                            : "The recording {1} of entry {0} was lengthened: it has {2} s and more, not {3} s.",
                    there < written.seconds()
                            ? "条目 {0} 的录音 {1} 被截短：现有 {2} 秒，应为 {3} 秒。"
                            : "条目 {0} 的录音 {1} 被加长：现有 {2} 秒以上，应为 {3} 秒。",
                    there,
                    written.seconds()));
        } else if (unsealed(line, written.recording(), reader)
                && written.whole()
                && !written.head().isEmpty()
                && !files.sha256(written.recording()).equals(Optional.of(written.head()))) {
            found.add(finding(
                    line,
                    written.recording(),
                    "altered",
                    "The recording {1} of entry {0} was altered: its bytes are not those that were hashed.",
                    "条目 {0} 的录音 {1} 被改动：内容与哈希不符。"));
        }
    }

    /** One that has not ended: what is there must unseal; that nothing is there yet is in order. */
    void running(RawLine line, String id, boolean gone) {
        if (gone) {
            erased++;
            return;
        }
        RecordingId recording = RecordingId.parse(id);
        try (RecordingReader reader = open(recording)) {
            counted();
            unsealed(line, recording, reader);
        } catch (NoSuchFileException notYet) {
            return;
        } catch (IOException | IllegalStateException e) {
            unreadable(line, recording, e);
        }
    }

    private boolean unsealed(RawLine line, RecordingId recording, RecordingReader reader) {
        int second = 0;
        try {
            for (int all = reader.seconds(); second < all; second++) {
                reader.second(second);
                seconds++;
            }
            return true;
        } catch (IOException e) {
            found.add(finding(
                    line,
                    recording,
                    "altered",
                    "The recording {1} of entry {0} was altered: second {2} does not unseal in its place.",
                    "条目 {0} 的录音 {1} 被改动：第 {2} 秒无法在原位解封。",
                    second));
            return false;
        }
    }

    private RecordingReader open(RecordingId recording) throws IOException {
        return files.open(recording).orElseThrow(() -> new IOException("its head names a key that was destroyed"));
    }

    private void unreadable(RawLine line, RecordingId recording, Exception why) {
        found.add(finding(
                line,
                recording,
                "unreadable",
                "The recording {1} of entry {0} cannot be read: {2}.",
                "条目 {0} 的录音 {1} 无法读取：{2}。",
                String.valueOf(why.getMessage())));
    }

    /** A file that no entry names. */
    void stray(String name) {
        found.add(new Finding(
                Optional.empty(),
                "recording",
                name,
                Problem.of(
                        "stray",
                        "The file {0} lies among the recordings, but no entry names it.",
                        "录音目录中的文件 {0} 没有对应条目。",
                        name)));
    }

    private static Finding finding(
            RawLine line, RecordingId recording, String code, String english, String chinese, Object... values) {
        Object[] all = new Object[values.length + 2];
        all[0] = Long.toString(line.seq());
        all[1] = recording.toString();
        for (int i = 0; i < values.length; i++) {
            all[i + 2] = values[i].toString();
        }
        return new Finding(
                Optional.of(line.seq()), "recording", recording.toString(), Problem.of(code, english, chinese, all));
    }

    private void counted() {
        recordings++;
        if (recordings % TOLD_EVERY == 0) {
            progress.accept(new Progress(recordings, seconds, found.count()));
        }
    }

    Report report() {
        return new Report(recordings, seconds, erased, found.listed(), found.more());
    }
}
