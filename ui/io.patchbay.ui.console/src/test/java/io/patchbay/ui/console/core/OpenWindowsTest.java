// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.UserId;
import io.patchbay.api.watch.Watch;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpenWindowsTest {
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private final OpenWindows windows = new OpenWindows(() -> now);

    /** A browser that misses push says so every second. */
    private void misses(String window, int seconds) {
        for (int i = 0; i < seconds; i++) {
            windows.missesPush(window);
            now = now.plusSeconds(1);
        }
    }

    @Test
    void windowsAndTheirPeopleAreCountedUntilTheyClose() {
        Watch first = windows.opened(new UserId("alice"));
        windows.opened(new UserId("alice"));
        windows.opened(new UserId("bob"));
        assertThat(windows.count()).isEqualTo(3);
        assertThat(windows.people()).isEqualTo(2);
        first.close();
        assertThat(windows.count()).isEqualTo(2);
    }

    @Test
    void aWindowThatMissesPushForAMomentIsNotWorthAWord() {
        misses("w1", 3);
        assertThat(windows.withoutPush()).isZero();
    }

    @Test
    void aWindowThatGoesOnSayingSoIsWithoutPushUntilItIsQuiet() {
        misses("w1", 4);
        misses("w2", 1);
        assertThat(windows.withoutPush()).isEqualTo(1);
        now = now.plusSeconds(5);
        assertThat(windows.withoutPush()).isZero();
        misses("w1", 1);
        assertThat(windows.withoutPush()).isZero();
    }

    @Test
    void namesThatNoBrowserOfOursGivesAreNotKept() {
        misses("x".repeat(21), 5);
        assertThat(windows.withoutPush()).isZero();
    }
}
