// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.call.LiveCall;
import io.patchbay.api.id.ConversationId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One instance goes, another goes on with its calls, over real sockets and with real sound. */
class ExchangedTest {
    @TempDir
    Path home;

    private Exchange exchange;

    @BeforeEach
    void open() {
        exchange = new Exchange(home);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    /** Alice talks with the caller: contact 0. */
    private Core.Contact talking() {
        Core.Contact contact = exchange.ringing();
        exchange.alice.picksUp(0);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        contact.session.connect(Staff.ALICE, "Alice");
        hearEachOther();
        return contact;
    }

    private void hearEachOther() {
        exchange.carrier.sound.forget();
        exchange.alice.sound.forget();
        Until.comesTrue(
                () -> exchange.carrier.sound.hears(Exchange.AGENTS_TONE)
                        && exchange.alice.sound.hears(Exchange.CALLERS_TONE),
                () -> "both tones");
    }

    private Core.Contact exchanged(Core.Contact before) {
        exchange.core.leftOpen.add(new Intake.OpenContact(before.id, ConversationId.at(0)));
        int known = exchange.core.contacts.size();
        exchange.exchanged();
        Until.comesTrue(() -> resumed(before, known).isPresent(), () -> "the contact taken up");
        Core.Contact contact = resumed(before, known).orElseThrow();
        Until.comesTrue(() -> exchange.node.calls().call(contact.id).isPresent(), () -> "a call that goes on");
        return contact;
    }

    private Optional<Core.Contact> resumed(Core.Contact before, int known) {
        return exchange.core.contacts.stream()
                .skip(known)
                .filter(contact -> contact.id.equals(before.id))
                .findFirst();
    }

    @Test
    void whoTalkGoOnAndTheCallerHangsUp() {
        Core.Contact before = talking();
        ChannelSignal.RecordingBegan began = before.tells(ChannelSignal.RecordingBegan.class);
        Core.Contact contact = exchanged(before);
        contact.session.connect(Staff.ALICE, "Alice");
        hearEachOther();
        assertThat(exchange.node.calls().call(contact.id).orElseThrow())
                .satisfies(call -> assertThat(call.recording()).isEqualTo(LiveCall.Recording.ON))
                .satisfies(call -> assertThat(call.parties())
                        .allMatch(party -> party.state() == LiveCall.State.TALKING)
                        .hasSize(2));
        exchange.callers.get(0).bye("");
        contact.tells(new ChannelSignal.RemoteLeft("customer"));
        exchange.alice.hears("ended bye");
        ChannelSignal.RecordingEnded ended = contact.tells(ChannelSignal.RecordingEnded.class);
        assertThat(ended.recording()).isEqualTo(began.recording());
        assertThat(ended.whole()).isTrue();
        assertThat(ended.seconds()).isPositive();
        assertThat(before.signals).noneMatch(ChannelSignal.RecordingEnded.class::isInstance);
        Until.comesTrue(() -> exchange.node.calls().count() == 0, () -> "no call");
        Until.comesTrue(() -> exchange.tables.dialogs().isEmpty(), () -> "no dialog");
    }

    @Test
    void whoTalkGoOnTwiceAndTheAgentHangsUp() {
        Core.Contact contact = exchanged(exchanged(talking()));
        hearEachOther();
        IncomingCall phone = exchange.alice.calls.get(0);
        phone.bye("");
        contact.tells(new ChannelSignal.AgentHungUp(Staff.ALICE));
        contact.session.end();
        exchange.carrier.hears("ended bye");
    }

    @Test
    void whoWaitsHearsMusicAndIsOfferedAfterwards() {
        exchange.registered();
        Core.Contact contact = exchanged(exchange.waiting(0));
        exchange.carrier.sound.forget();
        Until.comesTrue(exchange.carrier.sound::hearsAnything, () -> "music");
        contact.session.offer(Staff.ALICE, Instant.MAX);
        exchange.alice.picksUp(0);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        contact.session.connect(Staff.ALICE, "Alice");
        hearEachOther();
        contact.session.end();
        exchange.carrier.hears("ended bye");
        exchange.alice.hears("ended bye");
    }

    @Test
    void aRingingPhoneStopsAndTheCallerWaitsOn() {
        Core.Contact contact = exchanged(exchange.ringing());
        exchange.alice.hears("cancelled");
        contact.session.offer(Staff.ALICE, Instant.MAX);
        exchange.alice.picksUp(1);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
    }

    @Test
    void whoLosesHisPhoneInBetweenIsToldWhenTheCoreConnectsHim() {
        Core.Contact contact = exchanged(exchange.waiting(0));
        contact.session.connect(Staff.ALICE, "Alice");
        contact.tells(new ChannelSignal.AgentLost(Staff.ALICE, "no phone"));
    }

    @Test
    void aTrunksPlacesStayTaken() {
        exchange.waiting(0);
        exchanged(exchange.waiting(1));
        exchange.carrier.calls(Exchange.NUMBER, "13800132046", exchange.port);
        exchange.carrier.hears("refused 503");
        exchange.callers.get(0).bye("");
        Until.comesTrue(() -> exchange.node.calls().count() == 1, () -> "one call");
        exchange.waiting(4);
    }

    @Test
    void whoTalkedWhenTheProcessWasKilledIsLetGoByTheNext() {
        exchange.number(new DialledNumber.Rules(false, false, false, 0, false));
        talking();
        Until.comesTrue(() -> exchange.tables.dialogs().size() == 2, () -> "two dialogs");
        exchange.killed();
        exchange.carrier.hears("ended bye SIP;cause=503;text=\"restart\"");
        exchange.alice.hears("ended bye SIP;cause=503;text=\"restart\"");
        Until.comesTrue(() -> exchange.tables.dialogs().isEmpty(), () -> "no dialog");
    }
}
