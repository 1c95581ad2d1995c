// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Host names of destinations. Digits are read at once; a name is looked up on a thread of its own, never on the
 * caller's.
 */
public final class Names implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Names.class);

    private static final int MOST_WAITING = 1_000;

    private final LookUp lookUp;
    private final ThreadPoolExecutor resolver;

    /** Asks a name service. May block. */
    @FunctionalInterface
    public interface LookUp {
        /** The address of a name. */
        InetAddress address(String name) throws UnknownHostException;
    }

    /** Looks names up as told. */
    public Names(LookUp lookUp) {
        this.lookUp = lookUp;
        resolver = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
            Thread thread = new Thread(task, "patchbay-sip-names");
            thread.setDaemon(true);
            return thread;
        });
        resolver.allowCoreThreadTimeOut(true);
    }

    /** Whether it is an address as digits, which needs no name service. */
    public static boolean isDigits(String host) {
        return host.indexOf(':') >= 0 ? host.matches("[0-9A-Fa-f:.]+") : host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    /** Hands on the address: at once for digits, later and on another thread for a name. */
    public void resolve(String host, Consumer<InetAddress> then, Runnable failed) {
        try {
            if (isDigits(host)) {
                then.accept(InetAddress.getByName(host));
            } else {
                resolver.execute(() -> ask(host, then, failed));
            }
        } catch (UnknownHostException | RejectedExecutionException e) {
            log.debug("{} is not resolved", host, e);
            failed.run();
        }
    }

    private void ask(String host, Consumer<InetAddress> then, Runnable failed) {
        InetAddress address;
        try {
            address = lookUp.address(host);
        } catch (UnknownHostException e) {
            log.debug("{} has no address", host, e);
            failed.run();
            return;
        }
        then.accept(address);
    }

    @Override
    public void close() {
        resolver.shutdownNow();
    }
}
