// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.media.Agreed;
import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.Leg;
import io.patchbay.media.MediaSettings;
import io.patchbay.media.NoPortLeftException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The engine with its own threads; and what is left of it, which is nothing. */
@Timeout(30)
class ClosingTest {
    private static final BridgeListener NOBODY = new BridgeListener() {};

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("patchbay-"))
                .filter(Thread::isAlive)
                .count();
    }

    @Test
    void aCallRunsByItselfAndNothingIsLeftAfterClosing() throws NoPortLeftException, IOException, InterruptedException {
        KeptRecording recording = new KeptRecording();
        CountDownLatch flowing = new CountDownLatch(2);
        MediaEngine engine = new MediaEngine(Hall.settings());
        Bridge bridge = engine.bridge(new BridgeListener() {
            @Override
            public void flowing(Leg leg) {
                flowing.countDown();
            }
        });
        Leg customer = bridge.leg(CUSTOMER);
        Leg agent = bridge.leg(STAFF);
        try (Phone first = new Phone(PCMA).calls(customer).says(400);
                Phone second = new Phone(PCMA).calls(agent).says(700)) {
            customer.remote(first.media(Agreed.EXACT));
            agent.remote(second.media(Agreed.EXACT));
            customer.hears(Set.of(agent));
            bridge.record(recording);
            while (second.packets().isEmpty() || !flowing.await(10, TimeUnit.MILLISECONDS)) {
                first.tick();
                second.tick();
                second.listen();
            }
            assertThat(ourThreads()).isPositive();
            engine.close();
        }
        assertThat(recording.told()).last().isEqualTo("closed");
        assertThat(ourThreads()).isZero();
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), customer.rtpPort())).close();
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), agent.rtpPort() + 1)).close();
        assertThatThrownBy(() -> engine.bridge(NOBODY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bridge.leg(CUSTOMER)).isInstanceOf(IllegalStateException.class);
        customer.close();
        bridge.close();
        engine.close();
    }

    @Test
    void bridgesAreSpreadOverTheThreads() {
        MediaSettings two = Hall.settings().withThreads(2);
        try (MediaEngine engine = new MediaEngine(two)) {
            for (int i = 0; i < 10; i++) {
                engine.bridge(NOBODY);
            }
            assertThat(engine.loads()).containsExactly(5, 5);
        }
    }

    @Test
    void closedBridgesGiveTheirPortsBack() throws NoPortLeftException {
        try (MediaEngine engine = new MediaEngine(Hall.settings(), 0)) {
            long free = engine.figures().portsFree();
            Bridge bridge = engine.bridge(NOBODY);
            bridge.leg(CUSTOMER);
            bridge.leg(STAFF);
            assertThat(engine.figures().portsFree()).isEqualTo(free - 2);
            bridge.close();
            engine.tick(1);
            assertThat(engine.figures().portsFree()).isEqualTo(free);
            assertThat(engine.figures().bridges()).isZero();
        }
    }

    @Test
    void aLegThatComesTooLateIsClosedAtOnce() throws NoPortLeftException {
        try (MediaEngine engine = new MediaEngine(Hall.settings(), 0);
                Phone customer = new Phone(PCMA)) {
            long free = engine.figures().portsFree();
            Bridge bridge = engine.bridge(NOBODY);
            Leg leg = bridge.leg(CUSTOMER);
            bridge.close();
            leg.remote(customer.media(Agreed.EXACT));
            leg.close();
            engine.tick(1);
            assertThat(engine.figures().portsFree()).isEqualTo(free);
            assertThat(engine.figures().failedLegs()).isZero();
            assertThat(engine.figures().legs()).isZero();
        }
    }

    @Test
    void aLegThatBreaksIsClosedAndTheOthersGoOn() throws NoPortLeftException, IOException {
        try (Hall hall = new Hall()) {
            Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
            Phone agent = hall.phone(STAFF, PCMA).says(700);
            Phone other = hall.phone(STAFF, PCMA);
            hall.hears(other, customer, agent);
            hall.settle();
            ((LiveLeg) hall.leg(agent)).ports().rtp().close();
            hall.ticks(50);
            assertThat(hall.news()).anyMatch(news -> news.startsWith("STAFF failed"));
            assertThat(other.hears(400)).isGreaterThan(0.9);
            assertThat(hall.engine().figures().failedLegs()).isEqualTo(1);
            assertThat(hall.engine().figures().legs()).isEqualTo(2);
        }
    }

    @Test
    void whatAListenerThrowsCostsNothing() throws NoPortLeftException {
        try (MediaEngine engine = new MediaEngine(Hall.settings(), 0);
                Phone customer = new Phone(PCMA)) {
            Bridge bridge = engine.bridge(new BridgeListener() {
                @Override
                public void flowing(Leg leg) {
                    throw new IllegalStateException("a listener's fault, on purpose");
                }
            });
            Leg leg = bridge.leg(CUSTOMER);
            customer.calls(leg).says(400);
            leg.remote(customer.media(Agreed.EXACT));
            for (int i = 1; i < 10; i++) {
                engine.tick(i);
                customer.tick();
            }
            customer.listen();
            assertThat(customer.packets()).hasSize(9);
        }
    }

    @Test
    void timeThatAThreadMissedIsSilenceInTheRecordingAndGoesOnInTheStream() throws NoPortLeftException {
        try (Hall hall = new Hall()) {
            KeptRecording recording = new KeptRecording();
            Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
            hall.bridge().record(recording);
            hall.ticks(10);
            hall.engine().missed(1_000_000_000L);
            hall.ticks(40);
            assertThat(recording.told()).containsExactly("0: 8000", "1: 8000");
            int before = customer.packets().get(9).timestamp();
            assertThat(customer.packets().get(10).timestamp() - before).isEqualTo(51 * 160);
            assertThat(hall.engine().figures().skippedTicks()).isEqualTo(50);
            assertThat(hall.engine().figures().lateTicks()).isEqualTo(1);
        }
    }
}
