// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import io.patchbay.channel.voice.Staff;
import io.patchbay.channel.voice.api.BrowserPhones;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrowsersTest {
    private final List<String> told = new ArrayList<>();
    private final List<AgentId> changed = new ArrayList<>();
    private final Browsers browsers = new Browsers(changed::add);
    private final Tab first = new Tab("first");
    private final Tab second = new Tab("second");

    private final class Tab implements BrowserPhones.Window {
        private final String name;

        Tab(String name) {
            this.name = name;
        }

        @Override
        public void connect(String call, String offer) {
            told.add(name + " connects " + call);
        }

        @Override
        public void disconnect(String call) {
            told.add(name + " disconnects " + call);
        }

        @Override
        public void taken() {
            told.add(name + " is taken");
        }
    }

    private final class Sound implements Browsers.Connection {
        @Override
        public void moved() {
            told.add("moved");
        }

        @Override
        public void answered(String sdp) {
            told.add("answered " + sdp);
        }

        @Override
        public void failed(String why) {
            told.add("failed: " + why);
        }

        @Override
        public boolean flows() {
            return true;
        }
    }

    @Test
    void aSecondWindowGetsThePhoneOnlyIfItTakesIt() {
        assertThat(browsers.attach(Staff.ALICE, first, false)).isTrue();
        assertThat(browsers.attach(Staff.ALICE, second, false)).isFalse();
        assertThat(browsers.isOf(Staff.ALICE, first)).isTrue();
        assertThat(browsers.attach(Staff.ALICE, second, true)).isTrue();
        assertThat(browsers.isOf(Staff.ALICE, second)).isTrue();
        assertThat(told).containsExactly("first is taken");
        assertThat(changed).containsExactly(Staff.ALICE, Staff.ALICE);
    }

    @Test
    void aCallMovesToTheWindowThatTakesThePhone() {
        browsers.attach(Staff.ALICE, first, false);
        browsers.begins(Staff.ALICE, "call", new Sound());
        browsers.attach(Staff.ALICE, second, true);
        assertThat(told).containsExactly("first disconnects call", "first is taken", "moved");
        browsers.ends(Staff.ALICE, "call");
        assertThat(told).last().isEqualTo("second disconnects call");
        assertThat(browsers.running(Staff.ALICE)).isEmpty();
    }

    @Test
    void aClosedWindowLosesItsCalls() {
        browsers.attach(Staff.ALICE, first, false);
        browsers.begins(Staff.ALICE, "call", new Sound());
        browsers.detach(Staff.ALICE, first);
        assertThat(told).containsExactly("failed: window closed");
        assertThat(browsers.has(Staff.ALICE)).isFalse();
    }

    @Test
    void aWindowThatHadItsTimeCannotTakeThePhoneAway() {
        browsers.attach(Staff.ALICE, first, false);
        browsers.attach(Staff.ALICE, second, true);
        browsers.detach(Staff.ALICE, first);
        assertThat(browsers.has(Staff.ALICE)).isTrue();
    }
}
