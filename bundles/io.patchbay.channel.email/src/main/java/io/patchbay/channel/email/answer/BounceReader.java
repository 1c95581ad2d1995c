// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.answer;

import io.patchbay.channel.email.mime.Fields;
import io.patchbay.channel.email.mime.Part;
import io.patchbay.channel.email.mime.PartParser;
import io.patchbay.channel.email.mime.Spool;
import io.patchbay.channel.email.read.MailIds;
import io.patchbay.channel.email.read.Senders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises reports of undelivered mail: those of RFC 3464, and free words of a mailer daemon. */
public final class BounceReader {
    private static final int LONGEST = 256 * 1024;
    private static final int LONGEST_REASON = 300;
    private static final Pattern DAEMON = Pattern.compile("(?i)(mailer-daemon|postmaster|mail-daemon|)@.*");
    private static final Pattern FIELD =
            Pattern.compile("(?im)^(action|status|diagnostic-code):[ \\t]*([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)");
    private static final Pattern SAID = Pattern.compile("(?m)^.*\\b[45]\\d\\d[ -].*$|^.*\\b[45]\\.\\d\\.\\d+\\b.*$");

    private BounceReader() {}

    public static Optional<Bounce> read(Spool spool) throws IOException {
        Part root = PartParser.parse(spool).root();
        if (root.is("multipart/report")) {
            for (Part part : root.parts()) {
                if (part.is("message/delivery-status")) {
                    return Optional.of(report(spool, root, text(spool, part)));
                }
            }
        }
        return fromDaemon(root.fields()) ? Optional.of(words(spool, root)) : Optional.empty();
    }

    private static boolean fromDaemon(Fields fields) {
        String sender = Senders.parse(fields.first("from"))
                .map(found -> found.address().value())
                .orElse("@");
        return fields.first("return-path").replace(" ", "").equals("<>")
                || DAEMON.matcher(sender).matches();
    }

    private static String text(Spool spool, Part part) throws IOException {
        return new String(part.read(spool, LONGEST), StandardCharsets.UTF_8);
    }

    private static Bounce report(Spool spool, Part root, String status) throws IOException {
        String action = "";
        String code = "";
        String diagnostic = "";
        Matcher field = FIELD.matcher(status);
        while (field.find()) {
            String value = field.group(2).replaceAll("\\s+", " ").strip();
            switch (field.group(1).toLowerCase(Locale.ROOT)) {
                case "action" -> action = action.equals("failed") ? action : value.toLowerCase(Locale.ROOT);
                case "status" -> code = value;
                default -> diagnostic = value.replaceFirst("(?i)^smtp;\\s*", "");
            }
        }
        String reason = diagnostic.isEmpty() || diagnostic.contains(code) ? diagnostic : code + " " + diagnostic;
        return new Bounce(returned(spool, root), action.equals("failed"), cut(reason.isEmpty() ? code : reason));
    }

    /** Message-IDs of the mail that came back with the report. */
    private static List<String> returned(Spool spool, Part root) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Part part : root.parts()) {
            if (part.is("message/rfc822") || part.is("text/rfc822-headers") || part.is("message/global")) {
                Fields fields =
                        PartParser.parse(spool, part.from(), part.to()).root().fields();
                ids.addAll(MailIds.in(fields.first("message-id")));
            }
        }
        return ids;
    }

    private static Bounce words(Spool spool, Part root) throws IOException {
        String all;
        try (var in = spool.open(root.from(), Math.min(root.to(), root.from() + LONGEST))) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> ids = new ArrayList<>(MailIds.in(root.fields().first("in-reply-to")));
        ids.addAll(MailIds.in(root.fields().first("references")));
        ids.addAll(MailIds.in(all));
        Matcher said = SAID.matcher(all);
        boolean late = all.toLowerCase(Locale.ROOT).contains("will be retried")
                || root.fields().first("subject").toLowerCase(Locale.ROOT).contains("delayed");
        return new Bounce(
                ids, !late, cut(said.find() ? said.group() : root.fields().first("subject")));
    }

    private static String cut(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_REASON));
    }
}
