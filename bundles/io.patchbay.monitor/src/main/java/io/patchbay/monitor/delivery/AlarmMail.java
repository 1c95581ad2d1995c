// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.delivery;

import io.patchbay.monitor.alarm.AlarmChange;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Properties;

/** Sends a change as mail by an SMTP server of its own: the mail channel may be what is broken. */
public final class AlarmMail implements Delivery {
    private static final String MILLIS = "10000";

    private final Server server;
    private final String from;
    private final List<String> to;

    /**
     * How the server is reached.
     *
     * @param tls {@code none}, {@code starttls} or {@code tls}; the certificate is always checked
     * @param user empty to send without signing in
     */
    public record Server(String host, int port, String tls, String user, String password) {}

    /** From one address to some. */
    public AlarmMail(Server server, String from, List<String> to) {
        this.server = server;
        this.from = from;
        this.to = List.copyOf(to);
    }

    @Override
    public String name() {
        return "mail by " + server.host;
    }

    @Override
    public void deliver(AlarmChange change) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(Session.class.getClassLoader()); // Jakarta Mail finds its parts by it
            MimeMessage mail = new MimeMessage(session());
            mail.setFrom(new InternetAddress(from));
            for (String address : to) {
                mail.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
            }
            mail.setSubject(AlarmText.subject(change), "UTF-8");
            mail.setText(AlarmText.mail(change), "UTF-8");
            mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's holiday notice answers it
            Transport.send(mail);
        } catch (MessagingException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.host);
        properties.put("mail.smtp.port", String.valueOf(server.port));
        properties.put("mail.smtp.connectiontimeout", MILLIS);
        properties.put("mail.smtp.timeout", MILLIS);
        properties.put("mail.smtp.writetimeout", MILLIS);
        properties.put("mail.smtp.from", from);
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.tls.equals("tls")));
        properties.put("mail.smtp.starttls.enable", String.valueOf(server.tls.equals("starttls")));
        properties.put("mail.smtp.starttls.required", String.valueOf(server.tls.equals("starttls")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        if (server.user.isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.put("mail.smtp.auth", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user, server.password);
            }
        });
    }
}
