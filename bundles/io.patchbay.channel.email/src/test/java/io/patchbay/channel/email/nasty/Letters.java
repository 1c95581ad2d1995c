// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.nasty;

import static io.patchbay.channel.email.nasty.Expect.subject;
import static io.patchbay.channel.email.nasty.Expect.text;
import static io.patchbay.channel.email.nasty.Expect.textHas;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Mails in charsets that are old, wrong or unknown, and in transfer encodings that are broken. */
final class Letters {
    private static final Charset GBK = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final String WORDS = "您好，我的信用卡账单有问题，请帮我查询。";
    private static final String TRADITIONAL = "您好，我的信用卡帳單有問題，請幫我查詢。";

    private Letters() {}

    static List<Nasty> all() {
        return List.of(
                declared("l1", "gb2312", "朱镕基同志，堃先生的账单", GBK),
                declared("l2", "GB18030", "㐀𠀀" + WORDS, GBK),
                declared("l3", "gbk", WORDS, GBK),
                declared("l4", "big5", TRADITIONAL, BIG5),
                declared("l5", "utf-16", "\uFEFF" + WORDS, StandardCharsets.UTF_16BE),
                Nasty.of(
                        "HZ",
                        Raw.from("l6").type("text/plain; charset=hz-gb-2312").body("Hello " + hz(WORDS) + "~~"),
                        text("Hello " + WORDS + "~")),
                Nasty.of(
                        "ISO-2022-CN",
                        Raw.from("l7").type("text/plain; charset=ISO-2022-CN").body("\u001b$)A\u000e=;;;\u000f"),
                        text("交换")),
                Nasty.of(
                        "UTF-7",
                        Raw.from("l8").type("text/plain; charset=utf-7").body("Hi +T2BZfQ- +-"),
                        text("Hi 你好 +")),
                mislabelled("l9", "utf-8", WORDS, GBK),
                mislabelled("l10", "", WORDS, GBK),
                mislabelled("l11", "x-unknown-9", WORDS, StandardCharsets.UTF_8),
                mislabelled("l12", "iso-8859-1", WORDS, StandardCharsets.UTF_8),
                mislabelled("l13", "us-ascii", TRADITIONAL, BIG5),
                mislabelled("l14", "gb2312", WORDS, StandardCharsets.UTF_8),
                mislabelled("l15", "\"../../etc\"", WORDS, GBK),
                Nasty.of("a byte order mark", Raw.from("l16").type("text/plain").body("\uFEFF" + WORDS), text(WORDS)),
                Nasty.of(
                        "a subject in raw GBK",
                        Raw.from("l17")
                                .text("Subject: ")
                                .text(WORDS, GBK)
                                .line("")
                                .body("s"),
                        subject(WORDS)),
                Nasty.of(
                        "a subject in raw UTF-8",
                        Raw.from("l18").line("Subject: " + WORDS).body("s"),
                        subject(WORDS)),
                Nasty.of("a character cut in two words", cutInTwo(), subject("账单查询")),
                Nasty.of(
                        "broken encoded words",
                        Raw.from("l20")
                                .line("Subject: =?utf-8?B?!!!?= =?x?Q?=ZZ?= =?utf-8?B?" + base64("好") + "?= =?a")
                                .body("s"),
                        mail -> assertThat(mail.subject()).isPresent()),
                Nasty.of(
                        "a subject with line breaks inside a word",
                        Raw.from("l21")
                                .line("Subject: =?utf-8?Q?a=0D=0ABcc:_x@evil.example?=")
                                .body("s"),
                        subject("a Bcc: x@evil.example")),
                Nasty.of(
                        "a subject of 50,000",
                        Raw.from("l22").line("Subject: " + "s".repeat(50_000)).body("s"),
                        mail -> assertThat(mail.subject().orElse("")).hasSize(400)),
                Nasty.of("base64 of garbage", encoded("l23", "base64", "5L2g!!@@5aW9\r\n###"), text("你好")),
                Nasty.of(
                        "base64 without its end",
                        encoded("l24", "base64", base64("你好").replace("=", "").substring(0, 7)),
                        textHas("你")),
                Nasty.of(
                        "base64 in two pieces",
                        encoded("l25", "base64", base64("你好吗?") + "\r\n" + base64("很好")),
                        text("你好吗?很好")),
                Nasty.of(
                        "broken quoted-printable",
                        encoded("l26", "quoted-printable", "=E4=BD=A0=\r\n=E5=A5=BD =ZZ =4"),
                        text("你好 =ZZ =4")),
                Nasty.of("an unknown transfer encoding", encoded("l27", "x-rot13", "uryyb"), text("uryyb")),
                Nasty.of(
                        "half a surrogate",
                        Raw.from("l28").type("text/plain; charset=utf-16be").body(new byte[] {0, 'a', (byte) 0xD8, 0x3D
                        }),
                        textHas("a")),
                Nasty.of(
                        "flowed lines",
                        Raw.from("l29")
                                .type("text/plain; format=flowed; charset=utf-8")
                                .body("One \r\nsentence.\r\n> quoted \r\n> too\r\nEnd"),
                        text("One sentence.\n> quoted too\nEnd")),
                Nasty.of(
                        "flowed Chinese",
                        Raw.from("l30")
                                .type("text/plain; format=flowed; delsp=yes; charset=utf-8")
                                .body("您好 \r\n世界"),
                        text("您好世界")));
    }

    private static String hz(String words) {
        byte[] bytes = words.getBytes(GBK);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] &= 0x7F;
        }
        return "~{" + new String(bytes, StandardCharsets.US_ASCII) + "~}";
    }

    private static Nasty declared(String id, String charset, String words, Charset real) {
        return Nasty.of("charset " + charset, typed(id, charset, words, real), text(words.replace("\uFEFF", "")));
    }

    private static Nasty mislabelled(String id, String charset, String words, Charset real) {
        return Nasty.of(real + " called '" + charset + "'", typed(id, charset, words, real), text(words));
    }

    private static Raw typed(String id, String charset, String words, Charset real) {
        return Raw.from(id).type("text/plain; charset=" + charset).body(words.getBytes(real));
    }

    private static Raw encoded(String id, String encoding, String body) {
        return Raw.from(id)
                .type("text/plain; charset=utf-8")
                .line("Content-Transfer-Encoding: " + encoding)
                .body(body);
    }

    private static Raw cutInTwo() {
        byte[] all = "账单查询".getBytes(StandardCharsets.UTF_8);
        String first = Base64.getEncoder().encodeToString(Arrays.copyOf(all, 5));
        String second = Base64.getEncoder().encodeToString(Arrays.copyOfRange(all, 5, all.length));
        return Raw.from("l19")
                .line("Subject: =?utf-8?B?" + first + "?=\r\n =?UTF-8?B?" + second + "?=")
                .body("s");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
