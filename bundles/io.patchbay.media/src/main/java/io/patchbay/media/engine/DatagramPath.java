// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.SecuredPath;
import io.patchbay.media.SecuredPath.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket and the one address it talks with. Once fixed, the socket is connected: the kernel drops what strangers
 * send, and reading makes no address object. Or else a secured path tells strangers apart, and may move.
 */
final class DatagramPath {
    private static final Logger log = LoggerFactory.getLogger(DatagramPath.class);

    private final DatagramChannel channel;
    private final Desk desk;
    private Optional<InetSocketAddress> target = Optional.empty();
    private Optional<SecuredPath> secured = Optional.empty();
    private Content content = Content.RTP;
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

    /** Talks a secured way from now on. */
    void agree(SecuredPath path) {
        if (secured.filter(now -> now == path).isPresent()) {
            return;
        }
        try {
            release();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of " + target, e);
        }
        secured = Optional.of(path);
        path.begins(this::outlet);
    }

    private void outlet(ByteBuffer datagram, InetSocketAddress to) {
        try {
            channel.send(datagram, to);
        } catch (IOException | UnsupportedAddressTypeException lost) {
            log.debug("not sent to {}", to, lost); // it comes again, or its time-out tells
        }
    }

    /** Nothing goes this way any more. */
    void end() {
        secured.ifPresent(SecuredPath::ends);
        secured = Optional.empty();
        content = Content.RTP;
    }

    private void release() throws IOException {
        end();
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

    /** Runs it from now on whenever something can be read. */
    void watch(Runnable come) {
        desk.watch().add(channel, come);
    }

    void unwatch() {
        desk.watch().remove(channel);
    }

    boolean isSecured() {
        return secured.isPresent();
    }

    boolean isAgreed() {
        return secured.isPresent() || target.isPresent();
    }

    /** Whether what is received comes from whom it was agreed with. */
    boolean isFixed() {
        return fixed || secured.isPresent();
    }

    /** What was received last; always RTP on a way that is not secured. */
    Content content() {
        return content;
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
            if (secured.isPresent()) {
                return open(secured.get(), in);
            }
            return sender != null && in.position() == 0 ? -1 : in.position();
        } catch (ClosedChannelException closed) {
            throw new UncheckedIOException(closed);
        } catch (IOException unreachable) {
            // The far end's port is closed (ICMP), or its network is away: its packets or its time-out will tell.
            desk.tally().count(Counter.UNSENT);
            return 0;
        }
    }

    private int open(SecuredPath path, ByteBuffer in) {
        if (sender == null) {
            return 0;
        }
        content = path.open(in.flip(), (InetSocketAddress) sender);
        return in.limit() == 0 ? -1 : in.limit();
    }

    /** Sends what is in the desk's buffer; false if the kernel did not take it. */
    boolean send(Content what) {
        ByteBuffer out = desk.out().flip();
        if (secured.isEmpty()) {
            return fixed ? write(out) : write(out, target.orElseThrow());
        }
        Optional<InetSocketAddress> peer = secured.get().peer();
        return peer.isPresent() && secured.get().seal(out, what) && write(out, peer.get());
    }

    private boolean write(ByteBuffer out) {
        try {
            return written(channel.write(out));
        } catch (IOException unreachable) {
            return unsent(unreachable);
        }
    }

    private boolean write(ByteBuffer out, InetSocketAddress to) {
        try {
            return written(channel.send(out, to));
        } catch (IOException unreachable) {
            return unsent(unreachable);
        }
    }

    private boolean written(int sent) {
        if (sent == 0) {
            desk.tally().count(Counter.UNSENT);
        }
        return sent > 0;
    }

    /** The far end's port is closed, or its network is away: as above. */
    private boolean unsent(IOException unreachable) {
        if (unreachable instanceof ClosedChannelException) {
            throw new UncheckedIOException(unreachable);
        }
        desk.tally().count(Counter.UNSENT);
        return false;
    }
}
