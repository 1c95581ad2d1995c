// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.core.witness.SyslogSender.Receiver;
import io.patchbay.core.witness.SyslogSender.Transport;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS to a receiver whose certificate a PEM file of ours vouches for. */
@Timeout(60)
class TlsSyslogTest {
    private static final char[] PASSWORD = "for-this-test".toCharArray();

    @TempDir
    Path folder;

    /** A key pair for 127.0.0.1, made by the JDK's own tool. */
    private KeyStore made() throws Exception {
        Path file = folder.resolve("receiver.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=receiver",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(tool.waitFor(50, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    @Test
    void aReceiverWithATrustedCertificateGetsTheMessage() throws Exception {
        KeyStore store = made();
        Path pem = folder.resolve("ca.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(store.getCertificate("receiver").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        try (SSLServerSocket server = (SSLServerSocket)
                        context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SyslogSender sender = new SyslogSender(
                        new Receiver(
                                Transport.TLS,
                                "127.0.0.1",
                                server.getLocalPort(),
                                Optional.of(SyslogSender.trusting(pem))),
                        50)) {
            sender.send("secret head");
            try (var receiver = server.accept()) {
                byte[] expected = "11 secret head".getBytes(StandardCharsets.US_ASCII);
                assertThat(receiver.getInputStream().readNBytes(expected.length))
                        .isEqualTo(expected);
            }
        }
    }
}
