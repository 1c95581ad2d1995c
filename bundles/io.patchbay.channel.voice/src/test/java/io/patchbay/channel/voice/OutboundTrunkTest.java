// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.channel.voice.door.TrunkSettings;
import io.patchbay.sip.admission.Admission;
import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.digest.DigestAlgorithm;
import io.patchbay.sip.digest.DigestChallenge;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.sdp.Crypto;
import io.patchbay.spi.channel.ChannelAccount;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Conference;
import io.patchbay.spi.channel.OutboundCalls;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers are called by several trunks, over real sockets with real sound. */
class OutboundTrunkTest {
    private static final int WESTS_TONE = 1_200;
    private static final int EASTS_TONE = 1_500;

    @TempDir
    Path home;

    private final List<FarEnd> farEnds = new ArrayList<>();
    private final List<ChannelSignal> signals = new CopyOnWriteArrayList<>();
    private final List<String> users = new CopyOnWriteArrayList<>();
    private Exchange exchange;

    @BeforeEach
    void open() {
        exchange = new Exchange(home);
    }

    @AfterEach
    void close() {
        farEnds.forEach(FarEnd::close);
        exchange.close();
    }

    private FarEnd farEnd(int tone, Admission admission) {
        FarEnd end = new FarEnd(tone, FarEnd.freePort(), admission, IncomingCall::ringing);
        farEnds.add(end);
        return end;
    }

    private static Verdict anyone() {
        return new Verdict.Admit("anyone");
    }

    private static Trunk trunk(String name, int port, String user, int priority, Duration watch) {
        return trunk(name, port, user, new TrunkSettings.Outward(true, false, false, priority, 1, false, watch));
    }

    private static Trunk trunk(String name, int port, String user, TrunkSettings.Outward outward) {
        return new Trunk(new TrunkSettings(
                name,
                "127.0.0.1",
                port,
                Transport.UDP,
                user,
                user.isEmpty() ? "" : "secret of " + user,
                List.of(),
                List.of("95500"),
                10,
                "CN",
                outward));
    }

    private void trunk(String name, int port, String user, int priority) {
        exchange.node.places().add(trunk(name, port, user, priority, Duration.ZERO));
    }

    /** Alice is to call a customer and has picked up: he is dialled. */
    private ChannelSession dialled() {
        exchange.registered();
        ChannelSession session = exchange.node
                .calls()
                .session(
                        new OutboundCalls.Call(
                                InteractionId.at(0), new Address.PhoneNumber("+8613800132046"), OneQueue.SERVICE),
                        signals::add);
        session.offer(Staff.ALICE, Instant.MAX);
        exchange.alice.picksUp(0);
        tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        session.connect(Staff.ALICE, "Alice");
        return session;
    }

    private void tells(ChannelSignal signal) {
        Until.comesTrue(() -> signals.contains(signal), () -> signal + " among " + signals);
    }

    private void eachOtherIsHeard(FarEnd customer, int tone) {
        Until.comesTrue(() -> customer.sound.hears(Exchange.AGENTS_TONE), () -> "the agent's tone");
        Until.comesTrue(() -> exchange.alice.sound.hears(tone), () -> "the customer's tone");
    }

    @Test
    void aTrunkThatRefusesLeavesTheCallToTheNext() {
        FarEnd west = farEnd(WESTS_TONE, request -> new Verdict.Refuse(503, "full", OptionalInt.empty()));
        FarEnd east = farEnd(EASTS_TONE, request -> anyone());
        trunk("west", west.port, "", 1);
        trunk("east", east.port, "", 2);
        dialled();
        east.picksUp(0);
        tells(new ChannelSignal.PartyReached());
        eachOtherIsHeard(east, EASTS_TONE);
        assertThat(west.calls).isEmpty();
    }

    @Test
    void aTrunkThatSaysNothingIsPassedOver() {
        FarEnd west = farEnd(WESTS_TONE, request -> new Verdict.Drop());
        FarEnd east = farEnd(EASTS_TONE, request -> anyone());
        trunk("west", west.port, "", 1);
        trunk("east", east.port, "", 2);
        dialled();
        east.picksUp(0);
        eachOtherIsHeard(east, EASTS_TONE);
    }

    @Test
    void aCustomerWhoIsBusyIsNotCalledByTheNextTrunk() {
        FarEnd west = farEnd(WESTS_TONE, request -> new Verdict.Refuse(486, "", OptionalInt.empty()));
        FarEnd east = farEnd(EASTS_TONE, request -> anyone());
        trunk("west", west.port, "", 1);
        trunk("east", east.port, "", 2);
        dialled();
        tells(new ChannelSignal.PartyNotReached("busy"));
        assertThat(east.calls).isEmpty();
    }

    @Test
    void whenAllTrunksRefuseTheCauseIsTold() {
        FarEnd west = farEnd(WESTS_TONE, request -> new Verdict.Refuse(503, "full", OptionalInt.empty()));
        trunk("west", west.port, "", 1);
        dialled();
        tells(new ChannelSignal.PartyNotReached("unreachable"));
    }

    @Test
    void whatTheFarSidePlaysBeforeTheAnswerIsHeardByTheAgent() {
        FarEnd west = farEnd(WESTS_TONE, request -> anyone());
        trunk("west", west.port, "", 1);
        dialled();
        west.call(0).progress(west.sound.sdp());
        Until.comesTrue(() -> exchange.alice.sound.hears(WESTS_TONE), () -> "the announcement");
        assertThat(signals).doesNotContain(new ChannelSignal.PartyReached());
        west.picksUp(0);
        tells(new ChannelSignal.PartyReached());
        eachOtherIsHeard(west, WESTS_TONE);
    }

    /** Alice talks with a caller and calls somebody outside in. */
    private Core.Contact calledIn(PartyId guest) {
        Core.Contact contact = exchange.ringing();
        exchange.alice.picksUp(0);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        contact.session.connect(Staff.ALICE, "Alice");
        Conference conference = contact.session.conference().orElseThrow();
        conference.arrange(parties(guest, Participant.Manner.HELD, Participant.Manner.RINGING));
        conference.dial(guest, new Address.PhoneNumber("+8613800132046"));
        return contact;
    }

    private static List<Participant> parties(PartyId guest, Participant.Manner customers, Participant.Manner guests) {
        return List.of(
                one(PartyId.CUSTOMER, Participant.Role.CUSTOMER, customers),
                one(PartyId.of(Staff.ALICE), Participant.Role.AGENT, Participant.Manner.TALKING),
                one(guest, Participant.Role.EXTERNAL, guests));
    }

    private static Participant one(PartyId id, Participant.Role role, Participant.Manner manner) {
        return new Participant(id, role, manner, false, Optional.empty(), Instant.EPOCH);
    }

    @Test
    void aGuestWhomOneTrunkRefusesComesByTheNext() {
        FarEnd west = farEnd(WESTS_TONE, request -> new Verdict.Refuse(503, "full", OptionalInt.empty()));
        FarEnd east = farEnd(EASTS_TONE, request -> anyone());
        trunk("west", west.port, "", 1);
        trunk("east", east.port, "", 2);
        PartyId guest = PartyId.outside(1);
        Core.Contact contact = calledIn(guest);
        east.call(0).progress(east.sound.sdp());
        Until.comesTrue(() -> exchange.alice.sound.hears(EASTS_TONE), () -> "what is played before the answer");
        assertThat(exchange.carrier.sound.hears(EASTS_TONE)).isFalse();
        east.picksUp(0);
        contact.tells(new ChannelSignal.GuestAnswered(guest));
        contact.session
                .conference()
                .orElseThrow()
                .arrange(parties(guest, Participant.Manner.TALKING, Participant.Manner.TALKING));
        eachOtherIsHeard(east, EASTS_TONE);
        Until.comesTrue(() -> exchange.carrier.sound.hears(EASTS_TONE), () -> "the guest's tone at the customer");
        assertThat(west.calls).isEmpty();
    }

    @Test
    void aGuestWhomAllTrunksRefuseIsUnreachable() {
        FarEnd west = farEnd(WESTS_TONE, request -> new Verdict.Refuse(503, "full", OptionalInt.empty()));
        FarEnd east = farEnd(EASTS_TONE, request -> new Verdict.Refuse(500, "", OptionalInt.empty()));
        trunk("west", west.port, "", 1);
        trunk("east", east.port, "", 2);
        PartyId guest = PartyId.outside(1);
        calledIn(guest).tells(new ChannelSignal.GuestLeft(guest, "unreachable"));
    }

    private void sealedTrunk(int port) {
        exchange.node
                .places()
                .add(trunk("west", port, "", new TrunkSettings.Outward(true, false, false, 1, 1, true, Duration.ZERO)));
    }

    private FarEnd sealedEnd() {
        Crypto key = Crypto.of(1, "thirty bytes: key and its salt".getBytes(StandardCharsets.US_ASCII));
        Sound sound = new Sound(WESTS_TONE, Optional.of(key));
        FarEnd end = new FarEnd(sound, FarEnd.freePort(), request -> anyone(), IncomingCall::ringing);
        farEnds.add(end);
        return end;
    }

    @Test
    void onASealedTrunkTheyHearEachOtherThroughSrtp() {
        FarEnd west = sealedEnd();
        sealedTrunk(west.port);
        dialled();
        assertThat(west.call(0).offer()).contains("RTP/SAVP", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:");
        west.picksUp(0);
        tells(new ChannelSignal.PartyReached());
        eachOtherIsHeard(west, WESTS_TONE);
    }

    @Test
    void aSealedTrunkTakesNoPlainSound() {
        FarEnd west = farEnd(WESTS_TONE, request -> anyone());
        sealedTrunk(west.port);
        dialled();
        west.picksUp(0);
        Until.comesTrue(
                () -> signals.stream().anyMatch(ChannelSignal.PartyNotReached.class::isInstance), () -> "not reached");
        assertThat(signals).doesNotContain(new ChannelSignal.PartyReached());
    }

    @Test
    void aCallerWhoOffersSealedSoundGetsIt() {
        FarEnd west = sealedEnd();
        exchange.callers.add(west.calls(Exchange.NUMBER, "13800132046", exchange.port));
        exchange.core.contact(0).commit();
        west.hears("answered");
        Until.comesTrue(west.sound::hearsAnything, () -> "the greeting");
    }

    private Admission asking() {
        return request -> request.authorization()
                .map(answer -> {
                    users.add(answer.user());
                    return (Verdict) new Verdict.Refuse(403, "", OptionalInt.empty());
                })
                .orElseGet(() -> new Verdict.Challenge(
                        new DigestChallenge("one realm of all", DigestAlgorithm.MD5, "nonce", false)));
    }

    @Test
    void aTrunksSecretAnswersThatTrunkAlone() {
        FarEnd west = farEnd(WESTS_TONE, asking());
        FarEnd east = farEnd(EASTS_TONE, asking());
        FarEnd south = farEnd(EASTS_TONE, asking());
        trunk("west", west.port, "western", 1);
        trunk("east", east.port, "", 2);
        trunk("south", south.port, "southern", 3);
        dialled();
        tells(new ChannelSignal.PartyNotReached("unreachable"));
        assertThat(users).as("east, without a user, gets no answer").containsExactly("western", "southern");
    }

    @Test
    void aTrunkThatDoesNotAnswerIsDownUntilItDoes() {
        TrunkLines lines = new TrunkLines(exchange.node);
        int port = FarEnd.freePort();
        Trunk trunk = trunk("west", port, "", 1, Duration.ofMillis(200));
        lines.add(trunk);
        Until.comesTrue(() -> !trunk.up(), () -> "down");
        assertThat(trunk.account().state()).isEqualTo(ChannelAccount.State.DOWN);
        assertThat(trunk.account().reason()).isEqualTo("no answer to OPTIONS");
        farEnds.add(new FarEnd(WESTS_TONE, port, request -> anyone(), IncomingCall::ringing));
        Until.comesTrue(trunk::up, () -> "up");
        assertThat(trunk.account().state()).isEqualTo(ChannelAccount.State.UP);
        lines.remove(trunk);
    }
}
