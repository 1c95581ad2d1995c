// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.call.Lanes;
import io.patchbay.channel.voice.call.RecorderState;
import io.patchbay.channel.voice.settings.VoiceBook;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the disk takes recordings, as long as somebody must know: while recordings fail, and where a number
 * takes no call that cannot be recorded. So it is known before the next such call, and also when it is well again.
 */
final class RecorderWatch {
    private static final Logger log = LoggerFactory.getLogger(RecorderWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** Some seconds of one call. */
    private static final int BYTES = 1 << 16;

    private final Path folder;
    private final VoiceBook book;
    private final RecorderState recorder;
    private final Lanes lanes;
    private final Executor disk;
    private boolean well = true;

    RecorderWatch(Path folder, VoiceBook book, RecorderState recorder, Lanes lanes, Executor disk) {
        this.folder = folder;
        this.book = book;
        this.recorder = recorder;
        this.lanes = lanes;
        this.disk = disk;
    }

    /** Looks at once, then again and again until the lanes are closed. */
    void begin() {
        disk.execute(this::look);
        lanes.later(PAUSE, this::begin);
    }

    private void look() {
        if (recorder.failing()
                || book.numbers().stream().anyMatch(number -> number.rules().mustRecord())) {
            boolean before = well;
            well = takes();
            recorder.looked(well);
            if (well && !before) {
                log.info("Recordings can be written again");
            }
        }
    }

    private boolean takes() {
        Path file = folder.resolve(".room");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer room = ByteBuffer.allocate(BYTES);
                while (room.hasRemaining()) {
                    channel.write(room);
                }
                channel.force(true);
            } finally {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException e) {
            if (well) {
                log.error("Recordings cannot be written to {}: {}", folder, e.toString());
            }
            return false;
        }
    }
}
