// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import io.patchbay.api.content.Attachment;
import io.patchbay.channel.email.mime.Charsets;
import io.patchbay.channel.email.mime.Part;
import io.patchbay.channel.email.mime.Spool;
import io.patchbay.spi.channel.Enclosure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Goes through the parts of a mail and sorts them: words, HTML form, pictures of it, files, and what is left out. */
final class Contents {
    private static final int LONGEST_TEXT_BYTES = 1024 * 1024;
    private static final int MOST_FILES = 50;

    private final Spool spool;
    private final FileRules rules;
    private final Remarks remarks;
    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<Enclosure> enclosures = new ArrayList<>();
    private int number;

    Contents(Spool spool, FileRules rules, Remarks remarks) {
        this.spool = spool;
        this.rules = rules;
        this.remarks = remarks;
    }

    void take(Part part) throws IOException {
        if (!part.isMultipart() || part.parts().isEmpty()) {
            leaf(part, false);
        } else if (part.is("multipart/alternative")) {
            alternative(part);
        } else {
            boolean related = part.is("multipart/related");
            for (Part child : part.parts()) {
                if (child.isMultipart()) {
                    take(child);
                } else {
                    leaf(child, related);
                }
            }
        }
    }

    /**
     * Of several forms of the same words: the plain one as text, the HTML one beside it, calendars and the like as
     * files.
     */
    private void alternative(Part part) throws IOException {
        int before = plain.size();
        for (Part child : part.parts()) {
            if (child.is("text/plain")
                    && plain.size() > before
                    && child.fileName().isEmpty()) {
                continue;
            }
            take(child);
        }
    }

    private void leaf(Part part, boolean related) throws IOException {
        boolean attached = part.disposition().value().equals("attachment");
        boolean unnamed = part.fileName().isEmpty();
        if (part.is("text/plain") && !attached && unnamed) {
            plain.add(plain(part));
        } else if (part.is("text/html") && !attached && unnamed) {
            html(part);
        } else if (part.isMultipart()) { // its boundary is wrong or it is too deep
            wreck(part);
        } else {
            boolean picture = part.type().value().matches("image/(png|jpe?g|gif|webp|bmp)");
            boolean inline = picture && !attached && (related || part.fields().has("content-id"));
            file(part, inline ? Attachment.Role.INLINE : Attachment.Role.FILE);
        }
    }

    private void wreck(Part part) throws IOException {
        if (plain.isEmpty() && html.isEmpty()) {
            plain.add(Charsets.decode(
                    part.read(spool, LONGEST_TEXT_BYTES), part.type().get("charset")));
        }
    }

    private String plain(Part part) throws IOException {
        String text = Charsets.decode(
                part.read(spool, LONGEST_TEXT_BYTES), part.type().get("charset"));
        return part.type().get("format").equalsIgnoreCase("flowed")
                ? FlowedText.of(text, part.type().get("delsp").equalsIgnoreCase("yes"))
                : text;
    }

    private void html(Part part) throws IOException {
        byte[] bytes = part.read(spool, LONGEST_TEXT_BYTES);
        String page = Charsets.decode(bytes, HtmlCharset.of(part.type().get("charset"), bytes));
        html.add(page);
        if (enclosures.stream().noneMatch(one -> one.role() == Attachment.Role.HTML)) {
            byte[] utf8 = page.getBytes(StandardCharsets.UTF_8);
            enclosures.add(new Enclosure(
                    Attachment.Role.HTML,
                    "mail.html",
                    "text/html; charset=utf-8",
                    () -> new ByteArrayInputStream(utf8)));
        }
    }

    private void file(Part part, Attachment.Role role) throws IOException {
        number++;
        String name = FileNames.of(part.fileName(), part.type().value(), number);
        String fault = enclosures.size() >= MOST_FILES ? remarks.tooMany() : rules.fault(part, name);
        if (!fault.isEmpty()) {
            if (leftOut.size() < MOST_FILES) {
                leftOut.add(remarks.leftOut(name, fault));
            }
            return;
        }
        String id = part.fields().first("content-id").replaceAll("[<>\\s]", "");
        String type = part.type().value().matches("[\\w.+-]{1,40}/[\\w.+-]{1,50}")
                ? part.type().value()
                : "application/octet-stream";
        boolean shown = role == Attachment.Role.INLINE && id.matches("[!-~]{1,150}");
        enclosures.add(new Enclosure(role, shown ? "cid:" + id : name, type, () -> part.open(spool)));
    }

    /** The words: the plain form, or what HTML says; then what was left out and why. */
    String words() {
        String text =
                String.join("\n\n", plain.stream().filter(one -> !one.isBlank()).toList());
        if (text.isBlank()) {
            text = String.join("\n\n", html.stream().map(HtmlText::of).toList());
        }
        return SafeText.lines(text);
    }

    List<String> leftOut() {
        return leftOut;
    }

    List<Enclosure> enclosures() {
        return enclosures;
    }
}
