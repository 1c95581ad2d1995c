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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the configuration and {@code ./run} say, checked.
 *
 * @param bind the address sockets are bound to
 * @param sipPort SIP over UDP and TCP
 * @param tls SIP over TLS, if there is a key store
 * @param media ports and limits of sound
 * @param said what we tell of ourselves
 * @param drain how long running calls may go on at a stop
 */
record VoiceSetup(String bind, int sipPort, Optional<Tls> tls, MediaSettings media, Sdp.Ours said, Duration drain) {

    static VoiceSetup of(VoiceConfig config, Path keys) {
        String bind = System.getProperty("patchbay.bind", "127.0.0.1");
        String advertise = config.advertise().isBlank()
                ? bind
                : literal("advertise", config.advertise().strip());
        if (advertise.equals("0.0.0.0") || advertise.equals("::")) {
            throw new IllegalArgumentException(
                    "advertise must say which address others reach, because Patchbay is" + " bound to " + bind);
        }
        String ports = config.rtpPorts().isBlank()
                ? System.getProperty("patchbay.rtp.ports", "20000-29999")
                : config.rtpPorts().strip();
        return new VoiceSetup(
                bind,
                Integer.getInteger("patchbay.sip.port", 5060),
                tls(keys),
                media(bind, ports, config.deadAfterSeconds()),
                new Sdp.Ours(
                        codecs(config.codecs()), advertise, advertise(bind, advertise), Net.list(config.localNets())),
                Duration.ofSeconds(config.drainSeconds()));
    }

    /** Bound to every address, local networks are told the outside one too. */
    private static String advertise(String bind, String advertise) {
        return bind.equals("0.0.0.0") || bind.equals("::") ? advertise : bind;
    }

    private static String literal(String key, String value) {
        if (!Net.isLiteral(value)) {
            throw new IllegalArgumentException(key + " must be an address such as 192.0.2.7 but is \"" + value + "\"");
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
        int dash = ports.indexOf('-');
        if (!ports.matches("[0-9]{1,5}-[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "rtpPorts must be first-last such as 20000-29999 but is \"" + ports + "\"");
        }
        try {
            return MediaSettings.defaults(InetAddress.getByName(bind))
                    .withPorts(Integer.parseInt(ports.substring(0, dash)), Integer.parseInt(ports.substring(dash + 1)))
                    .withDeadAfter(Duration.ofSeconds(deadAfterSeconds));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Patchbay cannot be bound to \"" + bind + "\"", e);
        }
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
