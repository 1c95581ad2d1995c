// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.answer;

import io.patchbay.api.content.Attachment;
import io.patchbay.channel.email.policy.AutoReply;
import io.patchbay.spi.channel.Enclosure;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes mails of one account (RFC 5322). */
public final class Composer {
    /** So many mails of a conversation a mail names. */
    public static final int MOST_REFERENCES = 20;

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern REPLY =
            Pattern.compile("^((re|回复|答复|aw)\\s*(\\[\\d+])?\\s*[:：]\\s*)+", Pattern.CASE_INSENSITIVE);

    private final String address;
    private final String name;
    private final InstantSource clock;

    public Composer(String address, String name, InstantSource clock) {
        this.address = address;
        this.name = name;
        this.clock = clock;
    }

    public MimeMessage compose(Session session, Answer answer) throws MessagingException {
        MimeMessage mail = new Identified(session, answer.mailId());
        try {
            mail.setFrom(new InternetAddress(address, name.isEmpty() ? null : name, UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(answer.to(), false));
        mail.setSubject(subject(answer.subject()), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader(AutoReply.LOOP, address);
        if (answer.automatic()) {
            mail.setHeader("Auto-Submitted", "auto-replied");
            mail.setHeader("Precedence", "bulk");
        }
        thread(mail, answer.references());
        content(mail, answer);
        mail.saveChanges();
        return mail;
    }

    /** {@code Re:} once, in whatever language it was there before. */
    static String subject(String subject) {
        String line = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        return "Re: " + REPLY.matcher(line).replaceFirst("");
    }

    /** It replies to the last mail of theirs; to the last of ours if they never wrote one (RFC 5322, 3.6.4). */
    private void thread(MimeMessage mail, List<String> references) throws MessagingException {
        if (references.isEmpty()) {
            return;
        }
        List<String> kept = references.subList(Math.max(0, references.size() - MOST_REFERENCES), references.size());
        String ours = address.substring(address.lastIndexOf('@'));
        String last = kept.get(kept.size() - 1);
        String parent = kept.stream()
                .filter(id -> !id.endsWith(ours))
                .reduce((one, next) -> next)
                .orElse(last);
        mail.setHeader("In-Reply-To", "<" + parent + ">");
        mail.setHeader("References", kept.stream().map(id -> "<" + id + ">").collect(Collectors.joining("\r\n ")));
    }

    private static void content(MimeMessage mail, Answer answer) throws MessagingException {
        List<Enclosure> files = answer.enclosures().stream()
                .filter(one -> one.role() == Attachment.Role.FILE)
                .toList();
        if (files.isEmpty()) {
            mail.setText(answer.text(), UTF_8);
            return;
        }
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart words = new MimeBodyPart();
        words.setText(answer.text(), UTF_8);
        parts.addBodyPart(words);
        for (Enclosure file : files) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new EnclosureSource(file)));
            part.setFileName(file.name());
            parts.addBodyPart(part);
        }
        mail.setContent(parts);
    }

    /** Keeps the Message-ID that it is given. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
