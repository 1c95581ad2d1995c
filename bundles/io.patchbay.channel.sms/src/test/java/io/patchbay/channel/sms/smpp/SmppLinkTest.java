// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import static io.patchbay.channel.sms.Until.comesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection, its SMSC played by hand. */
final class SmppLinkTest {
    private static final Instant ARRIVED = Instant.parse("2026-12-01T08:00:00Z");

    private final CompletableFuture<Integer> durable = new CompletableFuture<>();
    private final List<Delivery> heard = new CopyOnWriteArrayList<>();
    private final List<Instant> proven = new CopyOnWriteArrayList<>();
    private volatile Instant now = ARRIVED;
    private Socket smsc;
    private DataInputStream fromUs;
    private SmppLink link;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket ours = new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort());
            smsc = door.accept();
            link = new SmppLink(ours, "test", new Listening(), () -> now, reason -> {});
        }
        fromUs = new DataInputStream(smsc.getInputStream());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        smsc.close();
    }

    private final class Listening implements Hearer {
        @Override
        public CompletionStage<Integer> heard(Delivery delivery) {
            heard.add(delivery);
            return durable;
        }

        @Override
        public void proven(String link, Instant before) {
            proven.add(before);
        }
    }

    private void answers(byte[] request) throws IOException {
        byte[] answer = new DefaultComposer()
                .composeHeader(Pdus.command(request) | SMPPConstant.MASK_CID_RESP, Status.OK, Pdus.sequence(request));
        smsc.getOutputStream().write(answer);
    }

    @Test
    void anAnswerProvesOnlyWhatWeHadAnsweredBeforeItsRequest() throws IOException, PDUStringException {
        smsc.getOutputStream()
                .write(new DefaultComposer()
                        .deliverSm(
                                7,
                                "",
                                (byte) 1,
                                (byte) 1,
                                "8613800132046",
                                (byte) 0,
                                (byte) 1,
                                "10690001",
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                "hello".getBytes(StandardCharsets.US_ASCII)));
        comesTrue("heard", () -> heard.size() == 1);
        now = ARRIVED.plusSeconds(1);
        link.unbind();
        byte[] first = Pdus.read(fromUs);
        now = ARRIVED.plusSeconds(2);
        durable.complete(Status.OK);
        assertThat(Pdus.command(Pdus.read(fromUs))).isEqualTo(SMPPConstant.CID_DELIVER_SM_RESP);
        answers(first);
        comesTrue("the first is proven", () -> proven.size() == 1);
        assertThat(proven.get(0)).as("our answer to it may be lost yet").isEqualTo(ARRIVED);
        link.unbind();
        answers(Pdus.read(fromUs));
        comesTrue("the second is proven", () -> proven.size() == 2);
        assertThat(proven.get(1)).isAfterOrEqualTo(ARRIVED.plusSeconds(2));
    }
}
