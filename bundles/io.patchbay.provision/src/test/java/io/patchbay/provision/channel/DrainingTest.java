// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.WorkKind;
import io.patchbay.provision.api.FeaturePlan;
import io.patchbay.spi.channel.Admission;
import io.patchbay.spi.channel.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrainingTest {
    private final List<String> done = new ArrayList<>();
    private final Line voice = new Line("voice", 2);
    private final Line chat = new Line("chat", 0);
    private final Draining draining = new Draining(new Door());

    @Test
    void aClosedChannelIsToldAndOpenedAgainEvenIfItIsAway() {
        draining.begin(List.of(voice));
        draining.end(List.of(voice.key(), chat.key()), List.of(voice));
        assertThat(done).containsExactly("close voice", "voice drains", "open voice", "open chat", "voice is open");
    }

    @Test
    void whatOutlastsTheLimitIsEndedAndCounted() {
        assertThat(draining.runDry(List.of(voice, chat), Duration.ZERO, "test")).isEqualTo(2);
        assertThat(done).containsExactly("voice ends", "chat ends");
    }

    @Test
    void whatEndsByItselfIsNotCutOff() {
        voice.endsByItself = true;
        assertThat(draining.runDry(List.of(voice), Duration.ofMinutes(1), "test"))
                .isZero();
        assertThat(done).isEmpty();
    }

    @Test
    void onlyChannelsWithContactsAreNamed() {
        assertThat(Draining.live(List.of(voice, chat))).isEqualTo(Map.of(voice.key(), 2));
    }

    @Test
    void aChangeTouchesTheChannelsOfItsBundlesAndAllIfTheCoreGoes() {
        Channels channels = new Channels();
        channels.add(voice, "io.patchbay.channel.voice");
        channels.add(chat, "io.patchbay.channel.chat");
        assertThat(channels.touched(going("io.patchbay.channel.voice 1", "io.patchbay.media 1")))
                .containsExactly(voice);
        assertThat(channels.touched(going("io.patchbay.core 1"))).containsExactlyInAnyOrder(voice, chat);
        assertThat(channels.touched(going("io.patchbay.ui.floor 1"))).isEmpty();
    }

    private static FeaturePlan.Bundles going(String... bundles) {
        return new FeaturePlan.Bundles(List.of(), List.of(bundles), List.of());
    }

    private final class Line implements Channel {
        private final String name;
        private int live;
        private boolean endsByItself;

        Line(String name, int live) {
            this.name = name;
            this.live = live;
        }

        @Override
        public ChannelKey key() {
            return new ChannelKey(name);
        }

        @Override
        public WorkKind kind() {
            return new WorkKind("call");
        }

        @Override
        public int live() {
            return endsByItself && live > 0 ? live-- : live;
        }

        @Override
        public void drain(boolean now) {
            done.add(name + (now ? " drains" : " is open"));
        }

        @Override
        public void end(String reason) {
            done.add(name + " ends");
            live = 0;
        }
    }

    private final class Door implements Admission {
        @Override
        public void close(ChannelKey channel) {
            done.add("close " + channel);
        }

        @Override
        public void open(ChannelKey channel) {
            done.add("open " + channel);
        }

        @Override
        public void closeAll(boolean closed) {
            throw new AssertionError("not asked for");
        }

        @Override
        public boolean isOpen(ChannelKey channel) {
            return true;
        }
    }
}
