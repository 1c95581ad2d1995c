// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session description cut into its parts (RFC 8866), as much as offer and answer need.
 *
 * @param connection address of the session's c line; empty if it has none
 * @param attributes of the session, behind {@code a=}
 * @param media in order
 */
record SessionText(String connection, List<String> attributes, List<Media> media) {
    private static final int MOST_BYTES = 16_384;
    private static final int MOST_STREAMS = 16;
    private static final int MOST_OF_A_STREAM = 512;
    private static final Pattern LINE = Pattern.compile("([a-z])=(.*)");
    private static final Pattern MEDIA = Pattern.compile("([!-~]+) (\\d{1,5})(?:/\\d+)? ([!-~]+)((?: [!-~]+)+)");
    private static final Pattern CONNECTION = Pattern.compile("IN IP[46] ([0-9A-Za-z.:-]+)(?:/\\d+)*");

    /**
     * One stream.
     *
     * @param type {@code audio}, {@code video}, …
     * @param port 0 if refused
     * @param protocol {@code RTP/AVP}, …
     * @param formats payload types
     * @param connection address of its own c line; empty if it has none
     * @param attributes behind {@code a=}
     */
    record Media(
            String type, int port, String protocol, List<String> formats, String connection, List<String> attributes) {
        /** Values of an attribute; {@code ""} for a mere flag. */
        List<String> all(String name) {
            return SessionText.values(attributes, name);
        }

        private Media at(String address) {
            return new Media(type, port, protocol, formats, address, attributes);
        }
    }

    static SessionText cut(String sdp) throws UnacceptableSdp {
        if (sdp.length() > MOST_BYTES || !sdp.startsWith("v=0")) {
            throw new UnacceptableSdp("no session description");
        }
        String connection = "";
        List<String> attributes = new ArrayList<>();
        List<Media> media = new ArrayList<>();
        for (String text : sdp.lines().toList()) {
            Matcher line = LINE.matcher(text.strip());
            if (!line.matches()) {
                throw new UnacceptableSdp("a line that is none");
            }
            String value = line.group(2);
            int last = media.size() - 1;
            switch (line.group(1)) {
                case "m" -> media.add(media(value, media.size()));
                case "a" -> (last < 0 ? attributes : media.get(last).attributes()).add(value);
                case "c" -> {
                    if (last < 0) {
                        connection = address(value);
                    } else {
                        media.set(last, media.get(last).at(address(value)));
                    }
                }
                default -> {}
            }
        }
        return new SessionText(connection, List.copyOf(attributes), List.copyOf(media));
    }

    private static Media media(String value, int before) throws UnacceptableSdp {
        Matcher media = MEDIA.matcher(value);
        if (value.length() > MOST_OF_A_STREAM
                || !media.matches()
                || before >= MOST_STREAMS
                || Integer.parseInt(media.group(2)) > 65535) {
            throw new UnacceptableSdp("a stream that cannot be read");
        }
        List<String> formats = List.of(media.group(4).strip().split(" ", -1));
        return new Media(
                media.group(1), Integer.parseInt(media.group(2)), media.group(3), formats, "", new ArrayList<>());
    }

    private static String address(String value) throws UnacceptableSdp {
        Matcher connection = CONNECTION.matcher(value);
        if (!connection.matches()) {
            throw new UnacceptableSdp("an address that cannot be read");
        }
        return connection.group(1);
    }

    String addressOf(Media stream) {
        return stream.connection().isEmpty() ? connection : stream.connection();
    }

    /** The stream's own direction, else the session's, else both ways (RFC 8866, 6.7). */
    Audio.Direction direction(Media stream) {
        return direction(stream.attributes()).or(() -> direction(attributes)).orElse(Audio.Direction.SENDRECV);
    }

    private static Optional<Audio.Direction> direction(List<String> attributes) {
        for (Audio.Direction direction : Audio.Direction.values()) {
            if (attributes.contains(direction.word())) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }

    private static List<String> values(List<String> attributes, String name) {
        return attributes.stream()
                .filter(text -> text.startsWith(name + ":"))
                .map(text -> text.substring(name.length() + 1))
                .toList();
    }
}
