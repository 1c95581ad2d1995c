// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.media.SecuredPath;
import io.patchbay.sip.sdp.Crypto;
import io.patchbay.webrtc.srtp.SrtpSession;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Sound that is sealed with keys told in SDP (RFC 4568), to and from one address. */
final class SdesPath implements SecuredPath {
    private final Optional<InetSocketAddress> peer;
    private final SrtpSession session;

    SdesPath(InetSocketAddress peer, Crypto theirs, Crypto ours) {
        this.peer = Optional.of(peer);
        session = new SrtpSession(theirs.keyAndSalt(), ours.keyAndSalt());
    }

    /** It sends nothing of its own. */
    @Override
    public void begins(Outlet outlet) {}

    @Override
    public Content open(ByteBuffer datagram, InetSocketAddress from) {
        return from.equals(peer.get()) ? session.open(datagram) : Content.NOTHING;
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
