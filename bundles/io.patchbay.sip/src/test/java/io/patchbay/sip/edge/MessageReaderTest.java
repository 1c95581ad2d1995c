// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.Transport;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
    private static final Peer SOURCE = new Peer("192.0.2.9", 4711, Transport.UDP);

    @Test
    void compactFoldedAndListedHeadersAreRead() {
        Request request = request(
                "INVITE sip:95500;phone-context=+86@bank.example:5070;user=phone SIP/2.0",
                "v: SIP/2.0/UDP one.example:5062;branch=z9hG4bKa, SIP/2.0/TCP two.example;branch=z9hG4bKb",
                "f: \"Li, \\\"Lei\\\"\"",
                "  <sip:%2B8613800138000@one.example>;tag=1",
                "t: <tel:+8695500>",
                "i: a@b",
                "CSeq:  7   INVITE",
                "m: <sip:x@[2001:db8::1]:5064;transport=tcp>",
                "P-Asserted-Identity: <sip:1@a>, \"two, too\" <tel:+862>");
        assertThat(request.headers().all("via")).hasSize(2);
        assertThat(request.via().port()).isEqualTo(5062);
        assertThat(request.from().party()).isEqualTo(new SipParty("Li, \"Lei\"", "+8613800138000", "one.example"));
        assertThat(request.to().party().user()).isEqualTo("+8695500");
        assertThat(request.uri().user()).isEqualTo("95500;phone-context=+86");
        assertThat(request.uri().port()).isEqualTo(OptionalInt.of(5070));
        assertThat(request.contact().orElseThrow().uri().host()).isEqualTo("2001:db8::1");
        assertThat(request.contact().orElseThrow().uriText()).isEqualTo("sip:x@[2001:db8::1]:5064;transport=tcp");
        assertThat(request.maxForwards()).isEqualTo(70);
        assertThat(Contacts.asserted(request)).extracting(SipParty::display).containsExactly("", "two, too");
    }

    @Test
    void namesInUtf8AreUnderstoodAndEchoedUnchanged() {
        Request request = request(
                "OPTIONS sip:a@b SIP/2.0",
                "Via: SIP/2.0/UDP a;branch=z9hG4bKa",
                "From: \"李雷\" <sip:a@b>;tag=1",
                "To: <sip:a@b>",
                "Call-ID: x",
                "CSeq: 1 OPTIONS");
        assertThat(request.from().display()).isEqualTo("李雷");
        byte[] answer = Replies.to(request).with(200, "", "t").bytes();
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("\r\nFrom: \"李雷\" <sip:a@b>;tag=1\r\n");
    }

    @Test
    void theAnswerGoesBackToTheSocketAndSaysSo() {
        Request request = request(
                "OPTIONS sip:a@b SIP/2.0",
                "Via: SIP/2.0/UDP 10.0.0.1:5062;received=6.6.6.6;rport=9;branch=z9hG4bKa;ttl=1",
                "From: <sip:a@b>;tag=1",
                "To: <sip:a@b>",
                "Call-ID: x",
                "CSeq: 1 OPTIONS");
        Replies replies = Replies.to(request);
        assertThat(replies.returnPath()).isEqualTo(SOURCE);
        assertThat(new String(replies.with(100, "", "").bytes(), StandardCharsets.US_ASCII))
                .contains("Via: SIP/2.0/UDP 10.0.0.1:5062;branch=z9hG4bKa;ttl=1;rport=4711;received=192.0.2.9\r\n");
    }

    @Test
    void bareLineEndsNeverGetIn() {
        for (String hostile : new String[] {"x\nEvil: 1", "x\rEvil: 1"}) {
            assertThat(read("OPTIONS sip:a@b SIP/2.0", "Via: SIP/2.0/UDP a;branch=z9hG4bKa", "Call-ID: " + hostile))
                    .isInstanceOf(Parsed.Illegible.class);
        }
    }

    @Test
    void whatIsMissingIsNamedInOurOwnWords() {
        Parsed parsed = read(
                "OPTIONS <sip:a@b> SIP/2.0",
                "Via: SIP/2.0/UDP a;branch=z9hG4bKa",
                "From: <sip:a@b>;tag=1",
                "To: <sip:a@b>",
                "Call-ID: x",
                "CSeq: 1 OPTIONS");
        assertThat(parsed).isInstanceOfSatisfying(Parsed.Illegal.class, illegal -> assertThat(illegal.reason())
                .isEqualTo("bad request line"));
    }

    @Test
    void whatWouldTakeTheParserLongIsNotEvenTried() {
        Parsed parsed = read(
                "OPTIONS sip:a@b SIP/2.0",
                "Via: SIP/2.0/UDP a;branch=z9hG4bKa",
                "From: <sip:a@b>;tag=1",
                "To: <sip:a@b" + ";a=b".repeat(14_000) + ">",
                "Call-ID: x",
                "CSeq: 1 OPTIONS");
        assertThat(parsed).isInstanceOf(Parsed.Illegible.class);
    }

    @Test
    void ourOwnTextCannotSplitAMessage() {
        String text = new String(
                MessageText.request("OPTIONS", "sip:a@b\r\nEvil: 1")
                        .line("Reason", "a\r\nEvil: 2")
                        .bytes(),
                StandardCharsets.US_ASCII);
        assertThat(text).doesNotContain("\r\nEvil");
        assertThat(MessageText.quoted("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\" ");
    }

    private static Request request(String... lines) {
        return ((Parsed.Asked) read(lines)).request();
    }

    private static Parsed read(String... lines) {
        byte[] message = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        return MessageReader.read(message, SOURCE);
    }
}
