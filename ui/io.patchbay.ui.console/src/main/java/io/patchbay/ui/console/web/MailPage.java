// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import io.patchbay.api.content.Attachment;
import io.patchbay.api.interaction.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * A mail's HTML form made harmless: words, tables, colours and links stay; scripts, forms, frames and whatever calls
 * out are gone. Pictures that came along are put into the page; those from outside are left out unless asked for.
 */
final class MailPage {
    private static final int LONGEST = 2 << 20;
    private static final int LARGEST_PICTURES = 4 << 20;
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Pattern DATA =
            Pattern.compile("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]{1,1400000}");
    private static final String STYLE = "body{margin:12px;font:14px/1.6 -apple-system,'Segoe UI','PingFang SC',"
            + "'Noto Sans CJK SC','Microsoft YaHei',sans-serif;color:#1b2431;background:#fff;overflow-wrap:anywhere}"
            + "img{max-width:100%}table{max-width:100%}";

    private final Map<String, String> inline = new HashMap<>();
    private final AttachmentPath.Source source;
    private final boolean pictures;

    MailPage(Message message, AttachmentPath.Source source, boolean pictures) throws IOException {
        this.source = source;
        this.pictures = pictures;
        int room = LARGEST_PICTURES;
        for (Attachment one : message.attachments()) {
            String type = one.type().toLowerCase(Locale.ROOT);
            if (one.role() == Attachment.Role.INLINE && PICTURES.contains(type) && one.size() <= room) {
                room -= (int) one.size();
                keep(one, type);
            }
        }
    }

    private void keep(Attachment picture, String type) throws IOException {
        Optional<InputStream> bytes = source.open(picture);
        if (bytes.isPresent()) {
            try (InputStream in = bytes.get()) {
                String data = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(in.readAllBytes());
                inline.put(picture.name().orElse("").replaceFirst("^cid:", ""), data);
            }
        }
    }

    /** The page; empty if the HTML was erased. */
    Optional<String> of(Attachment html) throws IOException {
        Optional<InputStream> bytes = source.open(html);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = bytes.get()) {
            String raw = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return Optional.of("<!doctype html><html><head><meta charset=\"utf-8\"><base target=\"_blank\"><style>"
                    + STYLE + "</style></head><body>" + policy().sanitize(raw) + "</body></html>");
        }
    }

    private PolicyFactory policy() {
        return Sanitizers.FORMATTING
                .and(Sanitizers.BLOCKS)
                .and(Sanitizers.TABLES)
                .and(Sanitizers.STYLES)
                .and(new HtmlPolicyBuilder()
                        .allowElements("a", "hr", "pre", "center", "font", "span", "img")
                        .allowUrlProtocols("http", "https", "mailto", "cid", "data")
                        .allowAttributes("href")
                        .matching((element, attribute, value) -> link(value))
                        .onElements("a")
                        .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
                        .allowAttributes("color", "size", "face")
                        .onElements("font")
                        .allowAttributes("alt", "width", "height")
                        .onElements("img")
                        .allowAttributes("src")
                        .matching((element, attribute, value) -> picture(value))
                        .onElements("img")
                        .toFactory());
    }

    private static String link(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:")
                ? value
                : null;
    }

    private String picture(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("cid:")) {
            return inline.get(value.strip().substring(4));
        } else if (DATA.matcher(value.strip()).matches()) {
            return value;
        }
        return pictures && (lower.startsWith("http://") || lower.startsWith("https://")) ? value : null;
    }
}
