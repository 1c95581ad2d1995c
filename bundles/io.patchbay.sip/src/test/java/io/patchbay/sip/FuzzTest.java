// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.wire.Names;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Mutated messages: whatever is sent, only legal answers leave, and the node goes on. 3,000 messages, 100,000 with
 * PATCHBAY_LONG=1.
 */
class FuzzTest {
    private static final int MESSAGES = "1".equals(System.getenv("PATCHBAY_LONG")) ? 100_000 : 3_000;
    private static final int SEED = 4475;
    private static final byte[][] DICTIONARY = {
        "\r\n".getBytes(StandardCharsets.US_ASCII),
        "\n".getBytes(StandardCharsets.US_ASCII),
        ";tag=".getBytes(StandardCharsets.US_ASCII),
        "Content-Length: 0\r\n".getBytes(StandardCharsets.US_ASCII),
        "99999999999999999999".getBytes(StandardCharsets.US_ASCII),
        "\"<>,;:@[]%00".getBytes(StandardCharsets.US_ASCII),
        "Via: SIP/2.0/UDP hostile.example;maddr=224.0.0.1\r\n".getBytes(StandardCharsets.US_ASCII),
        "Route: <sip:hostile.example;lr>\r\n".getBytes(StandardCharsets.US_ASCII),
        {(byte) 0xC3, (byte) 0x28, 0, (byte) 0xFF}
    };

    private final Random random = new Random(SEED);
    private final AtomicInteger lookUps = new AtomicInteger();

    @Test
    void overUdpNothingIllegalLeaves() throws Exception {
        try (Rig rig = rig();
                Phone phone = Phone.udp(rig.port)) {
            List<byte[]> seeds = seeds(phone.port());
            int answers = 0;
            for (int i = 0; i < MESSAGES; i++) {
                phone.send(mutated(seeds.get(random.nextInt(seeds.size()))));
                answers += drained(phone, i);
            }
            assertThat(answers).isGreaterThan(MESSAGES / 10);
            assertThat(lookUps).hasValue(0);
        }
    }

    @Test
    void overTcpNothingIllegalLeavesAndTheNextConnectionIsServed() throws Exception {
        try (Rig rig = rig()) {
            List<byte[]> seeds = seeds(5060);
            for (int i = 0; i < MESSAGES / 10; i++) {
                byte[] message = mutated(seeds.get(random.nextInt(seeds.size())));
                try (Phone phone = Phone.tcp(rig.port)) {
                    phone.send(message);
                    phone.send(Ping.options("TCP", phone.port(), "t" + i));
                    Optional<String> answer = phone.receive(20);
                    answer.ifPresent(text -> LegalAnswer.check(text, ""));
                } catch (IOException e) {
                    // the node ended a connection that it cannot cut into messages
                }
            }
            try (Phone phone = Phone.tcp(rig.port)) {
                phone.send(Ping.options("TCP", phone.port(), "last"));
                assertThat(phone.receive(5_000))
                        .hasValueSatisfying(text -> assertThat(text).startsWith("SIP/2.0 403 "));
            }
            assertThat(lookUps).hasValue(0);
        }
    }

    private Rig rig() {
        Names.LookUp counting = name -> {
            lookUps.incrementAndGet();
            throw new UnknownHostException(name);
        };
        return new Rig(request -> Verdict.Refuse.with(403), Rig.SHORT, counting);
    }

    /** Reads the answers so far; every hundredth message is followed by one that must be answered. */
    private static int drained(Phone phone, int i) throws IOException {
        if (i % 100 != 99) {
            return 0;
        }
        String last = "ping" + i;
        phone.send(Ping.options("UDP", phone.port(), last));
        int answers = 0;
        while (true) {
            String answer = phone.receive(5_000).orElseThrow(() -> new AssertionError("no answer after message " + i));
            LegalAnswer.check(answer, "");
            if (answer.contains("Call-ID: " + last + "\r\n")) {
                return answers;
            }
            answers++;
        }
    }

    private byte[] mutated(byte[] seed) {
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = spliced(bytes, at, 0, DICTIONARY[random.nextInt(DICTIONARY.length)]);
                case 2 -> bytes = spliced(bytes, at, Math.min(bytes.length - at, random.nextInt(20)), new byte[1]);
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(bytes.length - from, random.nextInt(60));
                    byte[] copy = new byte[length];
                    System.arraycopy(bytes, from, copy, 0, length);
                    bytes = spliced(bytes, at, 0, copy);
                }
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
        byte[] result = new byte[bytes.length - removed + added.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
        return result;
    }

    /** So that the answer comes to where it is checked. */
    private static byte[] withRport(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1)
                .replaceFirst(";\\s*branch", ";rport;branch")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> seeds(int port) throws IOException, URISyntaxException {
        List<byte[]> seeds = new ArrayList<>();
        for (String method : List.of("INVITE", "REGISTER", "OPTIONS", "BYE", "CANCEL", "ACK", "MESSAGE")) {
            seeds.add(Ping.request(method, "UDP", port, "seed", "Contact: <sip:a@127.0.0.1>\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        Path folder = Path.of(FuzzTest.class.getResource("/sip/torture/rfc4475").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                seeds.add(withRport(Files.readAllBytes(file)));
            }
        }
        return seeds;
    }
}
