// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.nasty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes mails byte by byte, right ones and wrong ones. */
public final class Raw {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A mail that begins as usual: Li Na writes to the service with an id of its own. */
    public static Raw from(String id) {
        return new Raw()
                .line("Received: from mx.example.com by service; Mon, 2 Mar 2026 09:00:00 +0800")
                .line("Date: Mon, 2 Mar 2026 09:00:00 +0800")
                .line("From: Li Na <lina@customer.example>")
                .line("To: service@bank.example")
                .line("Message-ID: <" + id + "@customer.example>");
    }

    public Raw line(String text) {
        return text(text + "\r\n");
    }

    public Raw text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    public Raw text(String text, Charset charset) {
        return bytes(text.getBytes(charset));
    }

    public Raw bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public Raw type(String type) {
        return line("MIME-Version: 1.0").line("Content-Type: " + type);
    }

    /** The blank line and the body. */
    public Raw body(String text) {
        return line("").text(text);
    }

    public Raw body(byte[] bytes) {
        return line("").bytes(bytes);
    }

    public Raw part(String boundary, String header, String body) {
        return line("").line("--" + boundary).line(header).line("").text(body);
    }

    public Raw file(String boundary, String type, String disposition, byte[] content) {
        return part(
                boundary,
                "Content-Type: " + type + "\r\nContent-Disposition: " + disposition
                        + "\r\nContent-Transfer-Encoding: base64",
                Base64.getMimeEncoder().encodeToString(content));
    }

    public Raw end(String boundary) {
        return line("").line("--" + boundary + "--");
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
