// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import static io.patchbay.channel.sms.Until.comesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.demo.smsc.Smsc;
import io.patchbay.spi.channel.ChannelAccount.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SMSC behind TLS, with a certificate of its own. */
final class TlsTest {
    private static final char[] PASSWORD = "patchbay".toCharArray();

    @TempDir
    Path folder;

    @BeforeEach
    void makeCertificate() throws IOException, InterruptedException {
        keytool("-genkeypair", "-alias", "smsc", "-keyalg", "EC", "-dname", "CN=smsc", "-ext", "san=ip:127.0.0.1");
        keytool(
                "-exportcert",
                "-alias",
                "smsc",
                "-rfc",
                "-file",
                folder.resolve("smsc.pem").toString());
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(java.util.List.of(arguments));
        command.addAll(java.util.List.of("-keystore", folder.resolve("smsc.p12").toString(), "-storepass", "patchbay"));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor())
                .isZero();
    }

    private SSLServerSocket listen() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("smsc.p12"))) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static void relay(SSLServerSocket server, int port) {
        try {
            while (true) {
                Socket outer = server.accept();
                Socket inner = new Socket(InetAddress.getLoopbackAddress(), port);
                copy(outer, inner);
                copy(inner, outer);
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private static void copy(Socket from, Socket to) {
        new Thread(
                        () -> {
                            try (from;
                                    to;
                                    InputStream in = from.getInputStream();
                                    OutputStream out = to.getOutputStream()) {
                                in.transferTo(out);
                            } catch (IOException e) {
                                return; // the other side is gone
                            }
                        },
                        "relay")
                .start();
    }

    private static SmppSession session(int port, String trust) {
        SmppSettings.Timing timing = new SmppSettings.Timing(
                Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofMillis(100));
        SmppSettings settings = new SmppSettings(
                "tls",
                "127.0.0.1",
                port,
                new SmppSettings.Security(true, trust),
                new SmppSettings.Login("patchbay", "secret"),
                1,
                timing);
        return new SmppSession(settings, new Deaf(), InstantSource.system());
    }

    private record Deaf() implements Hearer {
        @Override
        public CompletionStage<Integer> heard(Delivery delivery) {
            return CompletableFuture.completedStage(Status.OK);
        }

        @Override
        public void proven(String link, Instant before) {}
    }

    @Test
    void onlyATrustedCertificateIsBoundTo() throws Exception {
        try (Smsc smsc = new Smsc(0);
                SSLServerSocket server = listen()) {
            Thread relaying = new Thread(() -> relay(server, smsc.port()), "relay");
            relaying.start();
            try (SmppSession trusting = session(
                            server.getLocalPort(), folder.resolve("smsc.pem").toString());
                    SmppSession wary = session(server.getLocalPort(), "")) {
                trusting.start();
                comesTrue("bound over TLS", () -> trusting.condition().state() == State.UP);
                wary.start();
                comesTrue("down", () -> wary.condition().state() == State.DOWN);
                assertThat(wary.condition().reason()).contains("cannot be reached");
                assertThat(smsc.binds()).isEqualTo(1);
            }
        }
    }
}
