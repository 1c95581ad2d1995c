// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks;

import io.patchbay.media.Agreed;
import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.G711;
import io.patchbay.media.Leg;
import io.patchbay.media.MediaSettings;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.RemoteMedia;
import io.patchbay.media.SecuredPath;
import io.patchbay.media.Side;
import io.patchbay.media.engine.MediaEngine;
import io.patchbay.webrtc.srtp.SrtpSender;
import io.patchbay.webrtc.srtp.SrtpSession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * What a leg whose packets are sealed costs the media thread beside a plain one: the same legs, pair by pair, once
 * plain and once with SRTP on a socket that is not connected, as a browser's in the middle of a call. System properties
 * {@code legs}, {@code warmUp}, {@code seconds}.
 */
public final class SecuredLegBenchmark {
    private static final int LEGS = Integer.getInteger("legs", 200);
    private static final int WARM_UP = Integer.getInteger("warmUp", 10);
    private static final int SECONDS = Integer.getInteger("seconds", 15);
    private static final long TICK_NANOS = 20_000_000;
    private static final byte[] KEY = new byte[SrtpSession.KEY_AND_SALT];
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final boolean sealed;
    private final DatagramChannel far = DatagramChannel.open();
    private final InetSocketAddress farAddress;
    private final List<InetSocketAddress> targets = new ArrayList<>();
    private final List<SrtpSender> senders = new ArrayList<>();

    /** The path of a call whose keys are agreed; the peer is the benchmark. */
    private final class Agreement implements SecuredPath {
        private final SrtpSession session = new SrtpSession(KEY, KEY);
        private final Optional<InetSocketAddress> peer = Optional.of(farAddress);

        @Override
        public void begins(Outlet outlet) {}

        @Override
        public Content open(ByteBuffer datagram, InetSocketAddress from) {
            return session.open(datagram);
        }

        @Override
        public boolean seal(ByteBuffer packet, Content content) {
            return session.seal(packet, content);
        }

        @Override
        public Optional<InetSocketAddress> peer() {
            return peer;
        }

        @Override
        public void ends() {}
    }

    private SecuredLegBenchmark(boolean sealed) throws IOException {
        this.sealed = sealed;
        far.configureBlocking(false);
        far.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        farAddress = (InetSocketAddress) far.getLocalAddress();
    }

    /** Without arguments. */
    public static void main(String[] none) throws IOException, NoPortLeftException {
        double plain = new SecuredLegBenchmark(false).run();
        double sealed = new SecuredLegBenchmark(true).run();
        System.out.printf("a sealed leg costs %.2f times a plain one%n", sealed / plain);
    }

    private double run() throws IOException, NoPortLeftException {
        MediaSettings settings =
                MediaSettings.defaults(InetAddress.getLoopbackAddress()).withThreads(1);
        try (MediaEngine engine = new MediaEngine(settings);
                far) {
            for (int i = 0; i < LEGS; i += 2) {
                Bridge bridge = engine.bridge(new BridgeListener() {});
                Leg one = leg(bridge, Side.CUSTOMER);
                Leg other = leg(bridge, Side.STAFF);
                one.hears(Set.of(other));
                other.hears(Set.of(one));
            }
            talk(0, WARM_UP * 50);
            long cpu = media();
            long in = engine.figures().packetsIn();
            talk(WARM_UP * 50, SECONDS * 50);
            double micros = (media() - cpu) / 1e3 / SECONDS / 50 / LEGS;
            System.out.printf(
                    "%d %s legs: %.2f us a leg and tick of the media thread, %d of %d packets in, load %.1f%n",
                    LEGS,
                    sealed ? "sealed" : "plain",
                    micros,
                    engine.figures().packetsIn() - in,
                    (long) LEGS * SECONDS * 50,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            return micros;
        }
    }

    private Leg leg(Bridge bridge, Side side) throws NoPortLeftException {
        Leg leg = bridge.leg(side);
        if (sealed) {
            leg.secured(new Agreement(), G711.PCMU, -1);
        } else {
            leg.remote(new RemoteMedia(farAddress, farAddress, G711.PCMU, -1, Agreed.EXACT));
        }
        targets.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), leg.rtpPort()));
        senders.add(new SrtpSender(Arrays.copyOf(KEY, 16), Arrays.copyOf(KEY, 14)));
        return leg;
    }

    private void talk(int first, int ticks) throws IOException {
        long start = System.nanoTime();
        ByteBuffer in = ByteBuffer.allocateDirect(2_048);
        for (int tick = 0; tick < ticks; tick++) {
            long due = start + tick * TICK_NANOS;
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            for (int leg = 0; leg < targets.size(); leg++) {
                far.send(packet(first + tick, leg), targets.get(leg));
                far.receive(in.clear());
            }
        }
    }

    private ByteBuffer packet(int number, int leg) {
        byte[] bytes = new byte[192];
        ByteBuffer packet = ByteBuffer.wrap(bytes);
        packet.putShort((short) 0x8000)
                .putShort((short) number)
                .putInt(number * 160)
                .putInt(leg + 1);
        Arrays.fill(bytes, 12, 172, (byte) number);
        return packet.position(0).limit(sealed ? senders.get(leg).rtp(bytes, 172) : 172);
    }

    private static long media() {
        for (long id : THREADS.getAllThreadIds()) {
            if (THREADS.getThreadInfo(id) != null
                    && THREADS.getThreadInfo(id).getThreadName().startsWith("patchbay-media")
                    && THREADS.getThreadInfo(id).getThreadState() != Thread.State.TERMINATED) {
                return THREADS.getThreadCpuTime(id);
            }
        }
        throw new IllegalStateException("no media thread");
    }
}
