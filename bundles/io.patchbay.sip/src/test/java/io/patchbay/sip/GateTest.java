// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.admission.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, with what, and that none of it leaves a transaction behind. */
class GateTest {
    private static final String SDP_TYPE = "Content-Type: application/sdp\r\n";

    private Rig rig;
    private Phone phone;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig(
                request -> switch (request.requestUri().user()) {
                    case "unknown" -> Verdict.Refuse.with(404);
                    case "full" -> new Verdict.Refuse(503, "No lines", OptionalInt.of(12));
                    case "spam" -> new Verdict.Drop();
                    default -> new Verdict.Admit("anyone");
                },
                Rig.SHORT,
                InetAddress::getByName);
        phone = Phone.udp(rig.port);
    }

    @AfterEach
    void stop() throws IOException {
        phone.close();
        rig.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPTIONS|OPTIONS sip|405|MESSAGE sip",
                "OPTIONS|OPTIONS sip|501|FLY sip",
                "INVITE|sip:95500@127.0.0.1|404|sip:unknown@127.0.0.1",
                "INVITE|sip:95500@127.0.0.1|416|mailto:a@b",
                "INVITE|Max-Forwards: 70|483|Max-Forwards: 0",
                "INVITE|Max-Forwards: 70|420|Require: 100rel, timer",
                "INVITE|Max-Forwards: 70|400|Max-Forwards: 256",
                "INVITE|95500@127.0.0.1 SIP/2.0|505|95500@127.0.0.1 SIP/3.0",
                "BYE|Max-Forwards: 70|481|Max-Forwards: 70",
                "INFO|Max-Forwards: 70|481|Max-Forwards: 70",
                "INVITE|To: <sip:1001@127.0.0.1>|481|To: <sip:1001@127.0.0.1>;tag=x",
                "INVITE|Content-Length: 0|400|Content-Length: -1",
                "INVITE|Content-Length: 0|400|Content-Length: 1",
                "INVITE|Content-Length: 0|400|Content-Length: 99999999999999999999",
                "INVITE|Content-Length: 0|400|Content-Length: 0 ; Content-Length: 0",
                "INVITE|CSeq: 1 INVITE|400|CSeq: 4294967296 INVITE"
            })
    void whatTheRfcRefusesIsRefusedWithoutState(String method, String from, int status, String to) throws IOException {
        String id = "r" + status;
        String request = Ping.request(method, "UDP", phone.port(), id, "");
        String changed = request.replace(from.replace(" ; ", "\r\n"), to.replace(" ; ", "\r\n"));
        if (from.startsWith("OPTIONS")) {
            changed = changed.replace("CSeq: 1 OPTIONS", "CSeq: 1 " + to.split(" ", 2)[0]);
        }
        phone.send(changed);
        String answer = phone.receive(5_000).orElseThrow();
        assertThat(LegalAnswer.check(answer, changed)).isEqualTo(status);
        assertThat(rig.node.figures().serverTransactions()).isZero();
        assertThat(rig.node.figures().refused()).isEqualTo(Map.of(status, 1L));
    }

    @Test
    void whatIsNotSupportedIsNamed() throws IOException {
        assertThat(answer(Ping.request("INVITE", "UDP", phone.port(), "a", "Require: 100rel, timer\r\n")))
                .contains("\r\nUnsupported: 100rel\r\n");
        assertThat(answer(Ping.request("PUBLISH", "UDP", phone.port(), "b", "")))
                .contains("\r\nAllow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, NOTIFY, REFER, REGISTER\r\n");
        assertThat(answer(invite("c", "Content-Type: text/plain\r\n", "hello")))
                .startsWith("SIP/2.0 415 ")
                .contains("\r\nAccept: application/sdp\r\n");
        assertThat(answer(invite("d", SDP_TYPE + "Content-Encoding: gzip\r\n", "hello")))
                .startsWith("SIP/2.0 415 ")
                .contains("\r\nAccept-Encoding: identity\r\n");
        assertThat(answer(invite("e", SDP_TYPE, "x".repeat(17_000)))).startsWith("SIP/2.0 413 ");
        assertThat(answer(Ping.request("INVITE", "UDP", phone.port(), "f", "").replace("95500", "full")))
                .startsWith("SIP/2.0 503 No lines\r\n")
                .contains("\r\nRetry-After: 12\r\n");
    }

    @Test
    void aRequestThatWasHereBeforeIsALoop() throws IOException {
        String looped = Ping.request(
                "INVITE", "UDP", phone.port(), "l", "Via: SIP/2.0/UDP 127.0.0.1:" + rig.port + ";branch=z9hG4bKx\r\n");
        assertThat(answer(looped)).startsWith("SIP/2.0 482 ");
    }

    @Test
    void theSameInviteByAnotherWayIsALoop() throws IOException {
        String first = Ping.request("INVITE", "UDP", phone.port(), "m", "");
        assertThat(answer(first)).startsWith("SIP/2.0 100 ");
        assertThat(answer(first.replace("branch=z9hG4bKm", "branch=z9hG4bKother")))
                .startsWith("SIP/2.0 482 ");
    }

    @Test
    void whatIsDroppedGetsNothing() throws IOException {
        phone.send(Ping.request("INVITE", "UDP", phone.port(), "s", "").replace("95500", "spam"));
        assertThat(answer(Ping.options("UDP", phone.port(), "o")))
                .startsWith("SIP/2.0 200 ")
                .contains("Call-ID: o\r\n");
        assertThat(rig.node.figures().dropped()).isEqualTo(1);
    }

    @Test
    void anAckForNothingGetsNothing() throws IOException {
        phone.send(Ping.request("ACK", "UDP", phone.port(), "k", ""));
        phone.send("ACK sip:x SIP/2.0\r\nVia: broken\r\n\r\n");
        assertThat(answer(Ping.options("UDP", phone.port(), "o"))).contains("Call-ID: o\r\n");
    }

    @Test
    void theAnswerGoesToThePortInViaUnlessRportIsAsked() throws IOException {
        try (Phone other = Phone.udp(rig.port)) {
            phone.send(Ping.options("UDP", other.port(), "v").replace(";rport", ""));
            assertThat(other.receive(5_000)).isPresent();
        }
    }

    private String answer(String request) throws IOException {
        phone.send(request);
        String answer = phone.receive(5_000).orElseThrow();
        LegalAnswer.check(answer, request);
        return answer;
    }

    private String invite(String id, String more, String body) {
        String request = Ping.request("INVITE", "UDP", phone.port(), id, more);
        return request.replace("Content-Length: 0", "Content-Length: " + body.length()) + body;
    }
}
