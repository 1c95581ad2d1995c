// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

import io.patchbay.media.G711;
import io.patchbay.webrtc.dtls.Fingerprint;
import io.patchbay.webrtc.ice.IceLite.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SDP with browsers (RFC 8829): one stream of sound, bundled, RTCP by the same port. */
final class SessionDescription {
    private static final int LONGEST = 16_384;
    private static final int MOST_STREAMS = 16;
    private static final int OUR_KEYS = 101;
    private static final long HOST_PRIORITY = (126L << 24) + 255;
    private static final Pattern KEYS =
            Pattern.compile("a=rtpmap:(9[6-9]|1[01]\\d|12[0-7]) telephone-event/8000(?:/1)?");
    private static final Pattern PROTOCOL = Pattern.compile("\\d{1,5} UDP/TLS/RTP/SAVPF? .*");

    private SessionDescription() {}

    /**
     * What we tell of ourselves.
     *
     * @param credentials of ICE
     * @param fingerprint of our certificate
     * @param hosts where we are, best first
     * @param port of RTP and RTCP
     * @param version grows with each description of a session
     */
    record Ours(Credentials credentials, Fingerprint fingerprint, List<String> hosts, int port, int version) {}

    /**
     * What the browser tells of itself.
     *
     * @param user its user fragment of ICE
     * @param fingerprint of its certificate
     * @param sound what it speaks
     * @param mid name of the stream; empty if it has none
     * @param bundled whether streams share one way
     */
    record Theirs(String user, Fingerprint fingerprint, BrowserSound sound, String mid, boolean bundled) {}

    /** Our offer, with a candidate for each host in order of preference. */
    static String offer(Ours ours, List<G711> codecs) {
        StringBuilder sdp = head(ours);
        line(sdp, "a=group:BUNDLE 0");
        line(sdp, "a=msid-semantic: WMS *");
        stream(sdp, ours, codecs, OUR_KEYS);
        line(sdp, "a=mid:0");
        line(sdp, "a=sendrecv");
        line(sdp, "a=setup:actpass");
        candidates(sdp, ours);
        return sdp.toString();
    }

    /** Our answer to what was read by {@link #offered}: each stream of the offer has its line (RFC 3264, 6). */
    static String answer(Ours ours, Theirs theirs, String offer) {
        Parts parts = Parts.of(offer);
        StringBuilder sdp = head(ours);
        if (theirs.bundled()) {
            line(sdp, "a=group:BUNDLE " + theirs.mid());
        }
        line(sdp, "a=msid-semantic: WMS *");
        for (List<String> stream : parts.streams()) {
            if (stream == parts.sound()) {
                BrowserSound sound = theirs.sound();
                stream(sdp, ours, List.of(sound.codec()), sound.dtmfPayload());
                named(sdp, theirs.mid());
                line(sdp, "a=" + direction(sound));
                line(sdp, "a=setup:passive");
                candidates(sdp, ours);
            } else {
                refused(sdp, stream);
            }
        }
        return sdp.toString();
    }

    private static String direction(BrowserSound theirs) {
        return theirs.hears() ? theirs.speaks() ? "sendrecv" : "sendonly" : theirs.speaks() ? "recvonly" : "inactive";
    }

    private static void refused(StringBuilder sdp, List<String> stream) {
        line(sdp, stream.get(0).replaceFirst(" \\d+(/\\d+)? ", " 0 "));
        line(sdp, "c=IN IP4 0.0.0.0");
        stream.stream().filter(text -> text.startsWith("a=mid:")).findFirst().ifPresent(mid -> line(sdp, mid));
        line(sdp, "a=inactive");
    }

    private static void named(StringBuilder sdp, String mid) {
        if (!mid.isEmpty()) {
            line(sdp, "a=mid:" + mid);
        }
    }

    private static StringBuilder head(Ours ours) {
        StringBuilder sdp = new StringBuilder(700);
        line(sdp, "v=0");
        line(
                sdp,
                "o=- " + ours.port() + " " + ours.version() + " IN IP4 "
                        + ours.hosts().get(0));
        line(sdp, "s=-");
        line(sdp, "t=0 0");
        line(sdp, "a=ice-lite");
        return sdp;
    }

    private static void stream(StringBuilder sdp, Ours ours, List<G711> codecs, int keys) {
        StringBuilder formats = new StringBuilder();
        codecs.forEach(codec -> formats.append(' ').append(codec.payloadType()));
        if (keys >= 0) {
            formats.append(' ').append(keys);
        }
        line(sdp, "m=audio " + ours.port() + " UDP/TLS/RTP/SAVPF" + formats);
        line(sdp, "c=IN IP4 " + ours.hosts().get(0));
        line(sdp, "a=rtcp-mux");
        line(sdp, "a=ice-ufrag:" + ours.credentials().user());
        line(sdp, "a=ice-pwd:" + ours.credentials().password());
        line(sdp, "a=fingerprint:sha-256 " + ours.fingerprint().text());
        codecs.forEach(codec -> line(sdp, "a=rtpmap:" + codec.payloadType() + " " + codec.name() + "/8000"));
        if (keys >= 0) {
            line(sdp, "a=rtpmap:" + keys + " telephone-event/8000");
            line(sdp, "a=fmtp:" + keys + " 0-15");
        }
        line(sdp, "a=ptime:20");
        line(sdp, "a=msid:patchbay sound");
    }

    private static void candidates(StringBuilder sdp, Ours ours) {
        List<String> hosts = ours.hosts();
        for (int i = 0; i < hosts.size(); i++) {
            long priority = HOST_PRIORITY + ((65_535L - i) << 8);
            line(
                    sdp,
                    "a=candidate:" + (i + 1) + " 1 udp " + priority + " " + hosts.get(i) + " " + ours.port()
                            + " typ host");
        }
        line(sdp, "a=end-of-candidates");
    }

    private static void line(StringBuilder sdp, String text) {
        sdp.append(text).append("\r\n");
    }

    /** Reads the answer to an offer of ours. */
    static Theirs answered(String sdp) throws UnacceptableAnswer {
        return read(sdp, List.of(G711.values()), List.of("active"));
    }

    /** Reads an offer; of the codecs that we can speak the browser's favourite is taken. */
    static Theirs offered(String sdp, List<G711> codecs) throws UnacceptableAnswer {
        return read(sdp, codecs, List.of("actpass", "active"));
    }

    private static Theirs read(String sdp, List<G711> codecs, List<String> setups) throws UnacceptableAnswer {
        if (sdp.length() > LONGEST) {
            throw new UnacceptableAnswer(
                    "a description has at most " + LONGEST + " characters but this " + sdp.length());
        }
        Parts parts = Parts.of(sdp);
        if (parts.streams().size() > MOST_STREAMS) {
            throw new UnacceptableAnswer("more than " + MOST_STREAMS + " streams");
        }
        String setup = the(parts, "a=setup:");
        if (!setups.contains(setup)) {
            throw new UnacceptableAnswer("a=setup must be " + String.join(" or ", setups) + " but is " + setup);
        } else if (!parts.sound().contains("a=rtcp-mux")) {
            throw new UnacceptableAnswer("a=rtcp-mux is missing");
        }
        String user = the(parts, "a=ice-ufrag:");
        if (!user.matches("[A-Za-z0-9+/]{4,256}")) {
            throw new UnacceptableAnswer("a=ice-ufrag has other characters than ICE allows");
        }
        String mid = find(parts.sound(), "a=mid:").orElse("");
        boolean bundled = !mid.isEmpty()
                && find(parts.session(), "a=group:BUNDLE ")
                        .filter(group -> List.of(group.split(" ", -1)).contains(mid))
                        .isPresent();
        return new Theirs(user, fingerprint(parts), sound(parts, codecs), mid, bundled);
    }

    private static String the(Parts parts, String start) throws UnacceptableAnswer {
        return find(parts.sound(), start)
                .or(() -> find(parts.session(), start))
                .orElseThrow(() -> new UnacceptableAnswer(start + " is missing"));
    }

    private static Optional<String> find(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).findFirst().map(line -> line.substring(
                        start.length())
                .trim());
    }

    private static Fingerprint fingerprint(Parts parts) throws UnacceptableAnswer {
        try {
            return new Fingerprint(the(parts, "a=fingerprint:sha-256 "));
        } catch (IllegalArgumentException e) {
            throw new UnacceptableAnswer(e.getMessage());
        }
    }

    private static BrowserSound sound(Parts parts, List<G711> codecs) throws UnacceptableAnswer {
        String media = the(parts, "m=audio ");
        if (media.startsWith("0 ")) {
            throw new UnacceptableAnswer("it refused the sound");
        } else if (!PROTOCOL.matcher(media).matches()) {
            throw new UnacceptableAnswer("no UDP/TLS/RTP/SAVPF in m=audio " + media);
        }
        List<String> formats = List.of(media.split(" ", -1));
        G711 codec = formats.stream()
                .skip(2)
                .flatMap(format -> codecs.stream().filter(each -> format.equals(String.valueOf(each.payloadType()))))
                .findFirst()
                .orElseThrow(() -> new UnacceptableAnswer("no G.711 in m=audio " + media));
        String way = Stream.concat(parts.sound().stream(), parts.session().stream())
                .filter(line -> line.matches("a=(sendrecv|sendonly|recvonly|inactive)"))
                .findFirst()
                .map(line -> line.substring(2))
                .orElse("sendrecv");
        return new BrowserSound(
                codec,
                keys(parts.sound(), formats),
                way.equals("sendrecv") || way.equals("recvonly"),
                way.equals("sendrecv") || way.equals("sendonly"));
    }

    private static int keys(List<String> lines, List<String> formats) {
        return lines.stream()
                .map(KEYS::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .filter(formats::contains)
                .findFirst()
                .map(Integer::parseInt)
                .orElse(-1);
    }

    /**
     * A description cut at its streams.
     *
     * @param session lines before the first
     * @param streams lines of each, the m line first
     */
    private record Parts(List<String> session, List<List<String>> streams) {
        static Parts of(String sdp) {
            List<String> session = new ArrayList<>();
            List<List<String>> streams = new ArrayList<>();
            List<String> now = session;
            for (String line : sdp.lines().toList()) {
                if (line.startsWith("m=")) {
                    now = new ArrayList<>();
                    streams.add(now);
                }
                now.add(line);
            }
            return new Parts(session, streams);
        }

        /** The first stream of sound; nothing if there is none. */
        List<String> sound() {
            return streams.stream()
                    .filter(lines -> lines.get(0).startsWith("m=audio "))
                    .findFirst()
                    .orElse(List.of());
        }
    }
}
