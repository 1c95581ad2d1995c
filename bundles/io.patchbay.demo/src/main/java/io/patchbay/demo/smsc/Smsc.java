// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.smsc;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.SubmitSm;

/**
 * A small SMSC on the loopback address, as moody as told: it throttles, refuses, delays, drops, repeats and sends
 * rubbish. What was not acknowledged it brings again at the next bind.
 */
public final class Smsc implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int FIRST_FREE = 12_775;
    private static final int LAST_FREE = 13_775;

    private final SmscMood mood = new SmscMood();
    private final ScheduledExecutorService timer;
    private final List<SmscSession> sessions = new CopyOnWriteArrayList<>();
    private final List<SmscDelivery> deliveries = new CopyOnWriteArrayList<>();
    private final List<Submitted> submitted = new CopyOnWriteArrayList<>();
    private final AtomicInteger references = new AtomicInteger();
    private final AtomicInteger binds = new AtomicInteger();
    private ServerSocket server;
    private Thread accepting;
    private int port;
    private volatile String password = "";
    private volatile boolean mute;

    private record Submitted(SubmitSm submit, String id) {}

    /** An SMS that we took. */
    public record Sent(String from, String to, String text, int parts) {}

    /** Opens a port; 0 for a free one. */
    public Smsc(int port) throws IOException {
        this.port = port;
        timer = Executors.newSingleThreadScheduledExecutor(work -> thread(work, "smsc-timer"));
        back();
    }

    static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Opens the port again after {@link #away}. */
    public synchronized void back() throws IOException {
        ServerSocket opened = port == 0 ? free() : listen(port);
        server = opened;
        port = opened.getLocalPort();
        accepting = thread(() -> accept(opened), "smsc-accept");
        accepting.start();
    }

    /** Below the ports that clients get, so that it is free again after a pause. */
    private static ServerSocket free() throws IOException {
        BindException taken = new BindException("no port");
        for (int candidate = FIRST_FREE; candidate < LAST_FREE; candidate++) {
            try {
                return listen(candidate);
            } catch (BindException e) {
                taken = e;
            }
        }
        throw taken;
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket socket = opened.accept();
                SmscSession session = new SmscSession(this, socket);
                sessions.add(session);
                session.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    /** Where it listens. */
    public synchronized int port() {
        return port;
    }

    /** How it behaves. */
    public SmscMood mood() {
        return mood;
    }

    /** Wants this password from now on; empty for any. */
    public void wants(String word) {
        password = word;
    }

    /** Reads, and answers nothing. */
    public void mute(boolean silent) {
        mute = silent;
    }

    boolean isMute() {
        return mute;
    }

    boolean admits(String word) {
        return password.isEmpty() || password.equals(word);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for it
    void after(long millis, Runnable action) {
        timer.schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    /** Breaks every connection. */
    public void drop() {
        sessions.forEach(SmscSession::close);
    }

    /** Breaks every connection and takes no new one. */
    public synchronized void away() throws IOException {
        server.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drop();
    }

    /** Binds since the beginning. */
    public int binds() {
        return binds.get();
    }

    void bound(SmscSession session) {
        binds.incrementAndGet();
        deliveries.stream().filter(one -> !one.acknowledged()).forEach(session::bring);
    }

    void gone(SmscSession session) {
        sessions.remove(session);
    }

    void took(SubmitSm submit, String id) {
        submitted.add(new Submitted(submit, id));
    }

    /** An SMS to Patchbay, in parts if it is long; in the order given by {@code reversed}. */
    public List<SmscDelivery> deliver(String from, String text, boolean reversed) {
        List<SmscDelivery> parts = new ArrayList<>();
        for (SmscText.Octets octets : SmscText.write(text, references.incrementAndGet())) {
            parts.add(new SmscDelivery(from, octets, List.of()));
        }
        if (reversed) {
            Collections.reverse(parts);
        }
        parts.forEach(this::bring);
        return parts;
    }

    /** A deliver_sm as given. */
    public SmscDelivery deliver(String from, int esmClass, int dataCoding, byte[] message) {
        SmscDelivery delivery = new SmscDelivery(from, new SmscText.Octets(esmClass, dataCoding, message), List.of());
        bring(delivery);
        return delivery;
    }

    void bring(SmscDelivery delivery) {
        deliveries.add(delivery);
        again(delivery);
    }

    /** By whatever session there is now; without one it comes at the next bind. */
    void again(SmscDelivery delivery) {
        if (delivery.acknowledged()) {
            return; // by another session meanwhile
        }
        sessions.stream().filter(SmscSession::isBound).findFirst().ifPresent(session -> session.bring(delivery));
    }

    /** Raw octets on every connection. */
    public void send(byte[] octets) {
        sessions.forEach(session -> session.write(octets));
    }

    /** Deliveries not yet acknowledged. */
    public long open() {
        return deliveries.stream().filter(one -> !one.acknowledged()).count();
    }

    /** The submissions taken so far, parts of a long one together. */
    public List<Sent> sent() {
        return wholes(submitted);
    }

    private static List<Sent> wholes(List<Submitted> parts) {
        Map<String, TreeMap<Integer, Submitted>> wholes = new LinkedHashMap<>();
        for (Submitted one : parts) {
            wholes.computeIfAbsent(SmscText.whole(one.submit, one.id), key -> new TreeMap<>())
                    .put(SmscText.number(one.submit), one);
        }
        return wholes.values().stream().map(Smsc::sent).toList();
    }

    private static Sent sent(SortedMap<Integer, Submitted> parts) {
        SubmitSm first = parts.get(parts.firstKey()).submit;
        StringBuilder text = new StringBuilder();
        parts.values().forEach(one -> text.append(SmscText.read(one.submit)));
        return new Sent(first.getSourceAddr(), first.getDestAddress(), text.toString(), parts.size());
    }

    /** The submissions taken since the last time; they and what was acknowledged are forgotten. */
    public List<Sent> drain() {
        List<Submitted> taken = List.copyOf(submitted);
        submitted.removeAll(taken);
        deliveries.removeIf(SmscDelivery::acknowledged);
        return wholes(taken);
    }

    /** Submissions taken, each part counted. */
    public int taken() {
        return submitted.size();
    }

    @Override
    public void close() throws IOException {
        away();
        timer.shutdownNow();
    }
}
