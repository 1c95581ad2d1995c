package io.patchbay.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.patchbay.demo.smsc.Smsc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each shipped component runs one hot route: a feature installed, a file dropped, its effect seen. One instance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesIT {
    @TempDir
    static Path home;

    private Instance instance;

    @BeforeAll
    void start() throws IOException {
        instance = Instance.start(home);
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    private void install(String component) throws Exception {
        assertThat(instance.shell("feature:install patchbay-camel-" + component).status())
                .isZero();
    }

    /** A YAML file whose one route ends in the file {@code out/NAME}. */
    private void drop(String name, String from, String... steps) throws IOException {
        String yaml = "- route:\n    id: " + name + "\n    from:\n      uri: \"" + from + "\"\n      steps:\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(steps)
                                .map(step -> "        - " + step + "\n")
                                .toList())
                + "        - to: \"file:" + out() + "?fileName=" + name + "\"\n";
        Files.writeString(home.resolve("routes").resolve(name + ".yaml"), yaml);
    }

    private Path out() {
        return home.resolve("data/out");
    }

    private String result(String name) throws IOException {
        Path file = out().resolve(name);
        await(name, () -> Files.exists(file) && Files.size(file) > 0);
        return Files.readString(file);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(String what, Condition condition) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                String routes;
                try {
                    routes = instance.shell("patchbay:routes").text();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    routes = "";
                }
                throw new AssertionError("not within a minute: " + what + "\n" + routes);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static String body(String text) {
        return "setBody: {simple: '" + text + "'}";
    }

    private String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(instance.console() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void timerFileAndJson() throws Exception {
        drop(
                "base",
                "timer:base?repeatCount=1&delay=1",
                body("{\"a\":{\"b\":42}}"),
                "unmarshal: {json: {library: jackson}}",
                "setBody: {simple: 'b is ${body[a][b]}'}");
        assertThat(result("base")).isEqualTo("b is 42");
    }

    @Test
    void httpAndServlet() throws Exception {
        Files.writeString(
                home.resolve("routes/web.yaml"),
                "- route:\n    id: web\n    from:\n      uri: servlet:greet\n      steps:\n        - "
                        + body("hello ${header.name}") + "\n");
        await("servlet", () -> {
            try {
                return get("routes/greet?name=bob").equals("hello bob");
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        drop("http", "timer:http?repeatCount=1&delay=1", "to: \"" + instance.console() + "routes/greet?name=susan\"");
        assertThat(result("http")).isEqualTo("hello susan");
    }

    @Test
    void xpathIsInTheCore() throws Exception {
        drop(
                "xpath",
                "timer:xpath?repeatCount=1&delay=1",
                body("<order><id>7</id></order>"),
                "setBody: {xpath: {expression: \"/order/id/text()\", resultType: java.lang.String}}");
        assertThat(result("xpath")).isEqualTo("7");
    }

    @Test
    void xsltIsInTheCore() throws Exception {
        Path sheet = Files.writeString(
                home.resolve("data/order.xsl"),
                """
                <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
                  <xsl:output method="text"/>
                  <xsl:template match="/">order <xsl:value-of select="/order/id"/></xsl:template>
                </xsl:stylesheet>
                """);
        drop(
                "xslt",
                "timer:xslt?repeatCount=1&delay=1",
                body("<order><id>7</id></order>"),
                "to: \"xslt:file:" + sheet + "\"");
        assertThat(result("xslt")).isEqualTo("order 7");
    }

    @Test
    void csv() throws Exception {
        install("csv");
        drop("csv", "timer:csv?repeatCount=1&delay=1", body("1,王小明"), "unmarshal: {csv: {}}", body("${body[0][1]}"));
        assertThat(result("csv")).isEqualTo("王小明");
    }

    @Test
    void xml() throws Exception {
        install("xml");
        drop(
                "xml",
                "timer:xml?repeatCount=1&delay=1",
                body("<order><id>8</id></order>"),
                "unmarshal: {jacksonXml: {unmarshalType: java.util.Map}}",
                body("id ${body[id]}"));
        assertThat(result("xml")).isEqualTo("id 8");
    }

    @Test
    void quartz() throws Exception {
        install("quartz");
        drop("quartz", "quartz:every?cron=*/1+*+*+*+*+?", body("tick"));
        assertThat(result("quartz")).isEqualTo("tick");
    }

    @Test
    void sql() throws Exception {
        install("sql");
        Files.writeString(
                home.resolve("routes/sql.yaml"),
                """
                - beans:
                    - name: db
                      type: org.h2.jdbcx.JdbcDataSource
                      properties:
                        url: "jdbc:h2:mem:routes;DB_CLOSE_DELAY=-1"
                - route:
                    id: sql
                    from:
                      uri: timer:sql?repeatCount=1&delay=1
                      steps:
                        - to: "sql:select 6 * 7 as answer?dataSource=#db"
                        - setBody:
                            simple: "answer ${body[0][ANSWER]}"
                        - to: "file:%s?fileName=sql"
                """
                        .formatted(out()));
        assertThat(result("sql")).isEqualTo("answer 42");
    }

    @Test
    void netty() throws Exception {
        install("netty");
        int port = freePort();
        drop("netty", "netty:tcp://127.0.0.1:" + port + "?textline=true&sync=false", body("got ${body}"));
        await("port", () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write("fixed record\n".getBytes(StandardCharsets.UTF_8));
                return true;
            } catch (java.net.ConnectException e) {
                return false;
            }
        });
        assertThat(result("netty")).isEqualTo("got fixed record");
    }

    @Test
    void mail() throws Exception {
        install("mail");
        ServerSetup imap = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        ServerSetup smtp = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        GreenMail server = new GreenMail(new ServerSetup[] {imap, smtp});
        server.start();
        try {
            GreenMailUser user = server.setUser("desk@example.org", "desk", "secret");
            drop(
                    "mail",
                    "imap://127.0.0.1:" + imap.getPort() + "?username=desk&password=secret&delay=500&initialDelay=100",
                    body("${body}"));
            GreenMailUtil.sendTextEmail("desk@example.org", "bob@example.org", "hi", "good day", smtp);
            assertThat(result("mail").strip()).isEqualTo("good day");
            Files.writeString(
                    home.resolve("routes/mailout.yaml"),
                    "- route:\n    id: mailout\n    from:\n      uri: timer:m?repeatCount=1&delay=1\n      steps:\n        - "
                            + body("answer") + "\n        - to: \"smtp://127.0.0.1:" + smtp.getPort()
                            + "?from=desk@example.org&to=carol@example.org\"\n");
            await("mail sent", () -> server.getReceivedMessages().length == 2);
            assertThat(user.getLogin()).isEqualTo("desk");
        } finally {
            server.stop();
        }
    }

    @Test
    void jms() throws Exception {
        install("jms");
        int port = freePort();
        BrokerService broker = new BrokerService();
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.addConnector("tcp://127.0.0.1:" + port);
        broker.start();
        try {
            Files.writeString(
                    home.resolve("routes/jms.yaml"),
                    """
                    - beans:
                        - name: broker
                          type: org.apache.activemq.ActiveMQConnectionFactory
                          properties:
                            brokerURL: "tcp://127.0.0.1:%d"
                    - route:
                        id: jmsIn
                        from:
                          uri: "jms:queue:orders?connectionFactory=#broker"
                          steps:
                            - to: "file:%s?fileName=jms"
                    - route:
                        id: jmsOut
                        from:
                          uri: "timer:jms?repeatCount=1&delay=1"
                          steps:
                            - setBody:
                                constant: "order 9"
                            - to: "jms:queue:orders?connectionFactory=#broker"
                    """
                            .formatted(port, out()));
            assertThat(result("jms")).isEqualTo("order 9");
        } finally {
            broker.stop();
        }
    }

    @Test
    void smpp() throws Exception {
        install("smpp");
        try (Smsc smsc = new Smsc(0)) {
            String peer = "smpp://desk@127.0.0.1:" + smsc.port() + "?password=hidden";
            smsc.deliver("8613800000000", "hello", false);
            drop("smppIn", peer, body("${header.CamelSmppSourceAddr} wrote ${body}"));
            assertThat(result("smppIn")).isEqualTo("8613800000000 wrote hello");
            await("acknowledged", () -> smsc.open() == 0);
            drop(
                    "smppOut",
                    "timer:s?repeatCount=1&delay=1",
                    body("good day"),
                    "to: \"" + peer + "&sourceAddr=95500&destAddr=8613800000000\"");
            assertThat(result("smppOut")).isNotEmpty();
            assertThat(smsc.sent()).containsExactly(new Smsc.Sent("95500", "8613800000000", "good day", 1));
        }
    }

    @Test
    void smppSaysWhatItCannotReach() throws Exception {
        install("smpp");
        Files.writeString(
                home.resolve("routes/smpp.yaml"),
                "- route:\n    id: smpp\n    from:\n      uri: timer:s?repeatCount=1&delay=1\n      steps:\n        - "
                        + body("hello") + "\n        - to: \"smpp://desk@127.0.0.1:" + freePort()
                        + "?password=hidden&lazySessionCreation=true\"\n");
        await("refusal", () -> listed().contains("last failure"));
        assertThat(listed()).doesNotContain("hidden");
    }

    private String listed() throws IOException {
        try {
            return instance.shell("patchbay:routes").text();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void kafkaStartsAndFailsInWordsWithoutABroker() throws Exception {
        install("kafka");
        Files.writeString(
                home.resolve("routes/kafka.yaml"),
                "- route:\n    id: kafkaOut\n    from:\n      uri: timer:k?repeatCount=1&delay=1\n      steps:\n        - "
                        + body("x") + "\n        - to: \"kafka:t?brokers=127.0.0.1:" + freePort()
                        + "&maxBlockMs=500&requestTimeoutMs=500&deliveryTimeoutMs=1000&lingerMs=0\"\n");
        await("failure in words", () -> listed().contains("Topic t not present in metadata"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
