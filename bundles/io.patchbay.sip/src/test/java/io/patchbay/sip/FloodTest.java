// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.digest.ClientDigest;
import io.patchbay.sip.digest.Login;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Strangers ask and ask: none of it costs more than its answer. */
class FloodTest {
    private static final List<String> METHODS = List.of("INVITE", "REGISTER", "OPTIONS");
    private static final Login LOGIN = new Login("1001", "secret", "h", Optional.of("patchbay"));

    @Test
    void threeThousandRequestsOfStrangersLeaveNothingBehind() throws Exception {
        int port = Rig.freePort();
        try (SipNode node = Target.node(port);
                Phone stranger = Phone.udp(port)) {
            for (int i = 0; i < 3_000; i++) {
                stranger.send(request(i, stranger.port()));
                assertThat(stranger.receive(5_000))
                        .hasValueSatisfying(answer -> assertThat(answer).matches("(?s)SIP/2.0 (200|401) .*"));
                assertThat(node.figures().serverTransactions()).isZero();
            }
            assertThat(node.figures().challenged()).isEqualTo(2_000);
            assertThat(register(port, 1)).isTrue();
        }
    }

    /** 1,000 requests/s for 15 s at 512 MB, and a phone that registers twice a second. */
    @Test
    @EnabledIfEnvironmentVariable(named = "PATCHBAY_LONG", matches = "1")
    void aFloodDoesNotKeepAPhoneFromRegistering() throws Exception {
        int port = Rig.freePort();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process target = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Target.class.getName(),
                        "" + port)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(target.getInputStream(), StandardCharsets.US_ASCII));
                Phone stranger = Phone.udp(port)) {
            assertThat(out.readLine()).isEqualTo("ready");
            int registered = flooded(port, stranger);
            target.getOutputStream().write('\n');
            target.getOutputStream().flush();
            String figures = out.readLine();
            System.out.println("flood: phone registered " + registered + " of 30; " + figures);
            assertThat(registered).isGreaterThanOrEqualTo(28);
            assertThat(figures).contains("received=");
        } finally {
            target.destroy();
        }
    }

    private static int flooded(int port, Phone stranger) throws Exception {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger registered = new AtomicInteger();
        try {
            ScheduledFuture<?> flood =
                    clock.scheduleAtFixedRate(() -> burst(stranger, sent), 0, 10, TimeUnit.MILLISECONDS);
            ScheduledFuture<?> phone = clock.scheduleAtFixedRate(
                    () -> registered.addAndGet(register(port, tries.incrementAndGet()) ? 1 : 0),
                    250,
                    500,
                    TimeUnit.MILLISECONDS);
            clock.schedule(() -> phone.cancel(false) && flood.cancel(false), 15_200, TimeUnit.MILLISECONDS)
                    .get();
        } finally {
            clock.shutdown();
            assertThat(clock.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        return registered.get();
    }

    private static void burst(Phone stranger, AtomicInteger sent) {
        try {
            for (int i = 0; i < 10; i++) {
                stranger.send(request(sent.incrementAndGet(), stranger.port()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String request(int i, int port) {
        String method = METHODS.get(i % METHODS.size());
        return Ping.request(method, "UDP", port, "flood" + i, "Contact: <sip:1001@127.0.0.1:" + port + ">\r\n");
    }

    /** A whole registration: asked, proven, taken. */
    private static boolean register(int port, int i) {
        try (Phone phone = Phone.udp(port)) {
            String contact = "Contact: <sip:1001@127.0.0.1:1>\r\n";
            phone.send(Ping.request("REGISTER", "UDP", phone.port(), "a" + i, contact));
            String asked = phone.receive(1_000).orElse("");
            String challenge = asked.replaceAll("(?s).*WWW-Authenticate: ([^\r]*).*", "$1");
            String proof = ClientDigest.answer(LOGIN, "h", List.of(challenge), "REGISTER", "sip:95500@127.0.0.1")
                    .orElse("");
            phone.send(Ping.request(
                    "REGISTER", "UDP", phone.port(), "b" + i, contact + "Authorization: " + proof + "\r\n"));
            return phone.receive(1_000)
                    .filter(answer -> answer.startsWith("SIP/2.0 200 "))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
