// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.call.LiveCall;
import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.id.AgentId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount.Answering;
import io.patchbay.sip.Registration;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.registrar.Binding;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.store.recording.Law;
import io.patchbay.store.recording.RecordedFrame;
import io.patchbay.store.recording.RecordingReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents' phones in calls, over real sockets with real sound. */
class AgentPhoneTest {
    private static final int BEEP = 1_000;

    @TempDir
    Path home;

    private Exchange exchange;
    private FarEnd carrier;
    private FarEnd phone;

    @BeforeEach
    void open() {
        exchange = new Exchange(home);
        carrier = exchange.carrier;
        phone = exchange.alice;
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private Core.Contact talking() {
        Core.Contact contact = exchange.ringing();
        phone.picksUp(0);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        contact.session.connect(Staff.ALICE, "Alice");
        Until.comesTrue(() -> carrier.sound.hears(Exchange.AGENTS_TONE), () -> "the agent's tone");
        return contact;
    }

    private boolean reaches(AgentId agent) {
        return exchange.node.phones().reaches(agent);
    }

    private LiveCalls.Phone.State phoneState() {
        return exchange.node.calls().phone(Staff.ALICE).orElse(LiveCalls.Phone.State.FREE);
    }

    private static boolean holds(int tone, Law law, byte[] sound, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = law.sample(sound[i]);
        }
        return Sound.holds(samples, tone);
    }

    @Test
    void anOfferRingsThePhoneWithTheQueueAndAMaskedNumber() {
        exchange.ringing();
        IncomingCall call = phone.call(0);
        assertThat(call.remote().display()).isEqualTo("客户服务");
        assertThat(call.remote().user()).isEqualTo("138****2046");
        assertThat(call.headers().first("Subject"))
                .map(raw -> new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .contains("客户服务");
        assertThat(phoneState()).isEqualTo(LiveCalls.Phone.State.RINGING);
        assertThat(exchange.changes).contains(new LiveCalls.Change.OfPhone(Staff.ALICE));
    }

    @Test
    void connectedTheyHearEachOtherAndTheRecordingHoldsBoth() throws IOException {
        Core.Contact contact = talking();
        Until.comesTrue(() -> phone.sound.hears(Exchange.CALLERS_TONE), () -> "the caller's tone");
        assertThat(phoneState()).isEqualTo(LiveCalls.Phone.State.TALKING);
        LiveCall live = exchange.node.calls().call(contact.id).orElseThrow();
        assertThat(live.recording()).isEqualTo(LiveCall.Recording.ON);
        assertThat(live.parties()).allMatch(party -> party.state() == LiveCall.State.TALKING);
        var began = contact.tells(ChannelSignal.RecordingBegan.class);
        phone.call(0).bye("");
        contact.tells(new ChannelSignal.AgentHungUp(Staff.ALICE));
        contact.session.end();
        var ended = contact.tells(ChannelSignal.RecordingEnded.class);
        assertThat(ended.recording()).isEqualTo(began.recording());
        assertThat(ended.whole()).isTrue();
        try (RecordingReader reader =
                exchange.recordings().open(began.recording()).orElseThrow()) {
            assertThat(reader.seconds()).isEqualTo(ended.seconds()).isPositive();
            RecordedFrame first = reader.second(0);
            assertThat(holds(Exchange.CALLERS_TONE, first.leftLaw(), first.left(), first.samples()))
                    .isTrue();
            assertThat(holds(Exchange.AGENTS_TONE, first.rightLaw(), first.right(), first.samples()))
                    .isTrue();
        }
    }

    @Test
    void whoIsQuickerThanTheNoticeIsConnectedWhileItIsSaidToItsEnd() {
        exchange.number(new DialledNumber.Rules(true, true, false, 0, false));
        Core.Contact contact = exchange.ringing();
        phone.picksUp(0);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        contact.session.connect(Staff.ALICE, "Alice");
        contact.tells(ChannelSignal.RecordingBegan.class);
        assertThat(callerState(contact)).isEqualTo(LiveCall.State.GREETED);
        Until.comesTrue(() -> callerState(contact) == LiveCall.State.TALKING, () -> "the notice's end");
        Until.comesTrue(() -> carrier.sound.hears(Exchange.AGENTS_TONE), () -> "the agent's tone");
    }

    private LiveCall.State callerState(Core.Contact contact) {
        LiveCall live = exchange.node.calls().call(contact.id).orElseThrow();
        return live.parties().get(0).state();
    }

    @Test
    void withdrawnThePhoneStopsRinging() {
        Core.Contact contact = exchange.ringing();
        contact.session.withdraw(Staff.ALICE);
        phone.hears("cancelled");
        assertThat(phoneState()).isEqualTo(LiveCalls.Phone.State.FREE);
        assertThat(reaches(Staff.ALICE)).isTrue();
        assertThat(contact.signals).isEmpty();
    }

    @Test
    void theCallerHangsUpAndThePhoneStopsRinging() {
        Core.Contact contact = exchange.ringing();
        exchange.callers.get(0).bye("");
        phone.hears("cancelled");
        contact.tells(new ChannelSignal.RemoteLeft("customer"));
    }

    @Test
    void aPhoneThatHonoursAlertInfoIsCalledAgainToAnswerByItself() {
        exchange.phone("1001", Answering.ALERT_INFO);
        Core.Contact contact = exchange.ringing();
        contact.session.answer(Staff.ALICE);
        phone.hears("cancelled");
        IncomingCall again = phone.picksUp(1);
        assertThat(again.headers().first("Alert-Info"))
                .hasValueSatisfying(value -> assertThat(value).contains("answer-after=0"));
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        assertThat(contact.signals).hasSize(1);
    }

    @Test
    void aPhoneThatCanTalkIsToldSoWhileItRings() {
        exchange.phone("1001", Answering.TALK);
        Core.Contact contact = exchange.ringing();
        long before = phone.sip.figures().admitted();
        contact.session.answer(Staff.ALICE);
        Until.comesTrue(() -> phone.sip.figures().admitted() > before, () -> "NOTIFY");
        assertThat(phoneState()).isEqualTo(LiveCalls.Phone.State.PICK_UP);
        assertThat(phone.calls).hasSize(1);
    }

    @Test
    void anyOtherPhoneIsPickedUpByHand() {
        Core.Contact contact = exchange.ringing();
        contact.session.answer(Staff.ALICE);
        Until.comesTrue(() -> phoneState() == LiveCalls.Phone.State.PICK_UP, () -> "pick up");
        phone.picksUp(0);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
    }

    @ParameterizedTest
    @ValueSource(ints = {486, 600, 603})
    void aBusyAgentDeclinesAndStaysWithinReach(int status) {
        Core.Contact contact = exchange.ringing();
        phone.call(0).refuse(status, "", OptionalInt.empty());
        contact.tells(new ChannelSignal.AgentDeclined(Staff.ALICE));
        assertThat(reaches(Staff.ALICE)).isTrue();
    }

    @Test
    void anAgentWhosePhoneAnswersByItselfHearsAToneFirstAndHisCallerDoesNot() {
        exchange.phone("1001", Answering.ALERT_INFO);
        exchange.autoAnswers(true);
        exchange.registered();
        Core.Contact contact = exchange.waiting(0);
        contact.session.offer(Staff.ALICE, Instant.MAX);
        assertThat(phone.call(0).headers().first("Alert-Info"))
                .hasValueSatisfying(said -> assertThat(said).contains("answer-after=0"));
        phone.picksUp(0);
        Until.comesTrue(() -> phone.sound.level(BEEP) > 0.1, () -> "a tone in his ear");
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        assertThat(carrier.sound.level(BEEP)).isLessThan(0.02);
        contact.session.connect(Staff.ALICE, "Alice");
        Until.comesTrue(
                () -> phone.sound.hears(Exchange.CALLERS_TONE) && carrier.sound.hears(Exchange.AGENTS_TONE),
                () -> "each other");
        assertThat(phone.calls).as("no ring that is missed").hasSize(1);
    }

    @Test
    void aPhoneThatNoLongerAnswersByItselfRings() {
        exchange.phone("1001", Answering.ALERT_INFO);
        exchange.autoAnswers(true);
        exchange.autoAnswers(false);
        exchange.ringing();
        assertThat(phoneState()).isEqualTo(LiveCalls.Phone.State.RINGING);
        assertThat(phone.call(0).headers().first("Alert-Info")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 408, 480, 500})
    void aPhoneThatCannotRingIsLeftAlone(int status) {
        Core.Contact contact = exchange.ringing();
        phone.call(0).refuse(status, "", OptionalInt.empty());
        contact.tells(new ChannelSignal.AgentUnreachable(Staff.ALICE, "phone " + status));
        assertThat(reaches(Staff.ALICE)).isFalse();
    }

    @Test
    void soundNobodyUnderstandsMakesThePhoneUnreachable() {
        Core.Contact contact = exchange.ringing();
        phone.call(0).answer(phone.sound.sdp().replace("RTP/AVP 8", "RTP/AVP 18"));
        contact.tells(new ChannelSignal.AgentUnreachable(Staff.ALICE, "phone 488"));
        phone.hears("ended bye SIP;cause=488");
    }

    @Test
    void whoIsNotRegisteredIsUnreachable() {
        Core.Contact contact = exchange.waiting(0);
        contact.session.offer(Staff.BOB, Instant.MAX);
        contact.tells(new ChannelSignal.AgentUnreachable(Staff.BOB, "not registered"));
    }

    @Test
    void aPlaceThatCannotBeCalledIsUnreachable() {
        Core.Contact contact = exchange.waiting(0);
        exchange.node
                .phones()
                .bindingsChanged(
                        "1001",
                        List.of(new Binding(
                                "1001",
                                "no place",
                                new Peer("127.0.0.1", phone.port, Transport.UDP),
                                Instant.parse("2100-01-01T00:00:00Z"),
                                "call-id",
                                1,
                                "")));
        contact.session.offer(Staff.ALICE, Instant.MAX);
        contact.tells(new ChannelSignal.AgentUnreachable(Staff.ALICE, "phone 404"));
        assertThat(reaches(Staff.ALICE)).isFalse();
    }

    @Test
    void anAgentWithoutSoundIsLostAndHisCallerWaitsAgain() {
        Core.Contact contact = talking();
        phone.sound.close();
        contact.tells(new ChannelSignal.AgentLost(Staff.ALICE, "no sound"));
        phone.hears("ended bye");
        Until.comesTrue(carrier.sound::hearsAnything, () -> "music");
        assertThat(reaches(Staff.ALICE)).isFalse();
        assertThat(exchange.node.calls().count()).isEqualTo(1);
    }

    @Test
    void reachFollowsRegistration() {
        Registration registration = phone.registers("1001", Exchange.SECRET, exchange.port);
        Until.comesTrue(() -> reaches(Staff.ALICE), () -> "reached");
        registration.close();
        Until.comesTrue(() -> !reaches(Staff.ALICE), () -> "not reached");
    }

    @Test
    void withoutHisAgentTheCallerHearsMusicAgain() {
        Core.Contact contact = talking();
        contact.session.disconnect(Staff.ALICE);
        phone.hears("ended bye");
        Until.comesTrue(
                () -> !carrier.sound.hears(Exchange.AGENTS_TONE) && carrier.sound.hearsAnything(), () -> "music");
        contact.tells(ChannelSignal.RecordingEnded.class);
        assertThat(exchange.node.calls().call(contact.id).orElseThrow().recording())
                .isEqualTo(LiveCall.Recording.OFF);
    }

    @Test
    void theCallersEndEndsTheAgentsPart() {
        talking().session.end();
        phone.hears("ended bye");
        carrier.hears("ended bye");
    }

    @Test
    void twoCallsAtOnceStayApart() {
        Core.Contact first = talking();
        FarEnd other = exchange.bob;
        other.registers("1002", Exchange.SECRET, exchange.port);
        other.hears("registered");
        try (FarEnd second = new FarEnd(1_300)) {
            second.calls(Exchange.NUMBER, "13900139000", exchange.port);
            Core.Contact contact = exchange.core.contact(1).commit();
            contact.session.offer(Staff.BOB, Instant.MAX);
            other.picksUp(0);
            contact.tells(new ChannelSignal.AgentAnswered(Staff.BOB));
            contact.session.connect(Staff.BOB, "Bob");
            Until.comesTrue(() -> other.sound.hears(1_300) && second.sound.hears(1_000), () -> "the second pair");
            assertThat(other.sound.hears(Exchange.CALLERS_TONE)).isFalse();
            assertThat(carrier.sound.hears(Exchange.AGENTS_TONE)).isTrue();
            contact.session.end();
            second.hears("ended bye");
        }
        assertThat(phone.sound.hears(Exchange.CALLERS_TONE)).isTrue();
        assertThat(first.signals).noneMatch(ChannelSignal.RemoteLeft.class::isInstance);
    }
}
