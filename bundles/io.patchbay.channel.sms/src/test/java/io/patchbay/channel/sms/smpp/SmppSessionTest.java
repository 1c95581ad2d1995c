// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import static io.patchbay.channel.sms.Until.comesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.demo.smsc.Smsc;
import io.patchbay.demo.smsc.SmscDelivery;
import io.patchbay.spi.channel.ChannelAccount.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SmppSessionTest {
    private final List<Delivery> heard = new CopyOnWriteArrayList<>();
    private final Hearer hearer = new Hearer() {
        @Override
        public CompletionStage<Integer> heard(Delivery delivery) {
            heard.add(delivery);
            return CompletableFuture.completedStage(Status.OK);
        }

        @Override
        public void proven(String link, Instant before) {}
    };
    private Smsc smsc;
    private SmppSession session;

    @BeforeEach
    void begin() throws IOException {
        smsc = new Smsc(0);
    }

    @AfterEach
    void end() throws IOException {
        session.close();
        smsc.close();
    }

    private void start(String password, boolean tls) {
        SmppSettings.Timing timing = new SmppSettings.Timing(
                Duration.ofMillis(100), Duration.ofMillis(600), Duration.ofMillis(20), Duration.ofMillis(100));
        session = new SmppSession(
                new SmppSettings(
                        "test",
                        "127.0.0.1",
                        smsc.port(),
                        new SmppSettings.Security(tls, ""),
                        new SmppSettings.Login("patchbay", password),
                        1,
                        timing),
                hearer,
                InstantSource.system());
        session.start();
    }

    private void is(State state) {
        comesTrue("state " + state, () -> session.condition().state() == state);
    }

    @Test
    void aWrongPasswordIsRefusedUntilItIsRight() {
        smsc.wants("right");
        start("wrong", false);
        is(State.REFUSED);
        assertThat(session.condition().reason()).contains("wrong password");
        smsc.wants("");
        is(State.UP);
        assertThat(session.condition().reason()).isEmpty();
    }

    @Test
    void itBindsAgainAfterEveryLoss() {
        start("x", false);
        for (int i = 1; i <= 5; i++) {
            int times = i;
            comesTrue("bind " + i, () -> smsc.binds() == times);
            is(State.UP);
            smsc.drop();
        }
        comesTrue("bound again", () -> smsc.binds() == 6);
    }

    @Test
    void anSmscThatFallsSilentIsLeft() throws IOException {
        start("x", false);
        is(State.UP);
        smsc.mute(true);
        comesTrue("left", () -> session.condition().state() != State.UP);
        assertThat(session.condition().reason()).contains("does not answer");
        smsc.mute(false);
        is(State.UP);
    }

    @Test
    void withoutTlsOnTheOtherSideThereIsNoSession() {
        start("x", true);
        is(State.DOWN);
        assertThat(session.condition().reason()).contains("cannot be reached");
    }

    @Test
    void aPduThatCannotBeReadCostsNothingButItself() {
        start("x", false);
        is(State.UP);
        smsc.send(pdu(0x00000005, 7, new byte[] {1, 2, 3})); // a deliver_sm that ends at once
        smsc.send(pdu(0x00000103, 8, new byte[0])); // a data_sm likewise
        smsc.send(pdu(0x0badf00d, 9, new byte[40])); // no command
        smsc.send(pdu(0x80000004, 4711, new byte[0])); // an answer to nothing
        smsc.send(pdu(0x80000000, 0, new byte[0])); // generic_nack
        SmscDelivery fine = smsc.deliver("+8613800132046", 0, 0, new byte[] {0x48});
        comesTrue("acknowledged", fine::acknowledged);
        assertThat(smsc.binds()).isEqualTo(1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void aLengthThatCannotBeCostsTheSessionOnly() {
        start("x", false);
        for (int length : new int[] {0, 15, 1 << 20, Integer.MAX_VALUE, -1}) {
            int before = smsc.binds();
            is(State.UP);
            smsc.send(ByteBuffer.allocate(16).putInt(length).array());
            comesTrue("bound again after " + length, () -> smsc.binds() > before);
        }
        is(State.UP);
    }

    @Test
    void randomOctetsDoNoHarm() {
        start("x", false);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            int command = random.nextBoolean() ? 5 : random.nextInt(0x200);
            smsc.send(pdu(command == 6 ? 5 : command, i, body));
        }
        comesTrue("bound", () -> session.condition().state() == State.UP);
        SmscDelivery fine = smsc.deliver("+8613800132046", 0, 0, new byte[] {0x48});
        comesTrue("acknowledged", fine::acknowledged);
    }

    private static byte[] pdu(int command, int sequence, byte[] body) {
        return ByteBuffer.allocate(16 + body.length)
                .putInt(16 + body.length)
                .putInt(command)
                .putInt(0)
                .putInt(sequence)
                .put(body)
                .array();
    }
}
