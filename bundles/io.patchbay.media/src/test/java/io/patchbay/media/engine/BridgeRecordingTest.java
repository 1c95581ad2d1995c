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
import io.patchbay.media.Side;
import io.patchbay.media.Tones;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BridgeRecordingTest {
    private final Hall hall = new Hall();
    private final KeptRecording recording = new KeptRecording();

    @AfterEach
    void close() {
        hall.close();
    }

    private double level(Side side, int hertz) {
        return Tone.level(recording.audio(side), hertz);
    }

    @Test
    void eachSideIsOnItsOwnChannel() throws NoPortLeftException {
        hall.phone(CUSTOMER, PCMU).says(400);
        hall.phone(STAFF, PCMA).says(700);
        hall.settle();
        hall.bridge().record(recording);
        hall.ticks(125);
        hall.bridge().stopRecording();
        hall.ticks(1);
        assertThat(recording.told()).containsExactly("0: 8000", "1: 8000", "2: 4000", "closed");
        assertThat(level(CUSTOMER, 400)).isCloseTo(1, within(0.05));
        assertThat(level(CUSTOMER, 700)).isLessThan(0.01);
        assertThat(level(STAFF, 700)).isCloseTo(1, within(0.05));
        assertThat(level(STAFF, 400)).isLessThan(0.01);
    }

    @Test
    void channelsKeepStepThroughPausesOnOneSide() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        hall.settle();
        hall.bridge().record(recording);
        hall.ticks(25);
        agent.quiet();
        hall.ticks(50);
        agent.says(700);
        customer.quiet();
        hall.ticks(25);
        hall.bridge().close();
        hall.ticks(1);
        short[] staff = recording.audio(STAFF);
        short[] customers = recording.audio(CUSTOMER);
        assertThat(staff).hasSameSizeAs(customers).hasSize(16_000);
        assertThat(Tone.level(Arrays.copyOfRange(staff, 0, 4_000), 700)).isGreaterThan(0.9);
        assertThat(Tone.level(Arrays.copyOfRange(staff, 5_000, 12_000), 700)).isLessThan(0.01);
        assertThat(Tone.level(Arrays.copyOfRange(staff, 12_500, 16_000), 700)).isGreaterThan(0.9);
        assertThat(Tone.level(Arrays.copyOfRange(customers, 0, 12_000), 400)).isGreaterThan(0.9);
        assertThat(Tone.level(Arrays.copyOfRange(customers, 13_000, 16_000), 400))
                .isLessThan(0.01);
    }

    @Test
    void severalOfASideAreMixedWhoeverHearsThem() throws NoPortLeftException {
        hall.phone(STAFF, PCMA).says(700);
        hall.phone(STAFF, PCMU).says(1_000);
        hall.settle();
        hall.bridge().record(recording);
        hall.ticks(50);
        assertThat(level(STAFF, 700)).isCloseTo(1, within(0.05));
        assertThat(level(STAFF, 1_000)).isCloseTo(1, within(0.05));
        assertThat(level(CUSTOMER, 700)).isLessThan(0.01);
    }

    @Test
    void promptsAndTheMutedAreNotRecorded() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        hall.leg(customer).play(Playlist.loop(Tones.beep()));
        hall.leg(agent).mute(true);
        hall.settle();
        hall.bridge().record(recording);
        hall.ticks(50);
        assertThat(level(CUSTOMER, 1_000)).isLessThan(0.01);
        assertThat(level(STAFF, 700)).isLessThan(0.01);
    }

    @Test
    void aSinkThatFailsIsToldOnceAndTheCallGoesOn() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA);
        hall.hears(agent, customer);
        hall.bridge().record(recording.failing());
        hall.ticks(200);
        assertThat(recording.told()).containsExactly("failed: disk full");
        assertThat(agent.packets()).hasSize(200);
        assertThat(hall.engine().figures().recordings()).isZero();
    }

    @Test
    void aSecondRecordingEndsTheFirst() throws NoPortLeftException {
        hall.phone(CUSTOMER, PCMA).says(400);
        KeptRecording next = new KeptRecording();
        hall.bridge().record(recording);
        hall.ticks(10);
        hall.bridge().record(next);
        hall.ticks(60);
        assertThat(recording.told()).containsExactly("0: 1600", "closed");
        assertThat(next.told()).containsExactly("0: 8000");
    }

    @Test
    void aRecordingGoesOnIntoAnotherSinkWithoutACut() throws NoPortLeftException {
        hall.phone(CUSTOMER, PCMA).says(400);
        KeptRecording next = new KeptRecording();
        hall.bridge().record(recording);
        hall.ticks(70);
        assertThat(hall.bridge().recordInto(next)).isTrue();
        hall.ticks(55);
        hall.bridge().stopRecording();
        hall.ticks(1);
        assertThat(recording.told()).containsExactly("0: 8000");
        assertThat(next.told()).containsExactly("1: 8000", "2: 4000", "closed");
        assertThat(hall.bridge().recordInto(recording)).isFalse();
    }

    @Test
    void aRecordingAskedForBeforeTheCloseIsClosedToo() {
        hall.bridge().record(recording);
        hall.bridge().close();
        hall.ticks(1);
        assertThat(recording.told()).containsExactly("closed");
    }
}
