// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.flow.FlowSocket.Why;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.registrar.Binding;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SIP over WebSockets: RFC 7118 by what the phone on the socket is told. */
class FlowTest {
    private static final SipParty CALLER = SipParty.of("138", "127.0.0.1");

    private final Rig rig = new Rig(request -> new Verdict.Admit("1001"), Rig.SHORT, InetAddress::getByName);
    private final Socket7118 phone = new Socket7118(rig.node, "192.0.2.7", "reg1");

    @AfterEach
    void close() {
        rig.close();
    }

    private void registered() throws InterruptedException {
        phone.registers(1, 600);
        assertThat(phone.next()).startsWith("SIP/2.0 200 ");
        assertThat(rig.next()).isEqualTo("bindings 1001 1");
    }

    private void rings() throws InterruptedException {
        registered();
        Binding binding = rig.registrar.bindings("1001").get(0);
        rig.node.call(
                CallRequest.of(binding.contact(), CALLER, SipParty.of("1001", "127.0.0.1"), Rig.SDP)
                        .by(binding.flow()),
                rig.listener());
    }

    private String talks() throws InterruptedException {
        rings();
        String invite = phone.next();
        phone.answers(
                invite,
                "200 OK",
                "Contact: <sip:k3v@m81.invalid;transport=ws>\r\nContent-Type: application/sdp\r\n",
                Rig.SDP);
        assertThat(rig.next()).isEqualTo("answered");
        assertThat(phone.next()).startsWith("ACK sip:k3v@m81.invalid;transport=ws SIP/2.0\r\n");
        return invite;
    }

    @Test
    void aPhoneRegistersWithAContactNobodyCanReach() throws Exception {
        phone.registers(1, 600);
        assertThat(phone.next())
                .startsWith("SIP/2.0 200 ")
                .contains(";branch=z9hG4bKreg1REGISTER1;rport=40000;received=192.0.2.7\r\n")
                .contains("Contact: <sip:k3v@m81.invalid;transport=ws>;expires=");
        assertThat(rig.registrar.bindings("1001"))
                .singleElement()
                .extracting(Binding::flow)
                .isEqualTo(new Peer("192.0.2.7", 40_000, Transport.WS));
    }

    @Test
    void itsRegistrationIsGoneWithItsSocket() throws Exception {
        registered();
        phone.breaks();
        assertThat(rig.next()).isEqualTo("bindings 1001 0");
        assertThat(rig.registrar.bindings("1001")).isEmpty();
        assertThat(rig.node.figures().flows()).isZero();
    }

    @Test
    void aRegistrationThatIsHandledAfterItsSocketHasGoneDoesNotStay() throws Exception {
        phone.registers(1, 600);
        phone.breaks();
        String last = rig.next();
        assertThat(last).startsWith("bindings 1001 ");
        assertThat(last.endsWith("1") ? rig.next() : last).isEqualTo("bindings 1001 0");
    }

    @Test
    void aCallRingsOnItsSocket() throws Exception {
        rings();
        String invite = phone.next();
        assertThat(invite)
                .startsWith("INVITE sip:k3v@m81.invalid;transport=ws SIP/2.0\r\nVia: SIP/2.0/WS 127.0.0.1:")
                .containsPattern("Contact: <sip:138@127.0.0.1:\\d+;transport=ws>");
        phone.answers(invite, "180 Ringing", "Contact: <sip:k3v@m81.invalid;transport=ws>\r\n", "");
        assertThat(rig.next()).isEqualTo("progress 180");
        phone.answers(invite, "486 Busy Here", "", "");
        assertThat(phone.next()).startsWith("ACK ");
        assertThat(rig.next()).isEqualTo("refused 486");
    }

    @Test
    void aPhoneInTlsIsToldSo() throws Exception {
        Socket7118 secure = new Socket7118(rig.node, "192.0.2.7", "sec");
        assertThat(rig.node.flow("192.0.2.9", 4_711, true, secure)).isPresent();
        rig.node.call(
                CallRequest.of("sip:k3v@m81.invalid;transport=ws", CALLER, CALLER, Rig.SDP)
                        .by(new Peer("192.0.2.9", 4_711, Transport.WSS)),
                rig.listener());
        assertThat(secure.next()).contains("Via: SIP/2.0/WSS 127.0.0.1:").contains(";transport=ws>");
    }

    @Test
    void aCallThatRingsIsRefusedWhenItsSocketGoes() throws Exception {
        rings();
        phone.next();
        phone.breaks();
        assertThat(rig.next()).isEqualTo("bindings 1001 0");
        assertThat(rig.next()).isEqualTo("refused 503");
    }

    @Test
    void aCallEndsWhenItsSocketGoes() throws Exception {
        talks();
        phone.breaks();
        assertThat(rig.next()).isEqualTo("bindings 1001 0");
        assertThat(rig.next()).isEqualTo("ended transport");
        assertThat(rig.node.figures().calls()).isZero();
    }

    @Test
    void thePhoneHoldsTransfersAndHangsUp() throws Exception {
        String invite = talks();
        String theirs = invite.replaceAll("(?s).*\r\nFrom: ([^\r]*).*", "$1");
        String call = invite.replaceAll("(?s).*\r\nCall-ID: ([^\r]*).*", "$1");
        String head =
                "Via: SIP/2.0/WS m81.invalid;branch=z9hG4bK%s\r\nMax-Forwards: 69\r\nFrom: <sip:1001@127.0.0.1>;tag=treg1\r\n"
                        + "To: " + theirs + "\r\nCall-ID: " + call
                        + "\r\nCSeq: %s\r\nContact: <sip:k3v@m81.invalid;transport=ws>\r\n";
        String us = "sip:127.0.0.1;transport=ws";
        phone.says("INVITE " + us + " SIP/2.0\r\n" + head.formatted("1", "1 INVITE")
                + "Content-Type: application/sdp\r\n\r\n" + Rig.SDP);
        assertThat(rig.next()).isEqualTo("offered");
        assertThat(phone.next()).startsWith("SIP/2.0 200 ").contains("Contact: <sip:127.0.0.1:");
        phone.says("ACK " + us + " SIP/2.0\r\n" + head.formatted("2", "1 ACK") + "\r\n");
        assertThat(rig.next()).isEqualTo("confirmed");
        phone.says("REFER " + us + " SIP/2.0\r\n" + head.formatted("3", "2 REFER")
                + "Refer-To: <sip:1002@patchbay>\r\n\r\n");
        assertThat(rig.next()).isEqualTo("referred 1002");
        assertThat(phone.next()).startsWith("SIP/2.0 202 ");
        assertThat(phone.next()).startsWith("NOTIFY sip:k3v@m81.invalid;transport=ws SIP/2.0\r\n");
        phone.says("BYE " + us + " SIP/2.0\r\n" + head.formatted("4", "3 BYE") + "\r\n");
        assertThat(rig.next()).isEqualTo("ended bye");
    }

    @Test
    void thePhoneCalls() throws Exception {
        phone.calls("95500");
        assertThat(rig.next()).isEqualTo("incoming 95500");
        assertThat(phone.next()).startsWith("SIP/2.0 100 ");
        rig.call().answer(Rig.SDP);
        assertThat(phone.next()).startsWith("SIP/2.0 200 ").contains(";transport=ws>");
        phone.breaks();
        assertThat(rig.next()).isEqualTo("ended transport");
    }

    @Test
    void aCallerWhoseSocketGoesBeforeTheAnswerHasGivenUp() throws Exception {
        phone.calls("95500");
        assertThat(rig.next()).isEqualTo("incoming 95500");
        phone.breaks();
        assertThat(rig.next()).isEqualTo("cancelled");
    }

    @Test
    void keepAlivesAreAnsweredAndAnswersAreNot() throws Exception {
        phone.says("\r\n");
        phone.says("\r\n\r\n");
        assertThat(phone.next()).isEqualTo("\r\n");
        assertThat(phone.told).isEmpty();
    }

    @Test
    void whatIsNoSipCostsItsSocketAndNoOther() throws Exception {
        Socket7118 other = new Socket7118(rig.node, "192.0.2.7", "reg2");
        other.says("{\"type\":\"hello\"}");
        assertThat(other.next()).isEqualTo("closed " + Why.ILLEGIBLE);
        registered();
    }

    @Test
    void whatIsWrongInAMessageIsSaid() throws Exception {
        phone.says(phone.request("REGISTER", "sip:patchbay", "sip:1001@patchbay", 1, "", "")
                .replace("CSeq: 1 REGISTER", "CSeq: 1 INVITE"));
        assertThat(phone.next()).startsWith("SIP/2.0 400 Bad Request: CSeq names another method\r\n");
        registered();
    }

    @Test
    void aPhoneThatDoesNotReadIsNotReached() throws Exception {
        registered();
        Socket7118 deaf = new Socket7118(rig.node, "192.0.2.8", "deaf");
        Peer there = deaf.flow.peer();
        deaf.breaks();
        rig.node.call(
                CallRequest.of("sip:k3v@m81.invalid;transport=ws", CALLER, CALLER, Rig.SDP)
                        .by(there),
                rig.listener());
        assertThat(rig.next()).isEqualTo("refused 503");
    }

    @Test
    void aNodeThatEndsSaysSo() throws Exception {
        rig.close();
        assertThat(phone.next()).isEqualTo("closed " + Why.RESTART);
        assertThat(rig.node.flow("192.0.2.7", 1, false, phone)).isEmpty();
    }
}
