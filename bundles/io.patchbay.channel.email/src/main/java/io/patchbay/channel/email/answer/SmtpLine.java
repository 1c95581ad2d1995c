// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.answer;

import io.patchbay.channel.email.server.AccountHealth;
import io.patchbay.channel.email.server.ServerSettings;
import io.patchbay.channel.email.server.ServerWords;
import io.patchbay.channel.email.server.Sessions;
import io.patchbay.spi.channel.ChannelAccount.State;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The connection to an account's SMTP server, kept from mail to mail. Not safe for several threads. */
final class SmtpLine implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final ServerSettings server;
    private final Composer composer;
    private final AccountHealth health;
    private final String from;
    private Session session;
    private SMTPTransport transport;

    SmtpLine(ServerSettings server, Composer composer, AccountHealth health, String from) {
        this.server = server;
        this.composer = composer;
        this.health = health;
        this.from = from;
    }

    /** Whether the server can be reached. */
    boolean probe() {
        return opened().isEmpty();
    }

    Fate send(Answer answer) {
        Optional<Fate> obstacle = opened();
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        try {
            if (!reaches(answer.to())) {
                return new Fate.Refused("the mail server takes no address beyond ASCII (SMTPUTF8, RFC 6531)");
            }
            MimeMessage mail = composer.compose(session, answer);
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Fate.Delivered();
        } catch (AddressException e) {
            return new Fate.Refused(ServerWords.of(e));
        } catch (MessagingException e) {
            return judged(e);
        }
    }

    private boolean reaches(String address) {
        return address.chars().allMatch(one -> one < 0x80) || transport.supportsExtension("SMTPUTF8");
    }

    private Optional<Fate> opened() {
        try {
            connect();
            health.sending(State.UP, "");
            return Optional.empty();
        } catch (AuthenticationFailedException e) {
            close();
            health.sending(State.REFUSED, ServerWords.of(e));
            return Optional.of(new Fate.Later(ServerWords.of(e), true));
        } catch (MessagingException e) {
            close();
            health.sending(State.DOWN, ServerWords.of(e));
            return Optional.of(new Fate.Later(ServerWords.of(e), true));
        }
    }

    private void connect() throws MessagingException {
        if (transport != null && transport.isConnected()) {
            return;
        }
        close();
        session = Sessions.smtp(server, SILENCE, from);
        transport = (SMTPTransport) session.getTransport("smtp");
        transport.connect(
                server.user().isEmpty() ? null : server.user(), server.user().isEmpty() ? null : server.password());
    }

    /** 5xx is for ever, 4xx and a lost connection are not. */
    private Fate judged(MessagingException fault) {
        int code = code(fault);
        String words = ServerWords.of(deepest(fault));
        if (code < 0) {
            close();
        }
        return code >= 500 && code < 600 ? new Fate.Refused(words) : new Fate.Later(words, code < 0);
    }

    private static int code(MessagingException fault) {
        for (Exception one = fault; one instanceof MessagingException link; one = link.getNextException()) {
            if (one instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (one instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
            if (one instanceof SMTPSendFailedException sent && sent.getReturnCode() >= 400) {
                return sent.getReturnCode();
            }
        }
        return fault instanceof SendFailedException && !(fault instanceof SMTPSendFailedException) ? 450 : -1;
    }

    private static Exception deepest(MessagingException fault) {
        for (Exception one = fault; one instanceof MessagingException link; one = link.getNextException()) {
            if (one instanceof SMTPAddressFailedException) {
                return one;
            }
        }
        return fault;
    }

    @Override
    public void close() {
        SMTPTransport old = transport;
        transport = null;
        if (old != null) {
            try {
                old.close();
            } catch (MessagingException e) {
                session = null; // it was broken already
            }
        }
    }
}
