// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.nasty;

import static io.patchbay.channel.email.nasty.Expect.file;
import static io.patchbay.channel.email.nasty.Expect.files;
import static io.patchbay.channel.email.nasty.Expect.id;
import static io.patchbay.channel.email.nasty.Expect.sender;
import static io.patchbay.channel.email.nasty.Expect.subject;
import static io.patchbay.channel.email.nasty.Expect.text;
import static io.patchbay.channel.email.nasty.Expect.textHas;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Mails whose structure is broken, endless, too deep, too many, too long or missing. */
final class Shapes {
    private static final String MIXED = "multipart/mixed; boundary=b";

    private Shapes() {}

    static List<Nasty> all() {
        return List.of(
                Nasty.unanswered("nothing at all", new Raw(), sender("unknown@invalid")),
                Nasty.of("only a header", Raw.from("s2").line("Subject: hello"), subject("hello")),
                Nasty.unanswered(
                        "only a body", new Raw().text("Hello, where is my card?\r\n"), textHas("where is my card")),
                Nasty.unanswered(
                        "no sender", new Raw().line("Subject: x").body("who am I"), textHas("who am I", "没有可回复的发件人")),
                Nasty.unanswered(
                        "two senders",
                        Raw.from("s5").line("From: other@evil.example").body("two"),
                        sender("lina@customer.example")),
                Nasty.of("NULs everywhere", Raw.from("s6").body("a\0b\0c"), text("abc")),
                Nasty.of("lone carriage returns", Raw.from("s7").body("one\rtwo\rthree"), text("one\ntwo\nthree")),
                Nasty.of(
                        "lines end with LF only",
                        new Raw()
                                .text(new String(Raw.from("s8").body("a\r\nb").bytes(), StandardCharsets.UTF_8)
                                        .replace("\r\n", "\n")),
                        text("a\nb")),
                Nasty.of(
                        "a header field of 1 MB",
                        Raw.from("s9")
                                .line("X-Long: " + "x".repeat(1 << 20))
                                .line("Subject: still")
                                .body("here"),
                        text("here").andThen(subject("still"))),
                Nasty.of(
                        "20,000 header lines",
                        Raw.from("s10").text("X-A: b\r\n".repeat(20_000)).body("there"),
                        text("there")),
                Nasty.of(
                        "folded for ever",
                        Raw.from("s11")
                                .line("Subject: begin")
                                .text(" x\r\n".repeat(50_000))
                                .body("end"),
                        text("end")),
                Nasty.of("10,000 parts", parts(Raw.from("s12").type(MIXED).line(""), 10_000), textHas("过多")),
                Nasty.of("1,000 levels", nested(Raw.from("s13"), 1000), textHas("过多")),
                Nasty.of("50 mails in mails", mails(50), files("attachment-1.eml")),
                Nasty.of(
                        "no end",
                        Raw.from("s15").type(MIXED).line("").part("b", "Content-Type: text/plain", "cut o"),
                        text("cut o")),
                Nasty.of(
                        "another boundary than promised",
                        Raw.from("s16")
                                .type(MIXED)
                                .line("")
                                .part("c", "Content-Type: text/plain", "inside")
                                .end("c"),
                        textHas("inside")),
                Nasty.of(
                        "an empty boundary",
                        Raw.from("s17").type("multipart/mixed; boundary=\"\"").body("text"),
                        textHas("text")),
                Nasty.of("no boundary", Raw.from("s18").type("multipart/mixed").body("text"), textHas("text")),
                Nasty.of(
                        "a boundary that begins like another",
                        Raw.from("s19")
                                .type(MIXED)
                                .line("")
                                .line("--b")
                                .line("Content-Type: multipart/alternative; boundary=bb")
                                .part("bb", "Content-Type: text/plain", "right")
                                .end("bb")
                                .file("b", "application/pdf", "attachment; filename=a.pdf", new byte[] {1, 2, 3})
                                .end("b"),
                        text("right").andThen(files("a.pdf")).andThen(file("a.pdf", 3))),
                Nasty.of(
                        "a multipart without parts", Raw.from("s20").type(MIXED).body("--b--\r\n"), textHas("--b--")),
                Nasty.of(
                        "an outer boundary closes the inner part",
                        Raw.from("s21")
                                .type(MIXED)
                                .line("")
                                .line("--b")
                                .line("Content-Type: multipart/mixed; boundary=i")
                                .part("i", "Content-Type: text/plain", "inner")
                                .part("b", "Content-Type: text/plain", "outer")
                                .end("b"),
                        text("inner\n\nouter")),
                Nasty.of("garbage for a type", Raw.from("s22").type(";;; = \"/").body("words"), text("words")),
                Nasty.of("a line of 5 MB", Raw.from("s23").body("y".repeat(5 << 20)), textHas("正文过长")),
                Nasty.of(
                        "70,000 characters",
                        Raw.from("s24").type("text/plain; charset=utf-8").body("字".repeat(70_000)),
                        mail -> assertThat(mail.text().length()).isBetween(59_000, 60_000)),
                Nasty.of(
                        "10,000 recipients",
                        Raw.from("s25")
                                .line("Cc: " + "a@b.example, ".repeat(10_000))
                                .body("all"),
                        text("all").andThen(sender("lina@customer.example"))),
                Nasty.of(
                        "an id that breaks lines",
                        new Raw()
                                .line("From: a@b.example")
                                .line("Message-ID: <a\u0001b c@d>\r\n <x@y>")
                                .body("id"),
                        id("")),
                Nasty.of(
                        "an id of 5,000 characters",
                        new Raw()
                                .line("From: a@b.example")
                                .line("Message-ID: <" + "i".repeat(5000) + "@d>")
                                .body("id5"),
                        id("")),
                Nasty.of("no id", new Raw().line("From: a@b.example").body("no id"), id("")),
                Nasty.of(
                        "two ids",
                        Raw.from("s29")
                                .line("Message-ID: <second@customer.example>")
                                .body("ids"),
                        id("")),
                Nasty.of(
                        "a date of garbage",
                        Raw.from("s30").line("Date: yesterday, 25:99").body("when"),
                        text("when")),
                Nasty.of("200 files", files200(), mail -> assertThat(mail.enclosures())
                        .hasSizeLessThan(60)),
                Nasty.of(
                        "an mbox line first",
                        new Raw()
                                .line("From me Mon Mar  2 09:00:00 2026")
                                .bytes(Raw.from("s32").body("mbox").bytes()),
                        text("mbox")));
    }

    private static Raw parts(Raw raw, int count) {
        for (int i = 0; i < count; i++) {
            raw.part("b", "Content-Type: text/plain", "p" + i);
        }
        return raw.end("b");
    }

    private static Raw nested(Raw raw, int levels) {
        raw.type("multipart/mixed; boundary=n0").line("");
        for (int i = 0; i < levels; i++) {
            raw.line("--n" + i)
                    .line("Content-Type: multipart/mixed; boundary=n" + (i + 1))
                    .line("");
        }
        return raw.part("n" + levels, "Content-Type: text/plain", "deep");
    }

    private static Raw mails(int levels) {
        Raw raw = Raw.from("s14");
        for (int i = 0; i < levels; i++) {
            raw.line("Content-Type: message/rfc822").line("").line("Subject: level " + i);
        }
        return raw.body("innermost");
    }

    private static Raw files200() {
        Raw raw = Raw.from("s31").type(MIXED).line("").part("b", "Content-Type: text/plain", "many");
        for (int i = 0; i < 200; i++) {
            raw.file("b", "application/pdf", "attachment; filename=f" + i + ".pdf", new byte[] {7});
        }
        return raw.end("b");
    }
}
