// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.dtls;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** Our certificate, and the threads on which handshakes wait for their peers. Safe for any thread. */
public final class Handshakes implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int MOST_WAITING = 256;

    private final BcTlsCrypto crypto;
    private final OwnCertificate own;
    private final int limitMillis;
    private final ThreadPoolExecutor threads;

    /** {@code limit} is how long one handshake may take. */
    public Handshakes(SecureRandom random, Duration limit) {
        crypto = new BcTlsCrypto(random);
        own = OwnCertificate.make(random);
        limitMillis = Math.toIntExact(limit.toMillis());
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                20,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                work -> new Thread(work, "patchbay-dtls-" + count.incrementAndGet()));
        threads.allowCoreThreadTimeOut(true);
    }

    public Fingerprint fingerprint() {
        return own.fingerprint();
    }

    SrtpServer server(Fingerprint client) {
        return new SrtpServer(crypto, own, client, limitMillis);
    }

    /** Where handshakes run; false if there are too many. */
    boolean execute(Runnable work) {
        Executor pool = threads;
        try {
            pool.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
