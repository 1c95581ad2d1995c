// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.call.Sdp;
import io.patchbay.channel.voice.door.Net;
import io.patchbay.media.MediaSettings;
import io.patchbay.sip.SipSettings.Tls;
import io.patchbay.sip.sdp.Audio;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the configuration and {@code ./run} say, checked.
 *
 * @param bind the address sockets are bound to
 * @param sipPort SIP over UDP and TCP
 * @param tls SIP over TLS, if there is a key store
 * @param media ports and limits of sound
 * @param said what we tell of ourselves
 * @param allowedOrigins of foreign pages whose phones may come
 * @param drain how long running calls may go on at a stop
 */
record VoiceSetup(
        String bind,
        int sipPort,
        Optional<Tls> tls,
        MediaSettings media,
        Sdp.Ours said,
        Set<String> allowedOrigins,
        Duration drain) {
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?|https?://\\[[0-9a-fA-F:]+](:\\d{1,5})?");

    static VoiceSetup of(VoiceConfig config, Path keys) {
        String bind = System.getProperty("patchbay.bind", "127.0.0.1");
        String advertise = config.advertise().isBlank()
                ? everywhere(bind) ? OwnAddress.primary() : bind
                : advertised(config.advertise().strip());
        String ports = config.rtpPorts().isBlank()
                ? System.getProperty("patchbay.rtp.ports", "20000-29999")
                : config.rtpPorts().strip();
        return new VoiceSetup(
                bind,
                Integer.getInteger("patchbay.sip.port", 5060),
                tls(keys),
                media(bind, ports, config.deadAfterSeconds()),
                new Sdp.Ours(codecs(config.codecs()), advertise, local(bind, advertise), Net.list(config.localNets())),
                origins(config.allowedOrigins()),
                Duration.ofSeconds(config.drainSeconds()));
    }

    private static boolean everywhere(String bind) {
        return bind.equals("0.0.0.0") || bind.equals("::");
    }

    /** Bound to every address, local networks are told the outside one too. */
    private static String local(String bind, String advertise) {
        return everywhere(bind) ? advertise : bind;
    }

    static String advertised(String value) {
        if (!Net.isLiteral(value) || everywhere(value)) {
            throw new IllegalArgumentException(
                    "advertise must be an address such as 192.0.2.7 but is \"" + value + "\"");
        }
        return value;
    }

    private static Optional<Tls> tls(Path keys) {
        String password = System.getenv("PATCHBAY_HTTPS_KEYSTORE_PASSWORD");
        Path store = keys.resolve("https.p12");
        return password == null || !Files.exists(store)
                ? Optional.empty()
                : Optional.of(new Tls(Integer.getInteger("patchbay.sips.port", 5061), store, password));
    }

    private static MediaSettings media(String bind, String ports, int deadAfterSeconds) {
        int[] range = ports(ports);
        try {
            return MediaSettings.defaults(InetAddress.getByName(bind))
                    .withPorts(range[0], range[1])
                    .withDeadAfter(Duration.ofSeconds(deadAfterSeconds));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Patchbay cannot be bound to \"" + bind + "\"", e);
        }
    }

    /** Origins as browsers write them (RFC 6454, 6.2). */
    static Set<String> origins(String text) {
        Set<String> origins = new HashSet<>();
        for (String one : text.split(",", -1)) {
            String origin = one.strip();
            if (!origin.isEmpty() && !ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "allowedOrigins must be such as https://crm.example.org but has \"" + origin + "\"");
            } else if (!origin.isEmpty()) {
                origins.add(origin.toLowerCase(Locale.ROOT));
            }
        }
        return Set.copyOf(origins);
    }

    /** First and last port. */
    static int[] ports(String text) {
        if (text.matches("[0-9]{4,5}-[0-9]{4,5}")) {
            int dash = text.indexOf('-');
            int first = Integer.parseInt(text.substring(0, dash));
            int last = Integer.parseInt(text.substring(dash + 1));
            if (first >= 1024 && last <= 65_535 && first < last) {
                return new int[] {first, last};
            }
        }
        throw new IllegalArgumentException("rtpPorts must be first-last such as 20000-29999 but is \"" + text + "\"");
    }

    static List<Audio.Codec> codecs(String text) {
        List<Audio.Codec> codecs = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            String name = one.strip().toUpperCase(Locale.ROOT);
            if (!name.equals("PCMA") && !name.equals("PCMU")) {
                throw new IllegalArgumentException("codecs must be of PCMA and PCMU but has \"" + one.strip() + "\"");
            }
            codecs.add(Audio.Codec.valueOf(name));
        }
        return codecs;
    }
}
