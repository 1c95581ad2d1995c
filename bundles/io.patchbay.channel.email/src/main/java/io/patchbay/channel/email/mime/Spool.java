// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The bytes of one mail: in memory while it is small, else in a sealed file without a name. Readable any number of
 * times until it is closed.
 */
public final class Spool implements Closeable {
    private static final int IN_MEMORY = 256 * 1024;
    private static final int BUFFER = 16 * 1024;

    private byte[] small = {};
    private SealedFile large;
    private long size;
    private boolean cut;

    private Spool() {}

    /** Takes in what there is, at most {@code limit} bytes. */
    public static Spool of(InputStream in, long limit) throws IOException {
        try (Filling filling = filling(limit)) {
            in.transferTo(filling);
            return filling.finish();
        }
    }

    /** A spool that is written to. */
    public static Filling filling(long limit) {
        return new Filling(limit);
    }

    public long size() {
        return size;
    }

    /** Whether there was more than the limit: the rest is missing. */
    public boolean cut() {
        return cut;
    }

    public InputStream open() {
        return open(0, size);
    }

    /** The bytes from an offset up to another one. */
    public InputStream open(long from, long to) {
        if (large != null) {
            return large.open(from, to);
        }
        return new ByteArrayInputStream(small, (int) from, (int) (to - from));
    }

    @Override
    public void close() {
        try {
            if (large != null) {
                large.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a spool; what is beyond the limit is counted out. */
    public static final class Filling extends OutputStream {
        private final long limit;
        private final Spool spool = new Spool();
        private ByteArrayOutputStream memory = new ByteArrayOutputStream(BUFFER);
        private boolean finished;

        private Filling(long limit) {
            this.limit = limit;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int taken = (int) Math.min(length, limit - spool.size);
            spool.cut |= taken < length;
            if (spool.large == null && spool.size + taken > IN_MEMORY) {
                spool.large = SealedFile.create();
                spool.large.write(memory.toByteArray(), 0, memory.size());
                memory = new ByteArrayOutputStream(0);
            }
            if (spool.large != null) {
                spool.large.write(bytes, offset, taken);
            } else {
                memory.write(bytes, offset, taken);
            }
            spool.size += taken;
        }

        public Spool finish() throws IOException {
            if (spool.large == null) {
                spool.small = memory.toByteArray();
            } else {
                spool.large.flush();
            }
            finished = true;
            return spool;
        }

        /** Gives the file up unless it was finished. */
        @Override
        public void close() {
            if (!finished) {
                spool.close();
            }
        }
    }
}
