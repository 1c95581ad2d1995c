// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Conference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each party hears of a call's verbs, over real sockets with real sound. */
class ConferenceTest {
    private static final int CALLER = Exchange.CALLERS_TONE;
    private static final int ALICE = Exchange.AGENTS_TONE;
    private static final int BOB = 1_000;
    private static final PartyId ALICES = PartyId.of(Staff.ALICE);
    private static final PartyId BOBS = PartyId.of(Staff.BOB);

    @TempDir
    Path home;

    private Exchange exchange;
    private FarEnd carrier;
    private FarEnd alice;
    private FarEnd bob;
    private Core.Contact contact;
    private Conference conference;

    @BeforeEach
    void open() {
        exchange = new Exchange(home);
        carrier = exchange.carrier;
        alice = exchange.alice;
        bob = exchange.bob;
        bob.registers("1002", Exchange.SECRET, exchange.port);
        bob.hears("registered");
        contact = exchange.ringing();
        alice.picksUp(0);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        contact.session.connect(Staff.ALICE, "Alice");
        Until.comesTrue(() -> carrier.sound.hears(ALICE) && alice.sound.hears(CALLER), () -> "they talk");
        conference = contact.session.conference().orElseThrow();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private static Participant there(PartyId id, Role role, Manner manner) {
        return new Participant(id, role, manner, false, Optional.empty(), Instant.EPOCH);
    }

    private void arrange(Manner customer, Participant... guests) {
        conference.arrange(Stream.concat(
                        Stream.of(
                                there(PartyId.CUSTOMER, Role.CUSTOMER, customer),
                                there(ALICES, Role.AGENT, Manner.TALKING)),
                        Stream.of(guests))
                .toList());
    }

    private static Participant bob(Role role, Manner manner) {
        return there(BOBS, role, manner);
    }

    private void bobIsThere() {
        conference.ring(Staff.BOB, new Conference.Shown("Alice", Optional.of("1001"), "261123-00001"), false);
        bob.picksUp(0);
        contact.tells(new ChannelSignal.GuestAnswered(BOBS));
    }

    private static void hear(FarEnd who, int... tones) {
        for (int tone : List.of(CALLER, ALICE, BOB)) {
            boolean wanted = Arrays.stream(tones).anyMatch(one -> one == tone);
            Until.comesTrue(() -> who.sound.hears(tone) == wanted, () -> (wanted ? "" : "no ") + tone + " Hz");
        }
    }

    @Test
    void heldTheCustomerHearsMusicAndNobodyHearsHim() {
        arrange(Manner.HELD);
        Until.comesTrue(() -> !carrier.sound.hears(ALICE) && carrier.sound.hearsAnything(), () -> "music");
        hear(alice);
        arrange(Manner.TALKING);
        hear(carrier, ALICE);
        hear(alice, CALLER);
    }

    @Test
    void mutedTheAgentIsNotHeardButHears() {
        conference.arrange(List.of(
                there(PartyId.CUSTOMER, Role.CUSTOMER, Manner.TALKING),
                new Participant(ALICES, Role.AGENT, Manner.TALKING, true, Optional.empty(), Instant.EPOCH)));
        hear(carrier);
        hear(alice, CALLER);
    }

    @Test
    void aColleagueIsShownWhoCallsAndTalksWithTheAgentAlone() {
        bobIsThere();
        assertThat(bob.call(0).remote().display()).isEqualTo("Alice");
        assertThat(bob.call(0).remote().user()).isEqualTo("1001");
        arrange(Manner.HELD, bob(Role.COLLEAGUE, Manner.TALKING));
        hear(alice, BOB);
        hear(bob, ALICE);
        Until.comesTrue(
                () -> !carrier.sound.hears(ALICE) && !carrier.sound.hears(BOB) && carrier.sound.hearsAnything(),
                () -> "music");
        arrange(Manner.TALKING, bob(Role.COLLEAGUE, Manner.HELD));
        hear(alice, CALLER);
        Until.comesTrue(() -> !bob.sound.hears(ALICE) && bob.sound.hearsAnything(), () -> "music");
    }

    @Test
    void inAConferenceAllHearAll() {
        bobIsThere();
        arrange(Manner.TALKING, bob(Role.COLLEAGUE, Manner.TALKING));
        hear(carrier, ALICE, BOB);
        hear(alice, CALLER, BOB);
        hear(bob, CALLER, ALICE);
    }

    @Test
    void aWhisperNeverReachesTheCustomer() {
        bobIsThere();
        arrange(Manner.TALKING, bob(Role.SUPERVISOR, Manner.WHISPERING));
        hear(alice, CALLER, BOB);
        hear(bob, CALLER, ALICE);
        hear(carrier, ALICE);
        assertThat(carrier.sound.level(BOB)).isLessThan(0.02);
    }

    @Test
    void whoListensIsHeardByNobody() {
        bobIsThere();
        arrange(Manner.TALKING, bob(Role.SUPERVISOR, Manner.LISTENING));
        hear(bob, CALLER, ALICE);
        hear(carrier, ALICE);
        hear(alice, CALLER);
    }

    @Test
    void aGuestTakesOverAndTheAgentsPhoneIsLetGo() {
        bobIsThere();
        arrange(Manner.HELD, bob(Role.COLLEAGUE, Manner.TALKING));
        conference.takesOver(Staff.BOB);
        conference.arrange(List.of(
                there(PartyId.CUSTOMER, Role.CUSTOMER, Manner.TALKING), there(BOBS, Role.AGENT, Manner.TALKING)));
        alice.hears("ended bye");
        hear(carrier, BOB);
        hear(bob, CALLER);
        bob.call(0).bye("");
        contact.tells(new ChannelSignal.AgentHungUp(Staff.BOB));
    }

    @Test
    void aGuestWhoIsBusyOrHangsUpIsTold() {
        conference.ring(Staff.BOB, new Conference.Shown("Alice", Optional.of("1001"), ""), false);
        bob.call(0).refuse(486, "", OptionalInt.empty());
        contact.tells(new ChannelSignal.GuestLeft(BOBS, "busy"));
        conference.ring(Staff.BOB, new Conference.Shown("Alice", Optional.of("1001"), ""), false);
        bob.picksUp(1);
        contact.tells(new ChannelSignal.GuestAnswered(BOBS));
        bob.call(1).bye("");
        contact.tells(new ChannelSignal.GuestLeft(BOBS, "left"));
        assertThat(exchange.node.calls().phone(Staff.BOB)).isEmpty();
    }

    @Test
    void whoTalksAlreadyIsBusyAndWhoHasNoPhoneUnreachable() {
        conference.ring(Staff.ALICE, new Conference.Shown("Bob", Optional.empty(), ""), false);
        contact.tells(new ChannelSignal.GuestLeft(ALICES, "busy"));
        conference.ring(new AgentId("carol"), new Conference.Shown("Bob", Optional.empty(), ""), false);
        contact.tells(new ChannelSignal.GuestLeft(PartyId.of(new AgentId("carol")), "unreachable"));
    }

    @Test
    void theCallsEndLetsAllGo() {
        bobIsThere();
        contact.session.end();
        bob.hears("ended bye");
        alice.hears("ended bye");
        Until.comesTrue(() -> exchange.node.calls().count() == 0, () -> "no call left");
    }
}
