// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
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
     * Writes a range of the file. Waits for the disk and the stream.
     *
     * @param from first byte, from 0
     * @param to byte behind the last one, at most {@link #length()}
     * @param out where to; not closed
     * @throws IOException if the stream breaks or the sealed file was altered or is gone
     */
    void write(long from, long to, OutputStream out) throws IOException;
}
