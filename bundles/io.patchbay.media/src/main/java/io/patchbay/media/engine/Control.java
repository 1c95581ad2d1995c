// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.Agreed;
import io.patchbay.media.RemoteMedia;
import io.patchbay.media.SecuredPath.Content;
import io.patchbay.media.rtp.FarReports;
import io.patchbay.media.rtp.RtcpWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** RTCP of one leg: reads the far end's reports, sends ours about every five seconds. */
final class Control {
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long HALF_A_TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int MOST_PACKETS_A_TICK = 4;

    private final DatagramPath own;
    private final Desk desk;
    private final Inbound inbound;
    private final Outbound outbound;
    private final RandomGenerator random;
    private final RtcpWriter writer;
    private final FarReports far;
    /** Who RTP latched to. */
    private Optional<InetAddress> host = Optional.empty();

    /** The own socket, or the one of RTP where that carries both. */
    private DatagramPath path;

    private long due;
    private boolean heard;
    private boolean came;

    Control(DatagramPath path, Desk desk, Inbound inbound, Outbound outbound, RandomGenerator random) {
        this.own = path;
        this.path = path;
        this.desk = desk;
        this.inbound = inbound;
        this.outbound = outbound;
        this.random = random;
        writer = new RtcpWriter(desk.ntp(), desk.cname());
        far = new FarReports(desk.ntp(), outbound.sender().ssrc());
    }

    void agree(RemoteMedia remote) {
        path = own;
        path.agree(remote.rtcp(), remote.from() == Agreed.EXACT);
        host = Optional.empty();
        due = desk.now() + pause() / 2;
    }

    /** Reports come and go by the socket of RTP. */
    void agree(DatagramPath both) {
        path = both;
        host = Optional.empty();
        due = desk.now() + pause() / 2;
    }

    /** One came there, of so many bytes. */
    void came(int length) {
        came |= take(length);
    }

    /** Half to one and a half intervals, so that legs do not report in step (RFC 3550, 6.3.1). */
    private long pause() {
        return INTERVAL_NANOS / 2 + random.nextLong(INTERVAL_NANOS);
    }

    /** RTP latched to somebody: RTCP is expected from the same host, and goes to the port above until it comes. */
    void latched(InetSocketAddress rtp) {
        path.agree(new InetSocketAddress(rtp.getAddress(), Math.min(rtp.getPort() + 1, 0xFFFF)), false);
        host = Optional.of(rtp.getAddress());
    }

    void tick() {
        heard = came;
        came = false;
        if (!path.isAgreed()) {
            return;
        }
        if (path == own) {
            read();
        }
        if (desk.now() - due >= 0) {
            due = desk.now() + pause();
            send(false);
        }
    }

    private void read() {
        for (int i = 0; i < MOST_PACKETS_A_TICK; i++) {
            int length = path.receive();
            if (length == 0) {
                return;
            }
            datagram(length);
        }
    }

    private void datagram(int length) {
        if (!path.isFixed() && !isExpected(path.sender())) {
            desk.tally().count(Counter.STRANGERS);
            return;
        }
        if (take(length)) {
            heard = true;
            if (!path.isFixed()) {
                path.latch();
            }
        }
    }

    private boolean take(int length) {
        // It came at some time since the last tick.
        if (length >= Desk.DATAGRAM || !far.take(desk.in(), length, desk.now() - HALF_A_TICK_NANOS)) {
            desk.tally().count(Counter.MALFORMED);
            return false;
        }
        return true;
    }

    private boolean isExpected(SocketAddress sender) {
        return host.isPresent()
                && sender instanceof InetSocketAddress address
                && address.getAddress().equals(host.get());
    }

    private void send(boolean bye) {
        desk.out().clear();
        writer.write(desk.out(), desk.now(), outbound.sender(), inbound.source(), inbound.arrivals(), far, bye);
        path.send(Content.RTCP);
    }

    /** The last packet. */
    void bye() {
        if (path.isAgreed()) {
            send(true);
        }
    }

    /** True if a report came in this tick. */
    boolean heard() {
        return heard;
    }

    FarReports far() {
        return far;
    }
}
