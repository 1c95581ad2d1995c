// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.registrar.Registrar;
import io.patchbay.sip.registrar.RegistrarSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages of RFC 4475 and RFC 5118: each gets what its RFC says, over either transport, and the node goes on. */
class TortureTest {
    private final int port = Rig.freePort();
    private SipNode node;

    @BeforeEach
    void start() {
        Registrar registrar = new Registrar(RegistrarSettings.usual(), InstantSource.system(), (user, bindings) -> {});
        node = new SipNode(
                new SipSettings("127.0.0.1", port, "127.0.0.1", Optional.empty(), SipLimits.usual(), source -> true),
                request -> new Verdict.Admit(request.source()),
                call -> {
                    call.refuse(486, "", OptionalInt.empty());
                    return new CallListener() {};
                },
                registrar);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    static List<String> messages() throws IOException {
        return new String(bytes("expected.txt"), StandardCharsets.US_ASCII)
                .lines()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void overTcpEachGetsWhatItsRfcSays(String expected) throws IOException {
        try (Phone phone = Phone.tcp(port)) {
            play(phone, expected.replaceFirst(" .*tcp:", " "));
        }
        try (Phone phone = Phone.tcp(port)) {
            assertAlive(phone, "TCP");
        }
    }

    /**
     * An answer without rport goes to the port in Via: each message comes from that port of a loopback address of its
     * own.
     */
    @ParameterizedTest
    @MethodSource("messages")
    void overUdpEachGetsWhatItsRfcSays(String expected) throws IOException {
        String text = new String(bytes(expected.split(" ", 2)[0] + ".dat"), StandardCharsets.ISO_8859_1);
        try (Phone phone = Phone.udpAt(viaPort(text), port)) {
            play(phone, expected.replaceFirst(" tcp:.*", ""));
        }
        try (Phone phone = Phone.udp(port)) {
            assertAlive(phone, "UDP");
        }
    }

    private static int viaPort(String text) {
        String via = text.replaceAll("\r\n[ \t]+", " ").replaceAll("(?is).*?\n(?:via|v)\\s*:([^\r]*).*", "$1");
        String sentBy = via.split(";", 2)[0].replaceAll("\\[[^]]*]", "host").strip();
        return sentBy.matches(".*:\\s*\\d+") ? Integer.parseInt(sentBy.replaceAll(".*:\\s*", "")) : 5060;
    }

    private static void play(Phone phone, String expected) throws IOException {
        List<String> words = List.of(expected.split(" ", -1));
        byte[] message = bytes(words.get(0) + ".dat");
        phone.send(message);
        String sent = new String(message, StandardCharsets.UTF_8);
        int status = 0;
        Optional<String> answer;
        do {
            answer = phone.receive(words.contains("-") ? 150 : 5_000);
            status = answer.isPresent() ? LegalAnswer.check(answer.get(), sent) : 0;
        } while (status == 100);
        assertThat(words.subList(1, words.size()))
                .as(answer.orElse("nothing"))
                .contains(status == 0 ? "-" : Integer.toString(status));
    }

    private static void assertAlive(Phone phone, String transport) throws IOException {
        phone.send(Ping.options(transport, phone.port(), "alive"));
        assertThat(phone.receive(5_000))
                .hasValueSatisfying(answer -> assertThat(answer).startsWith("SIP/2.0 200 OK"));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = TortureTest.class.getResourceAsStream("/sip/torture/" + name)) {
            return in.readAllBytes();
        }
    }
}
