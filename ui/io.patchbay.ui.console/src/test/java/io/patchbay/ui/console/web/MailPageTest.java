// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.content.Attachment;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.interaction.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list is also sent through a whole Patchbay: karaf-distribution/e2e/tests/hostile.test.mjs. */
class MailPageTest {
    private static final Pattern TAG = Pattern.compile("</?([a-z][^\\s/>]*)([^>]*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=\"'/]+)\\s*=\\s*\"([^\"]*)\"");
    private static final List<String> ALIVE = List.of(
            "script",
            "style",
            "svg",
            "math",
            "iframe",
            "frame",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "textarea",
            "select",
            "meta",
            "base",
            "link",
            "video",
            "audio",
            "source",
            "picture",
            "template",
            "noscript",
            "title",
            "details",
            "body",
            "html",
            "head");
    private static final String PIXEL = "iVBORw0KGgo=";

    private final Map<AttachmentId, byte[]> kept = new HashMap<>();
    private long number;

    static Stream<String> hostile() throws IOException {
        try (InputStream in = MailPageTest.class.getResourceAsStream("hostile.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().map(MailPageTest::unescaped).toList().stream();
        }
    }

    private static String unescaped(String line) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(line.replace("\\t", "\t"))
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingOfItLives(String hostile) throws IOException {
        for (boolean pictures : new boolean[] {false, true}) {
            Matcher tag = TAG.matcher(body(hostile, pictures));
            while (tag.find()) {
                assertThat(ALIVE).as(hostile).doesNotContain(tag.group(1).toLowerCase(Locale.ROOT));
                Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
                while (attribute.find()) {
                    harmless(attribute.group(1), attribute.group(2), pictures);
                }
            }
        }
    }

    private static void harmless(String name, String value, boolean pictures) {
        String address = value.replace("&#61;", "=").replace("&#43;", "+").replace("&#64;", "@");
        assertThat(name).doesNotStartWith("on").isNotIn("srcset", "background", "ping", "action", "formaction", "id");
        switch (name) {
            case "href" -> assertThat(address).matches("(https?://|mailto:).*");
            case "src" -> assertThat(address)
                    .matches(
                            pictures
                                    ? "(https?://|data:image/(png|jpeg|gif|webp);).*"
                                    : "data:image/(png|jpeg|gif|webp);.*");
            case "style" -> assertThat(address).doesNotContain("url", "expression", "binding", "position", "@");
            default -> {}
        }
    }

    @Test
    void wordsTablesColoursAndLinksStay() throws IOException {
        assertThat(body("<table><tr><td style=\"color:red\"><b>账单</b></td></tr></table>", false))
                .contains("<td style=\"color:red\"><b>账单</b></td>");
        assertThat(body("<a href=\"https://bank.example/a?b=1\">bank</a>", false))
                .contains("href=\"https://bank.example/a?b&#61;1\"", "noopener", "noreferrer");
    }

    @Test
    void aPictureThatCameAlongIsInThePage() throws IOException {
        assertThat(body("<img src=\"cid:logo@x\"><img src=\"cid:other@x\">", false))
                .containsOnlyOnce("data:image/png;base64,");
    }

    @Test
    void onlyWhoAsksGetsPicturesFromOutside() throws IOException {
        String mail = "<img src=\"https://evil.example/pixel.png\">";
        assertThat(body(mail, false)).doesNotContain("evil.example");
        assertThat(body(mail, true)).contains("src=\"https://evil.example/pixel.png\"");
    }

    private String body(String html, boolean pictures) throws IOException {
        Attachment page =
                attachment(Attachment.Role.HTML, "text/html", "mail.html", html.getBytes(StandardCharsets.UTF_8));
        Attachment logo = attachment(
                Attachment.Role.INLINE,
                "image/png",
                "logo@x",
                java.util.Base64.getDecoder().decode(PIXEL));
        Attachment drawing = attachment(
                Attachment.Role.INLINE, "image/svg+xml", "other@x", "<svg/>".getBytes(StandardCharsets.UTF_8));
        Message message = new Message(
                new MessageId("m"),
                InteractionId.at(1),
                Message.Author.CUSTOMER,
                Optional.empty(),
                Instant.EPOCH,
                Optional.of("x"),
                Message.Delivery.RECEIVED,
                Message.Way.by(new ChannelKey("email")),
                List.of(page, logo, drawing),
                Optional.empty());
        String all = new MailPage(message, one -> Optional.of(new ByteArrayInputStream(kept.get(one.id()))), pictures)
                .of(page)
                .orElseThrow();
        return all.substring(all.indexOf("<body>") + 6, all.lastIndexOf("</body>"));
    }

    private Attachment attachment(Attachment.Role role, String type, String name, byte[] bytes) {
        AttachmentId id = AttachmentId.at(++number);
        kept.put(id, bytes);
        return new Attachment(id, role, Optional.of(name), type, bytes.length, "0".repeat(64));
    }
}
