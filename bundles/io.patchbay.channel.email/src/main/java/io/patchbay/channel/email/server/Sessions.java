// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.server;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/** Sessions of Jakarta Mail; certificates and host names are always checked. */
public final class Sessions {
    private static final int CONNECT_MILLIS = 15_000;
    private static final int FETCH_BYTES = 256 * 1024;

    private Sessions() {}

    /** For reading by IMAP; {@code silence} is how long the server may say nothing. */
    public static Session imap(ServerSettings server, Duration silence) {
        Properties properties = common("imap", server, silence);
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.fetchsize", String.valueOf(FETCH_BYTES));
        properties.put("mail.imap.ignorebodystructuresize", "true");
        return session(properties);
    }

    /** For sending by SMTP. */
    public static Session smtp(ServerSettings server, Duration silence, String from) {
        Properties properties = common("smtp", server, silence);
        properties.put("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
        properties.put("mail.smtp.from", from);
        properties.put("mail.smtp.localhost", from.substring(from.lastIndexOf('@') + 1));
        properties.put("mail.smtp.allow8bitmime", "true");
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.mime.allowutf8", "true");
        return session(properties);
    }

    /** Jakarta Mail finds its parts by the class loader of the thread. */
    private static Session session(Properties properties) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(Session.class.getClassLoader());
            return Session.getInstance(properties);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Properties common(String protocol, ServerSettings server, Duration silence) {
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put(prefix + "host", server.host());
        properties.put(prefix + "port", String.valueOf(server.port()));
        properties.put(prefix + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
        properties.put(prefix + "timeout", String.valueOf(silence.toMillis()));
        properties.put(prefix + "writetimeout", String.valueOf(silence.toMillis()));
        properties.put(prefix + "ssl.enable", String.valueOf(server.tls() == ServerSettings.Tls.TLS));
        properties.put(prefix + "starttls.enable", String.valueOf(server.tls() == ServerSettings.Tls.STARTTLS));
        properties.put(prefix + "starttls.required", String.valueOf(server.tls() == ServerSettings.Tls.STARTTLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (server.tls() != ServerSettings.Tls.NONE && !server.trust().isEmpty()) {
            properties.put(prefix + "ssl.socketFactory", Trust.of(server.trust()));
        }
        return properties;
    }
}
