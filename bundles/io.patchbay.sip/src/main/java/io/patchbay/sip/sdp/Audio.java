// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.sdp;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The one audio stream of a session description.
 *
 * @param address where RTP goes, as digits or a name
 * @param port of RTP; 0 if refused or on hold the old way
 * @param rtcpPort of RTCP (RFC 3605), port + 1 unless said otherwise
 * @param codecs those we know, in the sender's order of preference
 * @param telephoneEvent payload type of RFC 4733 events; empty if not offered
 * @param packetMillis ptime; 20 unless said otherwise
 * @param direction as the sender sees it
 * @param crypto with what the sender seals it ({@code RTP/SAVP}); empty for plain sound
 */
public record Audio(
        String address,
        int port,
        int rtcpPort,
        List<Codec> codecs,
        OptionalInt telephoneEvent,
        int packetMillis,
        Direction direction,
        Optional<Crypto> crypto) {
    /** Copies the list. */
    public Audio {
        Objects.requireNonNull(address, "address");
        codecs = List.copyOf(codecs);
        Objects.requireNonNull(telephoneEvent, "telephoneEvent");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(crypto, "crypto");
    }

    /**
     * Plain sound.
     *
     * @param address where RTP goes
     * @param port of RTP
     * @param rtcpPort of RTCP
     * @param codecs in order of preference
     * @param telephoneEvent payload type of events
     * @param packetMillis ptime
     * @param direction as the sender sees it
     */
    public Audio(
            String address,
            int port,
            int rtcpPort,
            List<Codec> codecs,
            OptionalInt telephoneEvent,
            int packetMillis,
            Direction direction) {
        this(address, port, rtcpPort, codecs, telephoneEvent, packetMillis, direction, Optional.empty());
    }

    /**
     * The same, sealed.
     *
     * @param with what is sealed with
     * @return the changed stream
     */
    public Audio sealed(Crypto with) {
        return new Audio(address, port, rtcpPort, codecs, telephoneEvent, packetMillis, direction, Optional.of(with));
    }

    /** What we can speak. */
    public enum Codec {
        /** G.711 µ-law, payload type 0. */
        PCMU(0),
        /** G.711 A-law, payload type 8. */
        PCMA(8);

        private final int payloadType;

        Codec(int payloadType) {
            this.payloadType = payloadType;
        }

        /**
         * Its static payload type (RFC 3551).
         *
         * @return 0 or 8
         */
        public int payloadType() {
            return payloadType;
        }
    }

    /** Who sends (RFC 3264, 5.1). */
    public enum Direction {
        /** Both. */
        SENDRECV,
        /** Only the one who says it. */
        SENDONLY,
        /** Only the other one. */
        RECVONLY,
        /** Nobody. */
        INACTIVE;

        /**
         * The attribute.
         *
         * @return {@code sendrecv}, …
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * What the other side answers (RFC 3264, 6.1).
         *
         * @return the same seen from there
         */
        public Direction mirrored() {
            return this == SENDONLY ? RECVONLY : this == RECVONLY ? SENDONLY : this;
        }
    }
}
