// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.G711.PCMU;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Tones;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who talk hear each other without waiting for a tick, and only they. */
class PassageTest {
    private final Hall hall = new Hall();
    private Phone customer;
    private Phone agent;

    @BeforeEach
    void talk() throws NoPortLeftException {
        customer = hall.phone(CUSTOMER, PCMA).says(400);
        agent = hall.phone(STAFF, PCMA).says(700);
        hall.hears(customer, agent);
        hall.hears(agent, customer);
        hall.settle();
        customer.quiet();
        agent.quiet();
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private static byte[] codes(int first, int length) {
        byte[] codes = new byte[length];
        for (int i = 0; i < length; i++) {
            codes[i] = (byte) (i + first);
        }
        return codes;
    }

    private static void assertOneStream(List<Phone.Heard> packets) {
        for (int i = 1; i < packets.size(); i++) {
            assertThat(packets.get(i).ssrc()).isEqualTo(packets.get(0).ssrc());
            assertThat(packets.get(i).sequence()).isEqualTo(packets.get(0).sequence() + i & 0xFFFF);
            assertThat(packets.get(i).timestamp() - packets.get(i - 1).timestamp())
                    .as("clock at packet %d", i)
                    .isPositive();
        }
    }

    @Test
    void whatOneSaysIsHeardBeforeTheNextTick() {
        customer.say(codes(60, 160));
        hall.look();
        assertThat(agent.packets()).hasSize(1);
        assertThat(agent.packets().get(0).payload()).isEqualTo(ByteBuffer.wrap(codes(60, 160)));
        hall.ticks(1);
        assertThat(agent.packets()).as("it is not said again").hasSize(1);
        assertThat(customer.packets()).as("nobody hears himself").isEmpty();
    }

    @Test
    void anotherLawIsRecoded() throws NoPortLeftException {
        Phone other = hall.phone(STAFF, PCMU);
        hall.hears(other, customer);
        hall.ticks(1);
        other.forget();
        byte[] said = codes(60, 160);
        customer.say(said);
        hall.look();
        byte[] heard = other.packets().get(0).payload().array();
        assertThat(other.packets().get(0).payloadType()).isEqualTo(PCMU.payloadType());
        for (int i = 0; i < said.length; i++) {
            assertThat(heard[i]).isEqualTo(PCMA.recode(said[i], PCMU));
        }
    }

    @Test
    void aGapStaysAGapAndALatePacketGoesIntoIt() {
        customer.send(PCMA.payloadType(), 100, 16_000, false, codes(1, 160));
        customer.send(PCMA.payloadType(), 101, 16_160, false, codes(2, 160));
        customer.send(PCMA.payloadType(), 100, 16_000, false, codes(1, 160));
        hall.ticks(1);
        agent.forget();
        for (int number : new int[] {102, 104, 103, 103, 104, 106}) {
            customer.send(PCMA.payloadType(), number, 16_000 + 160 * (number - 100), false, codes(number, 160));
            hall.look();
        }
        List<Phone.Heard> heard = agent.packets();
        assertThat(heard).hasSize(4);
        int first = heard.get(0).sequence();
        assertThat(heard.stream().map(packet -> packet.sequence() - first & 0xFFFF))
                .containsExactly(0, 2, 1, 4);
        assertThat(heard.stream()
                        .map(packet -> packet.timestamp() - heard.get(0).timestamp()))
                .containsExactly(0, 320, 160, 640);
    }

    @Test
    void keysAreNoGap() throws NoPortLeftException {
        int keys = Phone.KEYS;
        hall.ticks(1);
        agent.forget();
        customer.send(PCMA.payloadType(), 100, 16_000, false, codes(1, 160));
        customer.send(keys, 101, 16_160, true, new byte[] {5, 10, 0, (byte) 160});
        customer.send(keys, 103, 16_160, false, new byte[] {5, (byte) 0x8A, 3, 32});
        customer.send(PCMA.payloadType(), 102, 16_160, false, codes(2, 160));
        customer.send(PCMA.payloadType(), 104, 16_960, false, codes(3, 160));
        for (int i = 0; i < 5; i++) {
            hall.look();
        }
        assertThat(hall.news()).contains("CUSTOMER pressed 5 for 100");
        List<Phone.Heard> heard = agent.packets();
        assertThat(heard).hasSize(2);
        assertThat(heard.get(1).sequence() - heard.get(0).sequence() & 0xFFFF)
                .as("102 was lost for us when 103 came")
                .isEqualTo(2);
        assertThat(heard.get(1).timestamp() - heard.get(0).timestamp()).isEqualTo(960);
    }

    @Test
    void whoFallsSilentIsFollowedBySilenceAndComesBackInTheSameStream() {
        customer.says(400);
        hall.ticks(10);
        customer.quiet();
        hall.ticks(30);
        int packets = agent.packets().size();
        assertThat(packets)
                .as("a packet a tick but for the first moments of silence")
                .isBetween(34, 40);
        customer.says(400);
        hall.ticks(10);
        assertThat(agent.packets()).hasSize(packets + 10);
        assertThat(agent.packets().get(packets).marker())
                .as("a new spurt of talk")
                .isTrue();
        assertOneStream(agent.packets());
    }

    @Test
    void aPromptComesBetweenAndTheTalkGoesOnInTheSameStream() {
        customer.says(400);
        hall.ticks(5);
        hall.leg(agent).play(Playlist.of(Tones.beep()));
        hall.ticks(1).ticks(3);
        agent.forget();
        customer.say(codes(60, 160));
        hall.look();
        assertThat(agent.packets()).as("only the prompt").isEmpty();
        hall.ticks(20);
        agent.forget();
        hall.ticks(50);
        assertThat(agent.hears(400)).isCloseTo(1, within(0.05));
        assertOneStream(agent.packets());
    }

    @Test
    void nothingPassesThatNobodyMayHear() throws NoPortLeftException {
        hall.leg(customer).mute(true);
        hall.ticks(6);
        customer.forget();
        agent.forget();
        customer.say(codes(60, 160));
        hall.look();
        assertThat(agent.packets()).as("muted").isEmpty();
        hall.leg(customer).mute(false);
        hall.bridge().withhold(Duration.ofSeconds(10));
        hall.ticks(6);
        agent.forget();
        customer.say(codes(60, 160));
        agent.say(codes(70, 160));
        hall.look();
        assertThat(agent.packets()).as("withheld").isEmpty();
        assertThat(customer.packets()).as("staff is heard").isNotEmpty();
        hall.bridge().release();
        hall.hears(agent);
        hall.ticks(16);
        agent.forget();
        customer.say(codes(60, 160));
        hall.look();
        assertThat(agent.packets()).as("on hold").isEmpty();
    }

    @Test
    void whatIsWithheldPassesNoMoreFromTheMomentItIsAskedFor() {
        hall.ticks(1);
        agent.forget();
        hall.bridge().withhold(Duration.ofSeconds(10));
        customer.say(codes(60, 160));
        agent.say(codes(70, 160));
        hall.look();
        assertThat(agent.packets()).isEmpty();
        assertThat(customer.packets()).as("staff is heard").isNotEmpty();
    }

    @Test
    void whoListensInHearsBothWhileTheyGoStraight() throws NoPortLeftException {
        Phone supervisor = hall.phone(STAFF, PCMA);
        hall.hears(supervisor, customer, agent);
        customer.says(400);
        agent.says(700);
        hall.settle().ticks(50);
        assertThat(supervisor.hears(400)).isCloseTo(1, within(0.05));
        assertThat(supervisor.hears(700)).isCloseTo(1, within(0.05));
        customer.quiet();
        supervisor.forget();
        agent.forget();
        customer.say(codes(60, 160));
        hall.look();
        assertThat(agent.packets()).hasSize(1);
        assertThat(supervisor.packets()).as("he gets the mix, at ticks").isEmpty();
    }

    @Test
    void longPacketsGoByTheMixer() {
        byte[] said = codes(60, 800);
        customer.say(said);
        hall.look();
        assertThat(agent.packets()).isEmpty();
        hall.ticks(1);
        for (int i = 0; i < 10; i++) {
            customer.say(said);
            hall.ticks(5);
        }
        assertThat(agent.packets())
                .hasSizeGreaterThan(45)
                .allSatisfy(packet -> assertThat(packet.payload().capacity()).isEqualTo(160));
    }

    @Test
    void whoLeavesLeavesHisPort() throws IOException {
        customer.says(400);
        hall.ticks(5);
        int port = hall.leg(customer).rtpPort();
        hall.leg(customer).close();
        hall.ticks(1);
        try (DatagramChannel again = DatagramChannel.open()) {
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
        agent.forget();
        hall.ticks(10);
        assertThat(agent.packets()).as("silence goes on").hasSize(10);
    }

    @Test
    void aFloodFromTheAgreedAddressIsBounded() {
        hall.ticks(1);
        agent.forget();
        for (int i = 0; i < 100; i++) {
            customer.say(codes(i, 160));
        }
        for (int i = 0; i < 100; i++) {
            hall.look();
        }
        assertThat(agent.packets()).hasSize(16);
    }
}
