// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.edge.MessageReader;
import io.patchbay.sip.edge.OurAddress;
import io.patchbay.sip.edge.Parsed;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.edge.Response;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.wire.Outlet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When what is repeated and when it ends (RFC 3261, 17, table 4). */
class TransactionTimersTest {
    private static final Peer UDP = new Peer("192.0.2.1", 5060, Transport.UDP);
    private static final Peer TCP = new Peer("192.0.2.1", 5060, Transport.TCP);

    private final HandMovedLane lane = new HandMovedLane();
    private final List<Long> sentAt = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final Outlet outlet = (message, to, failed) -> sentAt.add(lane.now());

    private final ClientTransaction.User user = new ClientTransaction.User() {
        @Override
        public void answered(Response response) {
            events.add("answered " + response.status());
        }

        @Override
        public void failed(int status) {
            events.add("failed " + status);
        }
    };

    @Test
    void anInviteIsRepeatedAtDoublingIntervalsFor32Seconds() {
        client("INVITE", UDP).start();
        lane.pass(60_000);
        assertThat(sentAt).containsExactly(0L, 500L, 1_500L, 3_500L, 7_500L, 15_500L, 31_500L);
        assertThat(events).containsExactly("ended", "failed 408");
    }

    @Test
    void anyOtherRequestIsRepeatedAtMostEveryFourSeconds() {
        client("BYE", UDP).start();
        lane.pass(60_000);
        assertThat(sentAt).startsWith(0L, 500L, 1_500L, 3_500L, 7_500L, 11_500L).hasSize(11);
        assertThat(events).containsExactly("ended", "failed 408");
    }

    @Test
    void overAStreamNothingIsRepeated() {
        client("INVITE", TCP).start();
        lane.pass(60_000);
        assertThat(sentAt).containsExactly(0L);
        assertThat(events).containsExactly("ended", "failed 408");
    }

    @Test
    void aRefusalIsAcknowledgedAndAbsorbedFor32Seconds() {
        ClientTransaction invite = client("INVITE", UDP);
        invite.start();
        invite.received(answer(486, "INVITE"));
        invite.received(answer(486, "INVITE"));
        lane.pass(31_999);
        assertThat(sentAt).containsExactly(0L, 0L, 0L);
        assertThat(events).containsExactly("answered 486");
        lane.pass(1);
        assertThat(events).containsExactly("answered 486", "ended");
    }

    @Test
    void aRefusalOfOursIsRepeatedUntilItsAck() {
        ServerTransaction invite = server(UDP);
        invite.respond(486, "");
        lane.pass(8_000);
        assertThat(sentAt).containsExactly(0L, 500L, 1_500L, 3_500L, 7_500L);
        assertThat(invite.acknowledged()).isTrue();
        lane.pass(4_999);
        assertThat(events).isEmpty();
        lane.pass(1);
        assertThat(events).containsExactly("ended");
        assertThat(sentAt).hasSize(5);
    }

    @Test
    void afterAnAnswerTheSameInviteIsAbsorbed() {
        ServerTransaction invite = server(UDP);
        invite.respond(180, "");
        invite.repeated();
        invite.respond(200, "");
        invite.repeated();
        assertThat(sentAt).hasSize(3);
        assertThat(invite.acknowledged()).isFalse();
        lane.pass(32_000);
        assertThat(events).containsExactly("ended");
    }

    @Test
    void aCancelAfterTheFinalAnswerReachesNobody() {
        ServerTransaction invite = server(UDP);
        invite.onCancel(() -> events.add("cancelled"));
        invite.respond(200, "");
        invite.cancelled();
        assertThat(events).isEmpty();
    }

    private ClientTransaction client(String method, Peer hop) {
        ClientRequest request = ClientRequest.of(
                new OurAddress("192.0.2.2", 5060, 5061),
                method,
                "sip:a@b",
                List.of(),
                "<sip:a@b>",
                "<sip:a@b>",
                "c",
                1,
                hop);
        return new ClientTransaction(
                request, request.text().bytes(), user, lane, outlet, Timers.STANDARD, () -> events.add("ended"));
    }

    private ServerTransaction server(Peer source) {
        return new ServerTransaction(invite(source), lane, outlet, Timers.STANDARD, () -> events.add("ended"));
    }

    private static Request invite(Peer source) {
        byte[] message = text("INVITE sip:a@b SIP/2.0", "To: <sip:a@b>", "INVITE");
        return ((Parsed.Asked) MessageReader.read(message, source)).request();
    }

    private static Response answer(int status, String method) {
        byte[] message = text("SIP/2.0 " + status + " x", "To: <sip:a@b>;tag=2", method);
        return ((Parsed.Answered) MessageReader.read(message, UDP)).response();
    }

    private static byte[] text(String firstLine, String to, String method) {
        String via = "Via: SIP/2.0/UDP b;branch=z9hG4bKx;rport";
        String from = "From: <sip:a@b>;tag=1";
        return String.join("\r\n", firstLine, via, from, to, "Call-ID: c", "CSeq: 1 " + method, "", "")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
