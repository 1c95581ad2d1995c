// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.G711.PCMU;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Side;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer says while it is withheld is in no file and at no leg. */
class WithholdingTest {
    /** 5 as a key: two tones in the sound (ITU-T Q.23). */
    private static final int LOW = 770;

    private static final int VOICE = 400;
    private static final int AGENT = 1_000;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Hall hall = new Hall();
    private final KeptRecording recording = new KeptRecording();
    private Phone customer;
    private Phone agent;

    @BeforeEach
    void talk() throws NoPortLeftException {
        customer = hall.phone(CUSTOMER, PCMU).says(VOICE);
        agent = hall.phone(STAFF, PCMA).says(AGENT);
        hall.hears(agent, customer);
        hall.hears(customer, agent);
        hall.settle();
        hall.bridge().record(recording);
        hall.ticks(50);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private double kept(Side side, int from, int to, int hertz) {
        return Tone.level(Arrays.copyOfRange(recording.audio(side), from, to), hertz);
    }

    @Test
    void neitherFileNorAgentHoldsAnythingOfIt() {
        hall.bridge().withhold(LONG);
        agent.forget();
        customer.says(LOW);
        hall.ticks(100);
        hall.bridge().release();
        hall.ticks(9);
        customer.says(VOICE);
        hall.ticks(41);
        assertThat(agent.hears(LOW)).isLessThan(0.01);
        assertThat(recording.told())
                .containsExactly(
                        "0: 8000", "1: 8000 withheld 0-8000", "2: 8000 withheld 0-8000", "3: 8000 withheld 0-1600");
        for (Side side : Side.values()) {
            for (int tone : new int[] {LOW, VOICE, AGENT}) {
                assertThat(kept(side, 8_000, 25_600, tone)).isLessThan(0.01);
            }
        }
        assertThat(kept(CUSTOMER, 0, 32_000, LOW)).isLessThan(0.01);
        assertThat(kept(CUSTOMER, 27_200, 32_000, VOICE)).isGreaterThan(0.9);
        assertThat(kept(STAFF, 25_600, 32_000, AGENT)).isGreaterThan(0.9);
    }

    @Test
    void theCustomerStillHearsHisAgent() {
        hall.bridge().withhold(LONG);
        customer.forget();
        hall.ticks(50);
        assertThat(customer.hears(AGENT)).isGreaterThan(0.9);
    }

    @Test
    void itsBeginAndEndAreMarkedToTheTick() {
        hall.ticks(10);
        hall.bridge().withhold(LONG);
        hall.ticks(5);
        hall.bridge().release();
        hall.ticks(35);
        assertThat(recording.told()).as("200 ms longer than asked for").last().isEqualTo("1: 8000 withheld 1600-4000");
    }

    @Test
    void itEndsByItselfAndIsTold() {
        hall.bridge().withhold(Duration.ofSeconds(1));
        hall.ticks(49);
        assertThat(hall.news()).doesNotContain("released");
        hall.ticks(1);
        assertThat(hall.news()).contains("released");
        agent.forget();
        hall.ticks(50);
        assertThat(agent.hears(VOICE)).isGreaterThan(0.8);
    }

    @Test
    void releasedByHandNothingIsTold() {
        hall.bridge().withhold(LONG);
        hall.ticks(5);
        hall.bridge().release();
        hall.ticks(5);
        assertThat(hall.news()).doesNotContain("released");
    }

    @Test
    void whoJoinsOnTheCustomersSideMeanwhileIsWithheldToo() throws NoPortLeftException {
        hall.bridge().withhold(LONG);
        Phone friend = hall.phone(CUSTOMER, PCMA).says(LOW);
        hall.hears(agent, customer, friend);
        agent.forget();
        hall.ticks(100);
        assertThat(agent.hears(LOW)).isLessThan(0.01);
    }
}
