// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.nasty;

import static io.patchbay.channel.email.nasty.Expect.file;
import static io.patchbay.channel.email.nasty.Expect.files;
import static io.patchbay.channel.email.nasty.Expect.names;
import static io.patchbay.channel.email.nasty.Expect.nothingActive;
import static io.patchbay.channel.email.nasty.Expect.sender;
import static io.patchbay.channel.email.nasty.Expect.text;
import static io.patchbay.channel.email.nasty.Expect.textHas;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.content.Attachment.Role;
import io.patchbay.channel.email.read.Mail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Mails that want to deceive, to run something or to be answered by mistake. */
final class Tricks {
    private static final String MIXED = "multipart/mixed; boundary=b";
    private static final byte[] PROGRAM = {'M', 'Z', 0, 1, 2};
    private static final byte[] HARMLESS = {1, 2, 3, 4};

    private Tricks() {}

    static List<Nasty> all() {
        return List.of(
                attached("t1", "filename=\"../../etc/passwd\"", HARMLESS, files("passwd")),
                attached("t2", "filename=\"C:\\\\Windows\\\\evil.pdf\"", HARMLESS, files("evil.pdf")),
                attached("t3", "filename*=utf-8''%E8%B4%A6%E5%8D%95.pdf", HARMLESS, files("账单.pdf")),
                attached(
                        "t4",
                        "filename*0*=gb2312''%D5%CB; filename*1*=%B5%A5; filename*2=\".pdf\"",
                        HARMLESS,
                        files("账单.pdf")),
                attached("t5", "filename=\"=?gbk?B?1cu1pQ==?=.pdf\"", HARMLESS, files("账单.pdf")),
                attached("t6", "filename*=utf-8''photo%E2%80%AEgpj.exe", HARMLESS, textHas("exe")),
                attached("t7", "filename=CON.txt", HARMLESS, files("_CON.txt")),
                attached(
                        "t8",
                        "filename=\"invoice.pdf.exe\"",
                        HARMLESS,
                        textHas("invoice.pdf.exe", "不收取 exe").andThen(files())),
                attached(
                        "t9",
                        "filename=\"invoice.pdf\"",
                        PROGRAM,
                        textHas("可执行程序").andThen(files())),
                attached("t10", "filename=\"a\0b\tc.pdf\"", HARMLESS, mail -> assertThat(names(mail, Role.FILE))
                        .hasSize(1)),
                attached("t11", "filename=\"" + "n".repeat(5000) + ".pdf\"", HARMLESS, mail -> assertThat(
                                names(mail, Role.FILE).get(0))
                        .hasSizeLessThan(130)
                        .endsWith(".pdf")),
                attached("t12", "filename=\"...\"", HARMLESS, files("attachment-1.bin")),
                attached("t13", "filename=winmail.dat", HARMLESS, files("winmail.dat")),
                attached(
                        "t14", "filename=bomb.zip", bomb(), files("bomb.zip").andThen(file("bomb.zip", bomb().length))),
                attached(
                        "t15",
                        "filename=large.bin",
                        new byte[300_000],
                        textHas("large.bin", "超过 0 MB").andThen(files())),
                Nasty.of(
                        "only a script",
                        Raw.from("t16")
                                .type("text/html")
                                .body(
                                        "<html><head><title>t</title></head><script>alert(1)</script><p>Hello<b> you</b></p>"),
                        text("Hello you").andThen(nothingActive())),
                Nasty.of(
                        "scripts that hide",
                        Raw.from("t17")
                                .type("text/html; charset=utf-8")
                                .body(
                                        "a<img src=x onerror=\"alert('>')\">b<!-- <script>alert(1)</script> -->c<scr<script>ipt>say(2)</script>d &lt;e&gt; &#x202E;f<a href=javascript:alert(3)>g"),
                        textHas("a", "b", "c").andThen(nothingActive())),
                Nasty.of(
                        "an open comment",
                        Raw.from("t18").type("text/html").body("before<!-- never closed <b>x"),
                        text("before")),
                Nasty.of(
                        "a million brackets",
                        Raw.from("t19").type("text/html").body("x" + "<".repeat(300_000)),
                        textHas("x")),
                Nasty.of(
                        "a million tags",
                        Raw.from("t20").type("text/html").body("<div>".repeat(200_000) + "deep"),
                        text("deep")),
                Nasty.of(
                        "both forms",
                        Raw.from("t21")
                                .type("multipart/alternative; boundary=b")
                                .line("")
                                .part("b", "Content-Type: text/plain", "plain form")
                                .part("b", "Content-Type: text/html", "<b>other form</b><script>alert(1)</script>")
                                .end("b"),
                        text("plain form").andThen(mail -> assertThat(names(mail, Role.HTML))
                                .containsExactly("mail.html"))),
                Nasty.of(
                        "a picture inside",
                        Raw.from("t22")
                                .type("multipart/related; boundary=b")
                                .line("")
                                .part("b", "Content-Type: text/html", "<img src=\"cid:p1@x\">look")
                                .part(
                                        "b",
                                        "Content-Type: image/png\r\nContent-ID: <p1@x>\r\nContent-Transfer-Encoding: base64",
                                        "iVBORw0KGgo=")
                                .end("b"),
                        text("look").andThen(mail -> assertThat(names(mail, Role.INLINE))
                                .containsExactly("cid:p1@x"))),
                Nasty.of(
                        "a picture that draws with script",
                        Raw.from("t23")
                                .type(MIXED)
                                .line("")
                                .file(
                                        "b",
                                        "image/svg+xml",
                                        "inline; filename=a.svg",
                                        "<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII))
                                .end("b"),
                        files("a.svg").andThen(nothingActive())),
                Nasty.of(
                        "terminal escapes and bells",
                        Raw.from("t24").body("\u001b[31mred\u0007\b\u202Eoverride"),
                        text("[31mredoverride")),
                Nasty.of(
                        "a name that looks like an address",
                        new Raw()
                                .line("From: \"admin@bank.example <admin@bank.example>\" <evil@x.example>")
                                .line("Message-ID: <t25@x.example>")
                                .body("trust me"),
                        sender("evil@x.example")),
                Nasty.unanswered(
                        "an address of 400 characters",
                        new Raw()
                                .line("From: " + "a".repeat(380) + "@long.example")
                                .line("Message-ID: <t41@x.example>")
                                .body("long"),
                        sender("unknown@invalid")),
                Nasty.unanswered(
                        "an address in Chinese",
                        new Raw()
                                .line("From: 李娜 <李娜@例子.example>")
                                .line("Message-ID: <t42@x.example>")
                                .body("utf8"),
                        sender("李娜@例子.example")),
                Nasty.of(
                        "a name with line breaks",
                        new Raw()
                                .line("From: =?utf-8?Q?Li=0D=0ABcc:_a@b?= <li@x.example>")
                                .line("Message-ID: <t26@x.example>")
                                .body("x"),
                        mail -> assertThat(mail.sender().name()).contains("Li Bcc: a@b")),
                Nasty.of(
                        "a forged reply",
                        Raw.from("t27")
                                .line("In-Reply-To: <01890000-0000-7000-8000-000000000001@bank.example>")
                                .body("forged"),
                        mail -> assertThat(mail.refersTo()).hasSize(1)),
                Nasty.of(
                        "10,000 references",
                        Raw.from("t28")
                                .line("References: " + "<r@x.example> ".repeat(10))
                                .line("References: x")
                                .body("refs"),
                        mail -> assertThat(mail.refersTo()).containsExactly("r@x.example")),
                Nasty.of(
                        "the same id, first",
                        Raw.from("same").line("Subject: first").body("one"),
                        text("one")),
                Nasty.of(
                        "the same id, second",
                        Raw.from("same").line("Subject: second").body("two"),
                        text("two")),
                Nasty.unanswered(
                        "an automatic reply",
                        Raw.from("t31").line("Auto-Submitted: auto-replied").body("I am away"),
                        text("I am away")),
                Nasty.unanswered(
                        "a list",
                        Raw.from("t32")
                                .line("List-Unsubscribe: <mailto:x@y.example>")
                                .body("news"),
                        text("news")),
                Nasty.unanswered(
                        "bulk", Raw.from("t33").line("Precedence: bulk").body("offer"), text("offer")),
                Nasty.unanswered(
                        "an empty return path",
                        new Raw()
                                .line("Return-Path: <>")
                                .bytes(Raw.from("t34").body("null").bytes()),
                        text("null")),
                Nasty.unanswered(
                        "from ourselves",
                        new Raw()
                                .line("From: Service <service@bank.example>")
                                .line("Message-ID: <t35@bank.example>")
                                .body("us"),
                        sender("service@bank.example")),
                Nasty.unanswered(
                        "our own mark",
                        Raw.from("t36").line("X-Loop: service@bank.example").body("loop"),
                        text("loop")),
                Nasty.unanswered(
                        "100 hops",
                        new Raw()
                                .text("Received: by relay; Mon, 2 Mar 2026 09:00:00 +0800\r\n".repeat(100))
                                .bytes(Raw.from("t37").body("hops").bytes()),
                        text("hops")),
                Nasty.unanswered(
                        "no-reply",
                        new Raw()
                                .line("From: no-reply@shop.example")
                                .line("Message-ID: <t38@shop.example>")
                                .body("order"),
                        text("order")),
                Nasty.unanswered("a bounce of nothing of ours", bounce(), textHas("could not be delivered")),
                Nasty.unanswered(
                        "an exchange server's out of office",
                        Raw.from("t40").line("X-Auto-Response-Suppress: All").body("ooo"),
                        text("ooo")));
    }

    private static Nasty attached(String id, String disposition, byte[] content, Consumer<Mail> expected) {
        Raw raw = Raw.from(id)
                .type(MIXED)
                .line("")
                .part("b", "Content-Type: text/plain; charset=utf-8", "see file")
                .file("b", "application/octet-stream", "attachment; " + disposition, content)
                .end("b");
        return Nasty.of(
                id + " " + disposition.substring(0, Math.min(40, disposition.length())),
                raw,
                textHas("see file").andThen(expected));
    }

    private static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 50; i++) {
                zip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Raw bounce() {
        return new Raw()
                .line("From: Mail Delivery System <MAILER-DAEMON@x.example>")
                .line("Message-ID: <t39@x.example>")
                .type("multipart/report; report-type=delivery-status; boundary=b")
                .line("")
                .part("b", "Content-Type: text/plain", "Your message could not be delivered")
                .part(
                        "b",
                        "Content-Type: message/delivery-status",
                        "Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n")
                .part("b", "Content-Type: text/rfc822-headers", "Message-ID: <unknown@elsewhere.example>\r\n")
                .end("b");
    }
}
