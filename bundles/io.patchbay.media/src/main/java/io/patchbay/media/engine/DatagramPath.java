// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Optional;

/**
 * One socket and the one address it talks with. Once fixed, the socket is connected: the kernel drops what strangers
 * send, and reading makes no address object.
 */
final class DatagramPath {
    private final DatagramChannel channel;
    private final Desk desk;
    private Optional<InetSocketAddress> target = Optional.empty();
    private boolean fixed;
    /** Who sent the datagram that was received last, while not fixed. */
    private SocketAddress sender;

    DatagramPath(DatagramChannel channel, Desk desk) {
        this.channel = channel;
        this.desk = desk;
    }

    /** Talks with another address from now on. */
    void agree(InetSocketAddress address, boolean exact) {
        try {
            release();
            target = Optional.of(address);
            if (exact) {
                fix(address);
            }
        } catch (UnsupportedAddressTypeException e) {
            throw new UncheckedIOException("not of this socket's family: " + address, new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot talk with " + address, e);
        }
    }

    private void release() throws IOException {
        if (fixed) {
            fixed = false;
            channel.disconnect();
        }
    }

    private void fix(InetSocketAddress address) throws IOException {
        channel.connect(address);
        target = Optional.of(address);
        fixed = true;
    }

    /** Holds on to who sent the last datagram; what others send never reaches us again. */
    InetSocketAddress latch() {
        InetSocketAddress from = (InetSocketAddress) sender;
        try {
            fix(from);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot latch to " + from, e);
        }
        return from;
    }

    boolean isAgreed() {
        return target.isPresent();
    }

    boolean isFixed() {
        return fixed;
    }

    SocketAddress sender() {
        return sender;
    }

    /**
     * Reads into the desk's buffer.
     *
     * @return how many bytes; -1 for an empty datagram, 0 if there is none
     */
    int receive() {
        ByteBuffer in = desk.in().clear();
        try {
            if (fixed) {
                return channel.read(in);
            }
            sender = channel.receive(in);
            return sender != null && in.position() == 0 ? -1 : in.position();
        } catch (ClosedChannelException closed) {
            throw new UncheckedIOException(closed);
        } catch (IOException unreachable) {
            // The far end's port is closed (ICMP), or its network is away: its packets or its time-out will tell.
            desk.tally().count(Counter.UNSENT);
            return 0;
        }
    }

    /** Sends what is in the desk's buffer; false if the kernel did not take it. */
    boolean send() {
        ByteBuffer out = desk.out().flip();
        try {
            int sent = fixed ? channel.write(out) : channel.send(out, target.orElseThrow());
            if (sent > 0) {
                return true;
            }
        } catch (ClosedChannelException closed) {
            throw new UncheckedIOException(closed);
        } catch (IOException unreachable) {
            // As above; counted below.
        }
        desk.tally().count(Counter.UNSENT);
        return false;
    }
}
