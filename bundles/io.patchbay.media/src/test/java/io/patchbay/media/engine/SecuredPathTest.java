// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMU;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.Agreed;
import io.patchbay.media.Leg;
import io.patchbay.media.NoPortLeftException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leg whose packets go a secured way, both kinds by one port. */
class SecuredPathTest {
    private final Hall hall = new Hall();
    private final Trailed path = new Trailed();
    private Phone customer;
    private Phone agent;
    private Leg leg;
    private int sequence;

    @BeforeEach
    void talk() throws NoPortLeftException {
        customer = hall.phone(CUSTOMER, PCMU).says(400);
        agent = hall.phone(STAFF, PCMU);
        leg = hall.leg(agent);
        leg.secured(path, PCMU, Phone.KEYS);
        hall.hears(customer, agent);
        hall.hears(agent, customer);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private static byte[] trailed(byte[] packet) {
        return ByteBuffer.allocate(packet.length + 4)
                .put(packet)
                .putInt(Trailed.MARK)
                .array();
    }

    private static byte[] rtp(int number, int tone) {
        return ByteBuffer.allocate(172)
                .putShort((short) 0x8000)
                .putShort((short) number)
                .putInt(number * 160)
                .putInt(77)
                .put(Tone.frame(tone, number * 160, PCMU))
                .array();
    }

    private void says(int ticks) {
        for (int i = 0; i < ticks; i++) {
            agent.raw(trailed(rtp(sequence++, 700)));
            hall.ticks(1);
        }
    }

    @Test
    void bothHearWhatWentTheSecuredWay() {
        says(10);
        customer.forget();
        agent.forget();
        says(50);
        assertThat(customer.hears(700)).isGreaterThan(0.9);
        assertThat(agent.packets())
                .hasSize(50)
                .allSatisfy(packet -> assertThat(packet.payload().remaining()).isEqualTo(164));
        assertThat(Tone.level(said(), 400)).isGreaterThan(0.9);
    }

    /** What the agent heard, without the trailers. */
    private short[] said() {
        short[] samples = new short[agent.packets().size() * 160];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = PCMU.decode(agent.packets().get(i / 160).payload().get(i % 160));
        }
        return samples;
    }

    @Test
    void nothingIsSentBeforeThePeerIsKnown() {
        hall.ticks(50);
        assertThat(agent.packets()).isEmpty();
    }

    @Test
    void whatThePathDoesNotKnowIsNotHeard() {
        for (int i = 0; i < 50; i++) {
            agent.raw(rtp(i, 700));
            hall.ticks(1);
        }
        assertThat(customer.hears(700)).isLessThan(0.05);
    }

    @Test
    void reportsOnThePortOfRtpAreASignOfLife() {
        byte[] report = ByteBuffer.allocate(8).putInt(0x80C90001).putInt(77).array();
        for (int i = 0; i < 3_200; i++) { // 64 s; a leg is dead after 60
            if (i % 500 == 0) {
                agent.raw(trailed(report));
            }
            hall.tick();
        }
        assertThat(hall.news()).doesNotContain("STAFF is silent");
    }

    @Test
    void anotherAgreementEndsIt() {
        says(5);
        leg.remote(agent.media(Agreed.EXACT));
        hall.ticks(1);
        assertThat(path.over).isTrue();
        agent.forget();
        hall.ticks(5);
        assertThat(agent.packets())
                .allSatisfy(packet -> assertThat(packet.payload().remaining()).isEqualTo(160));
    }

    @Test
    void itEndsWithItsLeg() {
        leg.close();
        hall.ticks(1);
        assertThat(path.over).isTrue();
    }
}
