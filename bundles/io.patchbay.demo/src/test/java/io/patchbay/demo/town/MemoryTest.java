// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.demo.api.TownPace;
import io.patchbay.demo.api.TownState.Halt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @TempDir
    Path home;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.createDirectories(home.resolve("recordings"));
    }

    @Test
    void itBeginsCalmly() {
        TownPace pace = new Memory(home).pace();
        assertThat(pace.running()).isTrue();
        assertThat(pace.perHour().values().stream().mapToInt(Integer::intValue).sum())
                .isBetween(120, 180);
        assertThat(pace.guests()).isZero();
    }

    @Test
    void thePaceIsKeptOverARestart() {
        TownPace pace = new TownPace(false, rates(7), 96, false, 20);
        new Memory(home).keep(pace, 42);
        Memory again = new Memory(home);
        assertThat(again.pace()).isEqualTo(pace);
        assertThat(again.contacts()).isEqualTo(42);
    }

    @Test
    void whatNobodyCanReadIsForgotten() throws IOException {
        Files.writeString(home.resolve("data/town.properties"), "voice=many\ncontacts=-3\n");
        assertThat(new Memory(home).pace()).isEqualTo(Memory.CALM);
        assertThat(new Memory(home).contacts()).isZero();
    }

    @Test
    void aRateOutOfBoundsIsRefusedByName() {
        assertThatThrownBy(() -> new TownPace(true, Map.of(new ChannelKey("voice"), 601), 1, true, 0))
                .hasMessageContaining("voice")
                .hasMessageContaining("601");
        assertThatThrownBy(() -> new TownPace(true, rates(301), 1, true, 0)).hasMessageContaining("1204");
        assertThatThrownBy(() -> new TownPace(true, Map.of(new ChannelKey("fax"), 1), 1, true, 0))
                .hasMessageContaining("fax");
    }

    @Test
    void theTownEndsAtItsLimit() {
        Bounds bounds = new Bounds(home);
        assertThat(bounds.halt(Bounds.MOST_CONTACTS - 1)).isEqualTo(Halt.NONE);
        assertThat(bounds.halt(Bounds.MOST_CONTACTS)).isEqualTo(Halt.CONTACTS);
    }

    @Test
    void aDiskThatCannotBeLookedAtIsNotWrittenTo() {
        Bounds bounds = new Bounds(home.resolve("gone"));
        bounds.look();
        assertThat(bounds.halt(0)).isEqualTo(Halt.DISK);
    }

    private static Map<ChannelKey, Integer> rates(int each) {
        return TownPace.CHANNELS.stream()
                .collect(java.util.stream.Collectors.toMap(channel -> channel, channel -> each));
    }
}
