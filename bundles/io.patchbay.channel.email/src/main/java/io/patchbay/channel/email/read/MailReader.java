// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import io.patchbay.api.content.Attachment;
import io.patchbay.channel.email.mime.Fields;
import io.patchbay.channel.email.mime.Part;
import io.patchbay.channel.email.mime.PartParser;
import io.patchbay.channel.email.mime.Spool;
import io.patchbay.channel.email.mime.Words;
import io.patchbay.spi.channel.Enclosure;
import io.patchbay.spi.channel.Letter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the bytes of a mail. What it gives reads from the spool, which is to stay open until it is done with. Every
 * mail can be read: what is broken is taken as far as it goes, and the original is always there.
 */
public final class MailReader {
    private static final int LONGEST_SUBJECT = 400;
    private static final String CHINESE = "zh-CN";

    private final ReadRules rules;
    private final Remarks remarks;

    public MailReader(ReadRules rules) {
        this.rules = rules;
        remarks = new Remarks(rules.language());
    }

    public Mail read(Spool spool) throws IOException {
        PartParser.Parsed parsed = PartParser.parse(spool);
        Part root = parsed.root();
        Contents contents = new Contents(spool, new FileRules(spool, rules, remarks), remarks);
        contents.take(root);
        List<Enclosure> enclosures = new ArrayList<>(contents.enclosures());
        enclosures.add(original(spool));
        Fields fields = root.fields();
        Mail.Sender sender = Senders.of(fields);
        List<String> notes = new ArrayList<>(contents.leftOut());
        note(notes, parsed.incomplete(), remarks.tooMany());
        note(notes, spool.cut(), remarks.cut(rules.largestMail()));
        note(notes, !sender.isKnown(), remarks.noSender());
        Optional<String> subject = SafeText.line(Words.decode(fields.first("subject")), LONGEST_SUBJECT);
        String words = contents.words();
        return new Mail(
                MailIds.own(fields),
                Fingerprint.of(fields, spool, root.from()),
                sender,
                subject,
                text(words.isEmpty() ? remarks.empty() : words, notes),
                locale(subject.orElse("") + words),
                enclosures,
                MailIds.answered(fields),
                fields);
    }

    private static void note(List<String> notes, boolean holds, String note) {
        if (holds) {
            notes.add(note);
        }
    }

    /** A mail that could not be read, or whose reading could not be kept: as it came, with nothing but its sender. */
    public Mail whole(Spool spool) throws IOException {
        Part root = PartParser.parse(spool).root();
        return new Mail(
                MailIds.own(root.fields()),
                Fingerprint.of(root.fields(), spool, root.from()),
                Senders.of(root.fields()),
                Optional.empty(),
                remarks.unreadable(),
                rules.language(),
                List.of(original(spool)),
                List.of(),
                root.fields());
    }

    private static Enclosure original(Spool spool) {
        return new Enclosure(Attachment.Role.ORIGINAL, "mail.eml", "message/rfc822", spool::open);
    }

    private String text(String words, List<String> notes) {
        String tail = notes.isEmpty() ? "" : "\n\n" + String.join("\n", notes);
        if (words.length() + tail.length() <= Letter.LONGEST_TEXT) {
            return words + tail;
        }
        String end = "\n\n" + remarks.longText() + SafeText.cut(tail, Letter.LONGEST_TEXT / 2);
        return SafeText.cut(words, Letter.LONGEST_TEXT - end.length()) + end;
    }

    private String locale(String words) {
        boolean chinese =
                words.codePoints().anyMatch(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.HAN);
        return chinese ? CHINESE : words.isBlank() ? rules.language() : "en";
    }
}
