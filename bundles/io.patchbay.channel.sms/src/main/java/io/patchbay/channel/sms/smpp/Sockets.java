// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Opens the connection to an SMSC, in clear or by TLS with its name checked. */
final class Sockets {
    private static final int CONNECT_MILLIS = 5000;

    private Sockets() {}

    static Socket open(SmppSettings settings) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
            if (plain.getLocalSocketAddress().equals(plain.getRemoteSocketAddress())) {
                throw new IOException("nobody listens"); // on the loopback a port can reach itself
            }
            plain.setTcpNoDelay(true);
            return settings.security().tls() ? secure(plain, settings) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket secure(Socket plain, SmppSettings settings) throws IOException {
        plain.setSoTimeout((int) settings.timing().answer().toMillis());
        SSLSocket socket = (SSLSocket) context(settings.security().trust())
                .getSocketFactory()
                .createSocket(plain, settings.host(), settings.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        plain.setSoTimeout(0);
        return socket;
    }

    private static SSLContext context(String trust) throws IOException {
        try {
            if (trust.isBlank()) {
                return SSLContext.getDefault();
            }
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(certificates(Path.of(trust)));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("trust " + trust + ": " + e.getMessage(), e);
        }
    }

    private static KeyStore certificates(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
        }
        return store;
    }
}
