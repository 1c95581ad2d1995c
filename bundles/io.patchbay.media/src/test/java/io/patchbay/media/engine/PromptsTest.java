// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.G711.PCMU;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.patchbay.media.Cadence;
import io.patchbay.media.G711;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Sound;
import io.patchbay.media.Sounds;
import io.patchbay.media.Tones;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptsTest {
    private static final Sound GREETING = tone(1_000, 100);
    private static final Sound MUSIC = tone(1_300, 200);

    private final Hall hall = new Hall();

    @AfterEach
    void close() {
        hall.close();
    }

    private static Sound tone(int hertz, int millis) {
        return Tones.of(new Cadence(hertz, Duration.ofMillis(millis), Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void aListIsPlayedInOrderAndToldOnce(G711 law) throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, law);
        hall.leg(customer).play(Playlist.of(GREETING, tone(1_600, 100)));
        hall.ticks(5);
        assertThat(customer.hears(1_000)).isCloseTo(0.9, within(0.1));
        assertThat(hall.news()).isEmpty();
        customer.forget();
        hall.ticks(5);
        assertThat(customer.hears(1_600)).isCloseTo(0.9, within(0.1));
        hall.ticks(20);
        assertThat(hall.news()).containsExactly("CUSTOMER heard all");
        customer.forget();
        hall.ticks(5);
        assertThat(customer.hears(1_600)).isLessThan(0.01);
    }

    @Test
    void theLastSoundLoopsUntilItIsStopped() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMU);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        hall.hears(customer, agent);
        hall.leg(customer).play(new Playlist(List.of(GREETING, MUSIC), true));
        hall.ticks(5).settle().ticks(100);
        assertThat(customer.hears(1_300)).isCloseTo(0.9, within(0.1));
        assertThat(customer.hears(700)).isLessThan(0.01);
        hall.leg(customer).stopPlaying();
        hall.ticks(1).settle().ticks(50);
        assertThat(customer.hears(700)).isCloseTo(1, within(0.05));
        assertThat(hall.news()).doesNotContain("CUSTOMER heard all");
    }

    @Test
    void aSoundThatEndsWithinAFrameIsFollowedWithoutAGap() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA);
        hall.leg(customer).play(Playlist.loop(Sounds.pcm(new short[] {1_000})));
        hall.ticks(3);
        assertThat(customer.audio()).containsOnly(PCMA.decode(PCMA.encode((short) 1_000)));
    }

    @Test
    void anotherListReplacesTheFirst() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA);
        hall.leg(customer).play(Playlist.loop(MUSIC));
        hall.ticks(7);
        hall.leg(customer).play(Playlist.of(GREETING));
        customer.forget();
        hall.ticks(6);
        assertThat(customer.hears(1_300)).isLessThan(0.01);
        assertThat(hall.news()).containsExactly("CUSTOMER heard all");
    }

    @Test
    void aPromptBeginsWithTheMarker() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA);
        hall.ticks(10);
        customer.forget();
        hall.leg(customer).play(Playlist.of(GREETING));
        hall.ticks(5);
        assertThat(customer.packets())
                .extracting(Phone.Heard::marker)
                .containsExactly(true, false, false, false, false);
    }
}
