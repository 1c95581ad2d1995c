// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.command.Problem;
import io.patchbay.monitor.alarm.AlarmChange;
import io.patchbay.testkit.ManualClock;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final AlarmChange RAISED = new AlarmChange(
            AlarmChange.Kind.RAISED,
            new Alarm(
                    "a1",
                    "database",
                    Alarm.Severity.CRITICAL,
                    new Problem("database-dead", "The database does not answer.", "数据库无响应。"),
                    Instant.parse("2026-03-02T04:00:00Z"),
                    Optional.empty(),
                    Optional.empty()),
            true);

    private record Post(String signature, String body) {}

    @Test
    void aWebhookIsSignedAndTriedAgainUntilItIsTaken() throws Exception {
        BlockingQueue<Post> posts = new ArrayBlockingQueue<>(10);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int[] answered = {0};
        server.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answered[0]++ == 0 ? 503 : 204, -1);
            exchange.close();
            posts.add(new Post(exchange.getRequestHeaders().getFirst("Patchbay-Signature"), body));
        });
        server.start();
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
            ManualClock clock = new ManualClock();
            new Dispatch(new Webhook(url, "secret", clock.source()), thread).add(RAISED);
            Post first = posts.poll(60, TimeUnit.SECONDS);
            Post second = posts.poll(60, TimeUnit.SECONDS);
            assertThat(second).isEqualTo(first);
            long seconds = clock.instant().getEpochSecond();
            assertThat(second.signature).isEqualTo("t=" + seconds + ",v1=" + hmac(seconds + "." + second.body));
            assertThat(second.body)
                    .contains("\"event\":\"raised\"")
                    .contains("\"severity\":\"critical\"")
                    .contains("数据库无响应。");
        } finally {
            thread.shutdownNow();
            server.stop(0);
        }
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMailSaysItInBothLanguagesAndAsksForNoAnswer() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            AlarmMail.Server server =
                    new AlarmMail.Server("127.0.0.1", mail.getSmtp().getPort(), "none", "", "");
            new AlarmMail(server, "patchbay@bank.example", List.of("ops@bank.example")).deliver(RAISED);
            MimeMessage taken = mail.getReceivedMessages()[0];
            assertThat(taken.getSubject()).isEqualTo("[Patchbay] CRITICAL 严重: database");
            assertThat(taken.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(taken.getContent().toString()).contains("数据库无响应。").contains("The database does not answer.");
        } finally {
            mail.stop();
        }
    }
}
