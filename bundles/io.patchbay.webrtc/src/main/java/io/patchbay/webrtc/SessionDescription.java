// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

import io.patchbay.media.G711;
import io.patchbay.webrtc.dtls.Fingerprint;
import io.patchbay.webrtc.ice.IceLite.Credentials;
import java.util.List;
import java.util.Optional;

/** SDP with browsers (RFC 8829): one stream of sound, bundled, RTCP by the same port. */
final class SessionDescription {
    private static final int LONGEST = 16_384;
    private static final int OUR_KEYS = 101;
    private static final long HOST_PRIORITY = (126L << 24) + 255;

    private SessionDescription() {}

    /** Our offer, with a candidate for each host in order of preference. */
    static String offer(Credentials ours, Fingerprint fingerprint, List<String> hosts, int port, List<G711> codecs) {
        StringBuilder sdp = new StringBuilder(600);
        line(sdp, "v=0");
        line(sdp, "o=- 1 1 IN IP4 " + hosts.get(0));
        line(sdp, "s=-");
        line(sdp, "t=0 0");
        line(sdp, "a=ice-lite");
        line(sdp, "a=group:BUNDLE 0");
        line(sdp, "a=msid-semantic: WMS *");
        StringBuilder formats = new StringBuilder();
        codecs.forEach(codec -> formats.append(codec.payloadType()).append(' '));
        line(sdp, "m=audio " + port + " UDP/TLS/RTP/SAVPF " + formats + OUR_KEYS);
        line(sdp, "c=IN IP4 " + hosts.get(0));
        line(sdp, "a=rtcp-mux");
        line(sdp, "a=mid:0");
        line(sdp, "a=sendrecv");
        line(sdp, "a=ice-ufrag:" + ours.user());
        line(sdp, "a=ice-pwd:" + ours.password());
        line(sdp, "a=fingerprint:sha-256 " + fingerprint.text());
        line(sdp, "a=setup:actpass");
        codecs.forEach(codec -> line(sdp, "a=rtpmap:" + codec.payloadType() + " " + codec.name() + "/8000"));
        line(sdp, "a=rtpmap:" + OUR_KEYS + " telephone-event/8000");
        line(sdp, "a=fmtp:" + OUR_KEYS + " 0-15");
        line(sdp, "a=ptime:20");
        line(sdp, "a=msid:patchbay sound");
        for (int i = 0; i < hosts.size(); i++) {
            long priority = HOST_PRIORITY + ((65_535L - i) << 8);
            line(sdp, "a=candidate:" + (i + 1) + " 1 udp " + priority + " " + hosts.get(i) + " " + port + " typ host");
        }
        line(sdp, "a=end-of-candidates");
        return sdp.toString();
    }

    private static void line(StringBuilder sdp, String text) {
        sdp.append(text).append("\r\n");
    }

    /** What the browser tells of itself. */
    record Theirs(String user, Fingerprint fingerprint, BrowserSound sound) {}

    static Theirs answer(String sdp) throws UnacceptableAnswer {
        if (sdp.length() > LONGEST) {
            throw new UnacceptableAnswer("an answer has at most " + LONGEST + " characters but this " + sdp.length());
        }
        List<String> lines = sdp.lines().toList();
        String setup = the(lines, "a=setup:");
        if (!setup.equals("active")) {
            throw new UnacceptableAnswer("a=setup must be active but is " + setup);
        } else if (!lines.contains("a=rtcp-mux")) {
            throw new UnacceptableAnswer("a=rtcp-mux is missing");
        }
        String user = the(lines, "a=ice-ufrag:");
        if (!user.matches("[A-Za-z0-9+/]{4,256}")) {
            throw new UnacceptableAnswer("a=ice-ufrag has other characters than ICE allows");
        }
        return new Theirs(user, fingerprint(lines), new BrowserSound(codec(lines), keys(lines)));
    }

    private static String the(List<String> lines, String start) throws UnacceptableAnswer {
        return find(lines, start).orElseThrow(() -> new UnacceptableAnswer(start + " is missing"));
    }

    private static Optional<String> find(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).findFirst().map(line -> line.substring(
                        start.length())
                .trim());
    }

    private static Fingerprint fingerprint(List<String> lines) throws UnacceptableAnswer {
        try {
            return new Fingerprint(the(lines, "a=fingerprint:sha-256 "));
        } catch (IllegalArgumentException e) {
            throw new UnacceptableAnswer(e.getMessage());
        }
    }

    private static G711 codec(List<String> lines) throws UnacceptableAnswer {
        String[] media = the(lines, "m=audio ").split(" ", -1);
        if (media[0].equals("0")) {
            throw new UnacceptableAnswer("it refused the sound");
        }
        for (int i = 2; i < media.length; i++) {
            for (G711 codec : G711.values()) {
                if (media[i].equals(String.valueOf(codec.payloadType()))) {
                    return codec;
                }
            }
        }
        throw new UnacceptableAnswer("no G.711 in m=audio " + String.join(" ", media));
    }

    private static int keys(List<String> lines) {
        return lines.contains("a=rtpmap:" + OUR_KEYS + " telephone-event/8000") ? OUR_KEYS : -1;
    }
}
