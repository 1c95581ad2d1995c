// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.patchbay.media.Agreed;
import io.patchbay.media.G711;
import io.patchbay.media.NoPortLeftException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stranger's packets are neither heard nor recorded nor answered. */
class StrangersTest {
    private final Hall hall = new Hall();
    private final KeptRecording recording = new KeptRecording();
    private final Phone stranger = new Phone(PCMA).says(1_300);
    private Phone agent;

    @BeforeEach
    void agentListens() throws NoPortLeftException {
        agent = hall.phone(STAFF, PCMA).says(700);
        hall.bridge().record(recording);
    }

    @AfterEach
    void close() {
        hall.close();
        stranger.close();
    }

    private void strangerTalksAlong(int ticks) {
        for (int i = 0; i < ticks; i++) {
            stranger.tick();
            hall.ticks(1);
            stranger.listen();
        }
    }

    private void assertStrangerGotNothing() {
        assertThat(agent.hears(1_300)).isLessThan(0.01);
        assertThat(Tone.level(recording.audio(CUSTOMER), 1_300)).isLessThan(0.01);
        assertThat(stranger.packets()).isEmpty();
        assertThat(stranger.reports()).isEmpty();
    }

    @Test
    void whereTheAddressIsExactStrangersAreNothing() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        hall.hears(agent, customer);
        hall.hears(customer, agent);
        hall.ticks(1);
        stranger.calls(hall.leg(customer));
        strangerTalksAlong(100);
        assertStrangerGotNothing();
        assertThat(agent.hears(400)).isCloseTo(1, within(0.1));
    }

    @Test
    void whoTalksBeforeTheAddressIsAgreedIsNotHeardLater() throws NoPortLeftException {
        Phone customer = new Phone(PCMA);
        var leg = hall.bridge().leg(CUSTOMER);
        customer.calls(leg);
        stranger.calls(leg);
        strangerTalksAlong(10);
        leg.remote(customer.media(Agreed.EXACT));
        hall.leg(agent).hears(Set.of(leg));
        strangerTalksAlong(60);
        assertStrangerGotNothing();
        customer.close();
    }

    @Test
    void theFirstPacketLatchesAndTheLatchHolds() throws NoPortLeftException {
        // The phone behind NAT is announced at an address where it is not.
        Phone announced = hall.phone(CUSTOMER, PCMA, Agreed.LATCH);
        Phone real = new Phone(PCMA).calls(hall.leg(announced)).says(400);
        stranger.calls(hall.leg(announced));
        hall.hears(agent, announced);
        hall.leg(announced).hears(Set.of(hall.leg(agent)));
        hall.ticks(3);
        for (int i = 0; i < 100; i++) {
            real.tick();
            strangerTalksAlong(1);
            real.listen();
        }
        assertStrangerGotNothing();
        assertThat(agent.hears(400)).isGreaterThan(0.85);
        assertThat(real.hears(700)).isGreaterThan(0.9);
        real.close();
    }

    @Test
    void ofAKnownHostOnlyThePortIsLearnt() throws NoPortLeftException, UnknownHostException {
        Phone announced = hall.phone(CUSTOMER, PCMA, Agreed.HOST);
        Phone elsewhere = new Phone(PCMA, InetAddress.getByName("127.0.0.2"))
                .calls(hall.leg(announced))
                .says(1_000);
        Phone real = new Phone(PCMA).calls(hall.leg(announced)).says(400);
        hall.hears(agent, announced);
        for (int i = 0; i < 60; i++) {
            elsewhere.tick();
            hall.ticks(1);
        }
        assertThat(hall.engine().figures().strangers()).isEqualTo(60);
        for (int i = 0; i < 60; i++) {
            elsewhere.tick();
            real.tick();
            hall.ticks(1);
        }
        assertThat(agent.hears(1_000)).isLessThan(0.01);
        assertThat(agent.hears(400)).as("half of the time").isGreaterThan(0.45);
        elsewhere.close();
        real.close();
    }

    @Test
    void aNewAgreementForgetsTheLatch() throws NoPortLeftException {
        Phone first = hall.phone(CUSTOMER, PCMA, Agreed.LATCH).says(400);
        hall.hears(agent, first);
        hall.settle().ticks(5);
        first.quiet();
        Phone second = new Phone(G711.PCMU).calls(hall.leg(first)).says(1_000);
        hall.leg(first).remote(second.media(Agreed.LATCH));
        hall.settle();
        for (int i = 0; i < 50; i++) {
            second.tick();
            hall.ticks(1);
        }
        second.listen();
        assertThat(agent.hears(1_000)).isGreaterThan(0.85);
        assertThat(second.packets()).hasSizeGreaterThan(45);
        second.close();
    }

    @Test
    void whatIsNoVoiceDoesNotLatch() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA, Agreed.LATCH);
        stranger.calls(hall.leg(customer));
        hall.ticks(1);
        stranger.raw(new byte[] {1, 2, 3});
        stranger.send(96, 1, 1, false, new byte[160]);
        stranger.report(new byte[8]);
        hall.ticks(1);
        customer.says(400);
        hall.hears(agent, customer);
        hall.settle().ticks(20);
        stranger.listen();
        assertStrangerGotNothing();
        assertThat(agent.hears(400)).isGreaterThan(0.9);
        assertThat(hall.engine().figures().strangers()).isEqualTo(2);
    }

    @Test
    void reportsAreTakenFromTheHostThatLatchedOnly() throws NoPortLeftException, UnknownHostException {
        Phone customer = hall.phone(CUSTOMER, PCMA, Agreed.LATCH).says(400);
        Phone elsewhere = new Phone(PCMA, InetAddress.getByName("127.0.0.2")).calls(hall.leg(customer));
        hall.ticks(5);
        byte[] report = ByteBuffer.allocate(8).putInt(0x81C90001).putInt(1).array();
        elsewhere.report(report);
        hall.ticks(1);
        assertThat(hall.engine().figures().strangers()).isEqualTo(1);
        customer.report(report);
        hall.ticks(1);
        elsewhere.report(report);
        hall.ticks(500);
        elsewhere.listen();
        assertThat(hall.engine().figures().strangers()).isEqualTo(1);
        assertThat(hall.engine().figures().malformed()).isZero();
        assertThat(elsewhere.reports()).isEmpty();
        assertThat(customer.reports()).isNotEmpty();
        elsewhere.close();
    }
}
