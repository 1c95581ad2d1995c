// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.interaction.Message;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;

/** What came or goes with a message: files to save, and the HTML form in a locked frame, opened by a press. */
final class AttachedFiles {
    private AttachedFiles() {}

    static void add(Div box, Message message, Words words, Formats formats) {
        for (Attachment attachment : message.attachments()) {
            switch (attachment.role()) {
                case FILE -> box.add(file(message, attachment, words, formats));
                case HTML -> box.add(html(message, attachment, words));
                case ORIGINAL -> box.add(link("lnk xs", message, attachment, words.get("log.original"), "original"));
                case INLINE -> {}
            }
        }
    }

    private static Div file(Message message, Attachment file, Words words, Formats formats) {
        boolean picture = file.type().startsWith("image/");
        HtmlContainer save = link("btn s", message, file, words.get("log.save"), "save");
        Div name = Shape.box(
                "sp",
                Shape.box("b el", file.name().orElse(words.get("log.erased"))),
                Shape.box("xs t3 num", formats.bytes(file.size())));
        Div chip = Shape.box("att", Shape.icon(picture ? "img" : "clip"), name, save);
        chip.getElement().setAttribute("data-testid", "attachment");
        return chip;
    }

    private static HtmlContainer link(String classes, Message message, Attachment file, String word, String test) {
        HtmlContainer link = Shape.tag("a", classes, word);
        link.getElement()
                .setAttribute("href", address("attachment", message, file))
                .setAttribute("download", "")
                .setAttribute("router-ignore", "")
                .setAttribute("data-testid", test);
        return link;
    }

    private static String address(String kind, Message message, Attachment file) {
        return "/patchbay/" + kind + "/" + message.interaction() + "/" + file.id();
    }

    private static Div html(Message message, Attachment html, Words words) {
        Div box = Shape.box("mailbox");
        Press open = new Press("lnk xs", words.get("log.html")).test("html-open");
        open.does(() -> {
            box.removeAll();
            box.add(frame(message, html, words));
            Press pictures = new Press("lnk xs", words.get("log.pictures")).test("html-pictures");
            pictures.does(() -> {
                box.removeAll();
                HtmlContainer frame = frame(message, html, words);
                frame.getElement().setAttribute("src", address("mail", message, html) + "?pictures");
                box.add(frame);
            });
            box.add(pictures);
        });
        box.add(open);
        return box;
    }

    private static HtmlContainer frame(Message message, Attachment html, Words words) {
        HtmlContainer frame = Shape.tag("iframe", "mailframe");
        frame.getElement()
                .setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox")
                .setAttribute("referrerpolicy", "no-referrer")
                .setAttribute("title", words.get("log.html"))
                .setAttribute("data-testid", "html-frame")
                .setAttribute("src", address("mail", message, html));
        return frame;
    }
}
