// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import org.junit.jupiter.api.Test;

class DeskWindowsTest {
    private static final AgentId ALICE = new AgentId("alice");

    private final DeskWindows windows = new DeskWindows();
    private final Desk first = new Desk();
    private final Desk second = new Desk();

    /** Remembers whether it has the sound. */
    private static final class Desk implements DeskWindows.Desk {
        private boolean sound;

        @Override
        public void sound(boolean has) {
            sound = has;
        }
    }

    @Test
    void exactlyOneDeskHasTheSound() {
        windows.opened(ALICE, first);
        windows.opened(ALICE, second);
        assertThat(first.sound).isTrue();
        assertThat(second.sound).isFalse();

        windows.take(ALICE, second);
        assertThat(first.sound).isFalse();
        assertThat(second.sound).isTrue();
    }

    @Test
    void theNextDeskGetsTheSoundWhenItsHolderGoes() {
        windows.opened(ALICE, first);
        windows.opened(ALICE, second);
        windows.closed(ALICE, first);
        assertThat(second.sound).isTrue();
    }

    @Test
    void desksOfOthersDoNotMatter() {
        windows.opened(ALICE, first);
        windows.opened(new AgentId("bob"), second);
        assertThat(second.sound).isTrue();
    }
}
