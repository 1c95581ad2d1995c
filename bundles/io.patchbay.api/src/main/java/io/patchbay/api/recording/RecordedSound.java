// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A recording as a WAV file that is never written out: any range of its bytes is opened from the sealed frames when it
 * is asked for. Safe for any thread.
 */
@ProviderType
public interface RecordedSound {
    /**
     * The size of the file.
     *
     * @return bytes, header included; fixed when it was opened, also while the call goes on
     */
    long length();

    /**
     * How long it plays.
     *
     * @return its duration, gaps included
     */
    Duration duration();

    /**
     * What is silent in it because nothing was kept, in order; each begins at a cue mark of the file.
     *
     * @return the gaps; none if everything said was kept
     */
    default List<Gap> gaps() {
        return List.of();
    }

    /**
     * How loud it is over a stretch of it, both sides. Reads each second of the stretch once and keeps one at a time;
     * waits for the disk.
     *
     * @param from where the stretch begins, cut to the sound
     * @param to where it ends, cut to the sound
     * @param columns how many columns of equal length, 1 to {@link Peaks#MOST_COLUMNS}
     * @return the peaks
     * @throws IOException if the sealed file was altered or is gone
     */
    Peaks peaks(Duration from, Duration to, int columns) throws IOException;

    /**
     * A stretch of it as a file of its own, gaps included.
     *
     * @param from where it begins
     * @param to where it ends, behind {@code from}, at most {@link #duration()}
     * @return the sound
     */
    RecordedSound between(Duration from, Duration to);

    /**
     * A silent stretch.
     *
     * @param at where it begins
     * @param length how long it is
     * @param why why it is silent
     */
    record Gap(Duration at, Duration length, Why why) {
        /** Why nothing was kept. */
        public enum Why {
            /** Recording was off between two parts. */
            OFF,
            /** The disk was too slow or failed. */
            LOST,
            /** It was paused: a card number or a PIN was entered. */
            PAUSED
        }
    }

    /**
     * Writes a range of the file. Waits for the disk and the stream.
     *
     * @param from first byte, from 0
     * @param to byte behind the last one, at most {@link #length()}
     * @param out where to; not closed
     * @throws IOException if the stream breaks or the sealed file was altered or is gone
     */
    void write(long from, long to, OutputStream out) throws IOException;
}
