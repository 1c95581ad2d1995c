// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.content.Attachment;
import io.patchbay.channel.email.nasty.Nasty;
import io.patchbay.channel.email.nasty.NastyMails;
import io.patchbay.channel.email.nasty.Raw;
import io.patchbay.spi.channel.ChannelAccount;
import io.patchbay.spi.channel.Enclosure;
import io.patchbay.spi.channel.Letter;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails through a server, the box, the routes and back. */
final class MailRoundTest {
    @TempDir
    Path folder;

    private MailHouse house;

    @BeforeEach
    void begin() {
        house = new MailHouse(folder);
    }

    @AfterEach
    void end() {
        house.close();
    }

    private static Map<String, Object> event(String id) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(Header.EVENT_ID, "patchbay-" + id);
        headers.put(Header.ID, "m-" + id);
        headers.put(Header.INTERACTION, "0198-" + id);
        headers.put(Header.TO, "mailto:lina@customer.example");
        headers.put(Header.SUBJECT, "回复：Re: 账单");
        headers.put(Header.REFERS_TO, List.of("first@customer.example", "sha256:x", "second@customer.example"));
        return headers;
    }

    @Test
    void aMailIsALetterAndSeenOnlyThen() throws Exception {
        house.box.overload(true);
        house.open();
        house.deliver(
                Raw.from("r1").line("Subject: =?utf-8?B?6LSm5Y2V?=").body("请查询").bytes());
        Until.comesTrue(
                "nothing can be kept", () -> house.account().account().reason().contains("journal"));
        assertThat(house.unseen()).isOne();
        house.box.overload(false);
        Until.comesTrue("it is taken", () -> house.box.letters().size() == 1 && house.unseen() == 0);
        Letter letter = house.box.letters().get(0);
        assertThat(letter.id()).isEqualTo("r1@customer.example");
        assertThat(letter.from().text()).isEqualTo("mailto:lina@customer.example");
        assertThat(letter.about().subject()).contains("账单");
        assertThat(letter.about().name()).contains("Li Na");
        assertThat(letter.text()).isEqualTo("请查询");
        Until.comesTrue("up", () -> house.account().account().state() == ChannelAccount.State.UP);
    }

    @Test
    void noNastyMailIsLostOrDoubledOrAnsweredWrongly() throws Exception {
        List<Nasty> all = NastyMails.all().stream()
                .filter(nasty -> house.accepts(nasty.bytes()))
                .toList();
        assertThat(all).hasSizeGreaterThan(95);
        house.open();
        Until.comesTrue("all are taken", () -> house.unseen() == 0);
        assertThat(house.box.letters()).hasSize(all.size());
        house.shut();
        house.inbox().forEach(one -> one.setFlag(Flags.Flag.SEEN, false));
        house.open();
        Until.comesTrue("all are known", () -> house.unseen() == 0);
        assertThat(house.box.letters()).hasSize(all.size());
        assertThat(house.box.again()).isEqualTo(all.size());
        Until.comesTrue("one reply", () -> house.sentTo("customer.example").size() == 1);
        for (String nobody : List.of("shop.example", "invalid", "evil.example")) {
            assertThat(house.sentTo(nobody)).as(nobody).isEmpty();
        }
        assertThat(house.inbox()).as("nothing was sent to ourselves").hasSize(all.size());
    }

    @Test
    void whatIsRefusedWaitsWhileOthersPass() throws Exception {
        house.box.refuse(letter -> letter.id().startsWith("bad"));
        house.deliver(Raw.from("bad").body("bad").bytes());
        house.deliver(Raw.from("good").body("good").bytes());
        house.open();
        Until.comesTrue("the good one is taken", () -> house.box.letters().size() == 1);
        Until.comesTrue("an alarm", () -> house.account().account().reason().contains("could not be taken: no queue"));
        assertThat(house.unseen()).isOne();
        house.box.refuse(letter -> false);
        house.clock.advance(Duration.ofMinutes(11));
        Until.comesTrue(
                "tried again",
                () -> house.unseen() == 0 && house.account().account().reason().isEmpty());
        assertThat(house.box.letters()).hasSize(2);
    }

    @Test
    void aMailThatSomebodyReadFirstIsTakenAllTheSame() throws Exception {
        house.open();
        Until.comesTrue("up", () -> house.account().account().state() == ChannelAccount.State.UP);
        house.shut();
        house.deliver(Raw.from("seen").body("seen elsewhere").bytes());
        house.inbox().get(0).setFlag(Flags.Flag.SEEN, true);
        house.open();
        Until.comesTrue("taken", () -> house.box.letters().size() == 1);
    }

    @Test
    void anAnswerGoesOutOnceAndInTheThread() throws Exception {
        house.open();
        assertThat(house.tell(event("1"), "您好，已处理。")).isNull();
        assertThat(house.tell(event("1"), "您好，已处理。")).isNull();
        List<MimeMessage> sent = house.sentTo("customer.example");
        assertThat(sent).hasSize(1);
        MimeMessage mail = sent.get(0);
        assertThat(mail.getSubject()).isEqualTo("Re: 账单");
        assertThat(mail.getMessageID()).isEqualTo("<m-1@bank.example>");
        assertThat(mail.getHeader("In-Reply-To", " ")).isEqualTo("<second@customer.example>");
        assertThat(mail.getHeader("References", " ")).contains("<first@customer.example>", "<second@customer.example>");
        assertThat(mail.getFrom()[0].toString()).contains("service@bank.example");
        assertThat(String.valueOf(mail.getContent()).strip()).isEqualTo("您好，已处理。");
        assertThat(house.reports).allMatch(report -> report.get("delivery").equals("delivered"));
    }

    @Test
    void anAnswerWaitsWhileTheServerIsAway() throws Exception {
        house.open();
        Until.comesTrue("up", () -> house.account().account().state() == ChannelAccount.State.UP);
        int port = house.server.getSmtp().getPort();
        house.server.getSmtp().stopService();
        assertThat(house.tell(event("2"), "later")).isNotNull();
        assertThat(house.reports).isEmpty();
        assertThat(house.account().account().reason()).contains("could not be sent yet");
        assertThat(port).isPositive();
        house.clock.advance(Duration.ofHours(2));
        Map<String, Object> old = event("2");
        old.put("PatchbayAt", house.clock.instant().minus(Duration.ofHours(2)).toString());
        assertThat(house.tell(old, "later")).isNull();
        assertThat(house.reports.get(0)).containsEntry("delivery", "failed");
    }

    @Test
    void aReportOfAMailThatDidNotArriveIsTheMessagesFateAndNoLetter() throws Exception {
        house.open();
        assertThat(house.tell(event("3"), "to nobody")).isNull();
        house.deliver(bounce("m-3@bank.example"));
        house.deliver(bounce("m-9@bank.example"));
        Until.comesTrue("both are seen", () -> house.unseen() == 0);
        assertThat(house.reports).hasSize(2);
        assertThat(house.reports.get(1)).containsEntry("delivery", "failed").containsEntry("message", "m-3");
        assertThat(String.valueOf(house.reports.get(1).get("reason"))).contains("no such user");
        assertThat(house.box.letters()).hasSize(1); // that of m-9, which we never sent
    }

    private static byte[] bounce(String mailId) {
        return new Raw()
                .line("From: MAILER-DAEMON@customer.example")
                .line("Message-ID: <bounce-of-" + mailId + ">")
                .type("multipart/report; report-type=delivery-status; boundary=b")
                .line("")
                .part("b", "Content-Type: text/plain", "sorry")
                .part(
                        "b",
                        "Content-Type: message/delivery-status",
                        "Reporting-MTA: dns; x\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user\r\n")
                .part("b", "Content-Type: text/rfc822-headers", "Message-ID: <" + mailId + ">\r\nSubject: x\r\n")
                .end("b")
                .bytes();
    }

    @Test
    void ourOwnMailThatComesBackIsNoLetter() throws Exception {
        house.open();
        assertThat(house.tell(event("4"), "round trip")).isNull();
        house.deliver(new Raw()
                .line("From: service@bank.example")
                .line("X-Loop: service@bank.example")
                .line("Message-ID: <m-4@bank.example>")
                .body("round trip")
                .bytes());
        Until.comesTrue("seen", () -> house.unseen() == 0);
        assertThat(house.box.letters()).isEmpty();
    }

    @Test
    void repliesReferToOurMessages() throws Exception {
        house.open();
        assertThat(house.tell(event("1"), "one")).isNull();
        assertThat(house.tell(event("2"), "two")).isNull();
        house.deliver(Raw.from("r9")
                .line("References: <a@b.example> <m-1@bank.example> <x@bank.example>")
                .line("In-Reply-To: <m-2@bank.example>")
                .body("thanks")
                .bytes());
        Until.comesTrue("taken", () -> house.box.letters().size() == 1);
        assertThat(house.box.letters().get(0).refersTo())
                .containsExactly("a@b.example", "m-1", "x@bank.example", "m-2");
    }

    @Test
    void whatCannotBeReadIsKeptAsItCame() throws Exception {
        house.box.refuse(letter -> letter.text().contains("poison"));
        house.deliver(Raw.from("p1").line("Subject: p").body("poison").bytes());
        house.open();
        Until.comesTrue("taken", () -> house.unseen() == 0);
        Letter letter = house.box.letters().get(0);
        assertThat(letter.text()).contains("无法解析");
        assertThat(letter.enclosures()).hasSize(1);
        assertThat(letter.enclosures().get(0).role()).isEqualTo(Attachment.Role.ORIGINAL);
    }

    @Test
    void aBoxThatIsNewGivesOnlyWhatNobodyHasRead() throws Exception {
        house.deliver(Raw.from("old").body("of last year").bytes());
        house.inbox().get(0).setFlag(Flags.Flag.SEEN, true);
        house.deliver(Raw.from("new").body("of today").bytes());
        house.open();
        Until.comesTrue("taken", () -> house.unseen() == 0);
        assertThat(house.box.letters()).extracting(Letter::id).containsExactly("new@customer.example");
    }

    @Test
    void aThreadNamesOurMailsTooAndRepliesToTheirs() throws Exception {
        house.open();
        Map<String, Object> first = event("1");
        first.put(Header.REFERS_TO, List.of());
        assertThat(house.tell(first, "您好")).isNull();
        Map<String, Object> second = event("2");
        second.put(Header.REFERS_TO, List.of("m-1", "m-never"));
        assertThat(house.tell(second, "补充")).isNull();
        Map<String, Object> third = event("3");
        third.put(Header.REFERS_TO, List.of("m-1", "first@customer.example", "m-2"));
        assertThat(house.tell(third, "再补充")).isNull();
        List<MimeMessage> sent = house.sentTo("customer.example");
        assertThat(sent.get(1).getHeader("In-Reply-To", " ")).isEqualTo("<m-1@bank.example>");
        assertThat(sent.get(1).getHeader("References", " ")).isEqualTo("<m-1@bank.example>");
        assertThat(sent.get(2).getHeader("In-Reply-To", " ")).isEqualTo("<first@customer.example>");
        assertThat(sent.get(2).getHeader("References", " "))
                .containsSubsequence("<m-1@bank.example>", "<first@customer.example>", "<m-2@bank.example>");
    }

    @Test
    void filesGoOutWithAnAnswer() throws Exception {
        house.open();
        Map<String, Object> headers = event("5");
        byte[] content = {1, 2, 3};
        headers.put(
                Header.ENCLOSURES,
                List.of(new Enclosure(
                        Attachment.Role.FILE, "账单.pdf", "application/pdf", () -> new ByteArrayInputStream(content))));
        assertThat(house.tell(headers, "见附件")).isNull();
        MimeMultipart parts =
                (MimeMultipart) house.sentTo("customer.example").get(0).getContent();
        MimeBodyPart file = (MimeBodyPart) parts.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("账单.pdf");
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(content);
    }

    @Test
    void oneAutomaticReplyADay() throws Exception {
        house.open();
        house.deliver(Raw.from("a1").body("one").bytes());
        house.deliver(Raw.from("a2").body("two").bytes());
        Until.comesTrue("both are seen", () -> house.unseen() == 0);
        Until.comesTrue("one reply", () -> house.sentTo("customer.example").size() == 1);
        MimeMessage reply = house.sentTo("customer.example").get(0);
        assertThat(reply.getHeader("Auto-Submitted", "")).isEqualTo("auto-replied");
        assertThat(reply.getHeader("In-Reply-To", "")).isEqualTo("<a1@customer.example>");
        house.clock.advance(Duration.ofHours(25));
        house.deliver(Raw.from("a3").body("three").bytes());
        Until.comesTrue("another one", () -> {
            System.err.println(house.account().account() + " " + house.unseen() + " "
                    + house.sentTo("customer.example").size() + " "
                    + house.box.letters().size());
            return house.sentTo("customer.example").size() == 2;
        });
    }

    @Test
    void aWrongPasswordIsSaid() throws Exception {
        house.password("wrong");
        house.open();
        Until.comesTrue("refused", () -> house.account().account().state() == ChannelAccount.State.REFUSED);
        Until.comesTrue("said", () -> house.account().account().reason().contains("IMAP: "));
        Until.comesTrue("both", () -> house.account().account().reason().contains("SMTP: "));
    }
}
