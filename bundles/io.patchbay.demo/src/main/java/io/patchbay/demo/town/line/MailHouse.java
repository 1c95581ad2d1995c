// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.patchbay.demo.town.folk.Resident;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A mail server with the boxes of customers and one of ours. */
public final class MailHouse implements AutoCloseable {
    private final GreenMail server;
    private final String address;

    /** One that runs. */
    public MailHouse(GreenMail server, String address) {
        this.server = server;
        this.address = address;
    }

    /** The town's own, on free ports. */
    public static MailHouse open() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(Session.class.getClassLoader());
            GreenMail opened = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
            opened.start();
            opened.setUser("branch@town.patchbay.example", "branch", "town");
            return new MailHouse(opened, "branch@town.patchbay.example");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** A resident writes to us. */
    void send(Resident from, String subject, String words, String answerTo) {
        try {
            MimeMessage message = new MimeMessage(server.getSmtp().createSession());
            message.setFrom(new InternetAddress(from.mail(), from.name(), StandardCharsets.UTF_8.name()));
            message.setRecipients(Message.RecipientType.TO, address);
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(words, StandardCharsets.UTF_8.name());
            if (!answerTo.isEmpty()) {
                message.setHeader("In-Reply-To", answerTo);
                message.setHeader("References", answerTo);
            }
            message.saveChanges();
            GreenMailUtil.sendMimeMessage(message);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("a mail of " + from.mail() + " could not be sent", e);
        }
    }

    /** The newest mail in a resident's box, by its id; the box is empty then. */
    Optional<String> answerTo(String resident) {
        GreenMailUser user = server.getManagers().getUserManager().getUserByEmail(resident);
        if (user == null) {
            return Optional.empty();
        }
        try {
            MailFolder box = server.getManagers().getImapHostManager().getInbox(user);
            Optional<String> newest = Optional.empty();
            for (StoredMessage one : box.getMessages()) {
                MimeMessage mail = one.getMimeMessage();
                boolean automatic = mail.getHeader("Auto-Submitted") != null;
                if (!automatic) {
                    newest = Optional.ofNullable(mail.getMessageID());
                }
            }
            box.deleteAllMessages();
            return newest;
        } catch (MessagingException | FolderException e) {
            throw new IllegalStateException("the box of " + resident + " cannot be read", e);
        }
    }

    /** Removes what Patchbay has read from our box. */
    void tidy() {
        try {
            GreenMailUser user = server.getManagers().getUserManager().getUserByEmail(address);
            MailFolder box = server.getManagers().getImapHostManager().getInbox(user);
            boolean some = false;
            for (StoredMessage one : box.getMessages()) {
                if (one.isSet(Flags.Flag.SEEN)) {
                    box.setFlags(new Flags(Flags.Flag.DELETED), true, one.getUid(), null, true);
                    some = true;
                }
            }
            if (some) {
                box.expunge();
            }
        } catch (FolderException e) {
            throw new IllegalStateException("the box of " + address + " cannot be tidied", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
