// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes session descriptions. Any thread. */
public final class OfferAnswer {
    private static final Pattern EVENTS = Pattern.compile("(\\d{1,3}) telephone-event/8000(/1)?");
    private static final int USUAL_PACKET_MILLIS = 20;
    private static final int LONGEST_PACKET_MILLIS = 60;

    private OfferAnswer() {}

    /**
     * Reads an offer or an answer.
     *
     * @param sdp hostile input
     * @return its first audio stream that has a codec of ours
     * @throws UnacceptableSdp if it is none, or has nothing we can speak: 488
     */
    public static Audio read(String sdp) throws UnacceptableSdp {
        SessionText session = SessionText.cut(sdp);
        return audio(session, chosen(session));
    }

    /** The one stream we take. */
    private static SessionText.Media chosen(SessionText session) throws UnacceptableSdp {
        Optional<SessionText.Media> stream = session.media().stream()
                .filter(media -> media.type().equals("audio")
                        && media.port() > 0
                        && (media.protocol().equals("RTP/AVP") || sealed(media))
                        && !session.addressOf(media).isEmpty()
                        && !codecs(media).isEmpty())
                .findFirst();
        return stream.orElseThrow(() -> new UnacceptableSdp("no audio stream with PCMU or PCMA"));
    }

    private static boolean sealed(SessionText.Media media) {
        return media.protocol().equals("RTP/SAVP")
                && Crypto.first(media.all("crypto")).isPresent();
    }

    private static List<Audio.Codec> codecs(SessionText.Media media) {
        List<Audio.Codec> codecs = new ArrayList<>();
        for (String format : media.formats()) {
            for (Audio.Codec codec : Audio.Codec.values()) {
                if (format.equals(Integer.toString(codec.payloadType()))) {
                    codecs.add(codec);
                }
            }
        }
        return codecs;
    }

    private static Audio audio(SessionText session, SessionText.Media media) {
        String address = session.addressOf(media);
        Audio.Direction direction = session.direction(media);
        boolean oldHold = address.equals("0.0.0.0") && direction == Audio.Direction.SENDRECV;
        return new Audio(
                address,
                media.port(),
                number(media, "rtcp", 1, 65535).orElse(media.port() + 1),
                codecs(media),
                events(media),
                number(media, "ptime", 10, LONGEST_PACKET_MILLIS).orElse(USUAL_PACKET_MILLIS),
                oldHold ? Audio.Direction.SENDONLY : direction,
                sealed(media) ? Crypto.first(media.all("crypto")) : Optional.empty());
    }

    private static OptionalInt events(SessionText.Media media) {
        for (String map : media.all("rtpmap")) {
            Matcher events = EVENTS.matcher(map.toLowerCase(Locale.ROOT));
            if (events.matches() && media.formats().contains(events.group(1))) {
                int type = Integer.parseInt(events.group(1));
                return type > 127 ? OptionalInt.empty() : OptionalInt.of(type);
            }
        }
        return OptionalInt.empty();
    }

    /** The leading number of an attribute, if it is within bounds. */
    private static OptionalInt number(SessionText.Media media, String name, int least, int most) {
        return media.all(name).stream()
                .map(value -> value.strip().split(" ", 2)[0])
                .filter(text -> text.matches("\\d{1,5}"))
                .mapToInt(Integer::parseInt)
                .filter(number -> number >= least && number <= most)
                .findFirst();
    }

    /**
     * Writes an offer.
     *
     * @param ours our side
     * @return SDP
     */
    public static String offer(Audio ours) {
        StringBuilder sdp = head(ours);
        write(sdp, ours);
        return sdp.toString();
    }

    /**
     * Writes the answer to an offer: every stream of it has its line, all but the audio stream refused (RFC 3264, 6).
     *
     * @param offer as received
     * @param ours our side, with the one codec chosen and the offer's payload type for events
     * @return SDP
     * @throws UnacceptableSdp if the offer cannot be read
     */
    public static String answer(String offer, Audio ours) throws UnacceptableSdp {
        SessionText session = SessionText.cut(offer);
        int taken = session.media().indexOf(chosen(session));
        StringBuilder sdp = head(ours);
        for (int i = 0; i < session.media().size(); i++) {
            SessionText.Media media = session.media().get(i);
            if (i == taken) {
                write(sdp, ours);
            } else {
                sdp.append("m=" + media.type() + " 0 " + media.protocol() + " "
                        + media.formats().get(0) + "\r\n");
            }
        }
        return sdp.toString();
    }

    /** The session's id stays with its port, its version grows (RFC 3264, 8). */
    private static StringBuilder head(Audio ours) {
        String net = "IN " + (ours.address().indexOf(':') < 0 ? "IP4 " : "IP6 ") + ours.address();
        return new StringBuilder("v=0\r\n")
                .append("o=- " + ours.port() + " " + System.currentTimeMillis() + " " + net + "\r\n")
                .append("s=-\r\n")
                .append("c=" + net + "\r\n")
                .append("t=0 0\r\n");
    }

    private static void write(StringBuilder sdp, Audio ours) {
        StringBuilder formats = new StringBuilder();
        StringBuilder maps = new StringBuilder();
        for (Audio.Codec codec : ours.codecs()) {
            formats.append(" ").append(codec.payloadType());
            maps.append("a=rtpmap:" + codec.payloadType() + " " + codec + "/8000\r\n");
        }
        if (ours.telephoneEvent().isPresent()) {
            int type = ours.telephoneEvent().getAsInt();
            formats.append(" ").append(type);
            maps.append("a=rtpmap:" + type + " telephone-event/8000\r\na=fmtp:" + type + " 0-15\r\n");
        }
        String protocol = ours.crypto().isPresent() ? " RTP/SAVP" : " RTP/AVP";
        sdp.append("m=audio " + ours.port() + protocol + formats + "\r\n").append(maps);
        if (ours.crypto().isPresent()) {
            sdp.append("a=crypto:" + ours.crypto().get().attribute() + "\r\na=rtcp-mux\r\n");
        } else if (ours.rtcpPort() != ours.port() + 1) {
            sdp.append("a=rtcp:" + ours.rtcpPort() + "\r\n");
        }
        sdp.append(
                "a=ptime:" + ours.packetMillis() + "\r\na=" + ours.direction().word() + "\r\n");
    }
}
