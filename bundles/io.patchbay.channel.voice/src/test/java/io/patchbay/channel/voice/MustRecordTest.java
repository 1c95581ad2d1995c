// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import io.patchbay.api.call.LiveCall;
import io.patchbay.api.id.InteractionId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.OutboundCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers whose calls must be recorded, while the disk takes nothing; over real sockets with real sound. */
class MustRecordTest {
    @TempDir
    Path home;

    private Exchange exchange;

    @BeforeEach
    void open() {
        exchange = new Exchange(home);
        demands(true);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private void demands(boolean recording) {
        exchange.number(new DialledNumber.Rules(true, false, false, 0, recording));
    }

    private void noticed(boolean failing) {
        Until.comesTrue(() -> exchange.node.recorder().failing() == failing, () -> "failing " + failing);
    }

    private Core.Contact arrives(int index) {
        exchange.callers.add(exchange.carrier.calls(Exchange.NUMBER, "13800132046", exchange.port));
        return exchange.core.contact(index).commit();
    }

    @Test
    void theDiskIsWatchedBeforeACallComesAndUntilItIsWell() throws IOException {
        exchange.diskFails();
        noticed(true);
        exchange.diskIsMended();
        noticed(false);
    }

    @Test
    void whoCannotBeRecordedIsToldSoAndLetGo() throws IOException {
        exchange.diskFails();
        noticed(true);
        Core.Contact contact = arrives(0);
        contact.tells(new ChannelSignal.Failed("not-recorded"));
        exchange.carrier.hears("answered");
        Until.comesTrue(exchange.carrier.sound::hearsAnything, () -> "why");
        exchange.carrier.hears("ended bye");
        assertThat(contact.signals).hasSize(1);
        Until.comesTrue(() -> exchange.node.calls().count() == 0, () -> "nobody left");
    }

    @Test
    void whoWaitedIsNotConnectedWithoutARecordingEither() throws IOException {
        Core.Contact contact = exchange.ringing();
        exchange.diskFails();
        noticed(true);
        exchange.alice.picksUp(0);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        contact.session.connect(Staff.ALICE, "Alice");
        contact.tells(new ChannelSignal.Failed("not-recorded"));
        exchange.alice.hears("ended bye");
        exchange.carrier.hears("ended bye");
    }

    @Test
    void othersGoOnAndAreMarkedUnrecorded() throws IOException {
        demands(false);
        Core.Contact contact = exchange.ringing();
        exchange.diskFails();
        exchange.alice.picksUp(0);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        contact.session.connect(Staff.ALICE, "Alice");
        Until.comesTrue(
                () -> exchange.node.calls().call(contact.id).orElseThrow().recording() == LiveCall.Recording.FAILED,
                () -> "marked");
        noticed(true);
        Until.comesTrue(() -> exchange.carrier.sound.hears(Exchange.AGENTS_TONE), exchange.carrier.sound::toString);
    }

    @Test
    void nobodyIsCalledWithoutARecording() throws IOException {
        exchange.registered();
        exchange.diskFails();
        noticed(true);
        List<ChannelSignal> signals = new CopyOnWriteArrayList<>();
        ChannelSession session = exchange.node
                .calls()
                .session(
                        new OutboundCalls.Call(
                                InteractionId.at(0), new Address.PhoneNumber("+8613800132046"), OneQueue.SERVICE),
                        signals::add);
        session.offer(Staff.ALICE, Instant.MAX);
        exchange.alice.picksUp(0);
        Until.comesTrue(() -> signals.contains(new ChannelSignal.AgentAnswered(Staff.ALICE)), signals::toString);
        session.connect(Staff.ALICE, "Alice");
        Until.comesTrue(() -> signals.contains(new ChannelSignal.PartyNotReached("not-recorded")), signals::toString);
        exchange.alice.hears("ended bye");
        assertThat(exchange.carrier.calls).isEmpty();
    }
}
