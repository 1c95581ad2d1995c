// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Message;
import io.patchbay.ui.console.core.Services;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /patchbay/attachment/INTERACTION/ID}: a file, always to be saved; {@code /patchbay/mail/INTERACTION/ID}: the
 * HTML form of a message, sanitised and locked up, with pictures from outside only if {@code ?pictures} asks for them.
 */
final class AttachmentPath {
    private static final Pattern OURS = Pattern.compile("/patchbay/(attachment|mail)/([0-9a-f-]{36})/([0-9a-f-]{36})");
    private static final String LOCKED_UP = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; img-src data:";

    boolean serve(HttpServletRequest request, HttpServletResponse response, Services services) throws IOException {
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        Matcher ours = OURS.matcher(path);
        if (!ours.matches()) {
            return false;
        }
        response.setHeader("Cache-Control", "no-store");
        Optional<Actor.Person> reader = SignedIn.judge(request, response, services);
        if (reader.isPresent()) {
            Scope scope = reader.get().scope();
            InteractionId interaction = InteractionId.parse(ours.group(2));
            Optional<Message> message = services.interactions().messages(scope, interaction).stream()
                    .filter(one -> attachment(one, ours.group(3)).isPresent())
                    .findFirst();
            if (message.isEmpty()) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            } else {
                Attachment attachment = attachment(message.get(), ours.group(3)).orElseThrow();
                Source source = one -> services.interactions().attachment(scope, interaction, one.id());
                if (ours.group(1).equals("mail") && attachment.role() == Attachment.Role.HTML) {
                    page(response, message.get(), attachment, source, request.getParameter("pictures") != null);
                } else {
                    file(response, attachment, source);
                }
            }
        }
        return true;
    }

    /** Opens what a message names. */
    interface Source {
        Optional<InputStream> open(Attachment attachment) throws IOException;
    }

    private static Optional<Attachment> attachment(Message message, String id) {
        return message.attachments().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst();
    }

    private static void file(HttpServletResponse response, Attachment attachment, Source source) throws IOException {
        Optional<InputStream> bytes = source.open(attachment);
        if (bytes.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_GONE);
            return;
        }
        try (InputStream in = bytes.get()) {
            String name = URLEncoder.encode(attachment.name().orElse("file"), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(attachment.size());
            response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
            in.transferTo(response.getOutputStream());
        }
    }

    private static void page(
            HttpServletResponse response, Message message, Attachment html, Source source, boolean pictures)
            throws IOException {
        Optional<String> page = new MailPage(message, source, pictures).of(html);
        if (page.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_GONE);
            return;
        }
        response.setHeader("Content-Security-Policy", LOCKED_UP + (pictures ? " https: http:" : ""));
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentType("text/html; charset=utf-8");
        response.getWriter().write(page.get());
    }
}
