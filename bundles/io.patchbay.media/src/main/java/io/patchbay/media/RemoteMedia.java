// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * What was agreed with the far end of a leg (SDP offer and answer, RFC 3264).
 *
 * @param rtp where its RTP goes; resolved, unicast, no wildcard (a session description that holds by {@code c=IN IP4
 *     0.0.0.0} is {@link Leg#direction}, not an address)
 * @param rtcp where its RTCP goes; usually the port above, or as {@code a=rtcp} says
 * @param codec the law in both directions
 * @param dtmfPayload dynamic payload type of {@code telephone-event/8000}, 96 to 127; -1 if none was agreed
 * @param from from whom packets are taken
 */
public record RemoteMedia(InetSocketAddress rtp, InetSocketAddress rtcp, G711 codec, int dtmfPayload, Agreed from) {
    /** Refuses addresses that packets must not go to. */
    public RemoteMedia {
        check("rtp", rtp);
        check("rtcp", rtcp);
        Objects.requireNonNull(codec, "codec");
        Objects.requireNonNull(from, "from");
        if (dtmfPayload != -1 && (dtmfPayload < 96 || dtmfPayload > 127)) {
            throw new IllegalArgumentException("dtmfPayload must be -1 or 96 to 127 but is " + dtmfPayload);
        }
    }

    /**
     * The usual case: RTCP on the port above RTP.
     *
     * @param rtp where its RTP goes
     * @param codec the law in both directions
     * @param dtmfPayload payload type of telephone events; -1 if none
     * @param from from whom packets are taken
     * @return what was agreed
     */
    public static RemoteMedia at(InetSocketAddress rtp, G711 codec, int dtmfPayload, Agreed from) {
        check("rtp", rtp);
        InetSocketAddress rtcp = new InetSocketAddress(rtp.getAddress(), Math.min(rtp.getPort() + 1, 0xFFFF));
        return new RemoteMedia(rtp, rtcp, codec, dtmfPayload, from);
    }

    private static void check(String name, InetSocketAddress address) {
        InetAddress host = Objects.requireNonNull(address, name).getAddress();
        if (host == null || host.isAnyLocalAddress() || host.isMulticastAddress() || address.getPort() == 0) {
            throw new IllegalArgumentException(
                    name + " must be a resolved unicast address with a port but is " + address);
        }
    }
}
