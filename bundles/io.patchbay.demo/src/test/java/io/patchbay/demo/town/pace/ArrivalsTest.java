// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.demo.api.TownPace;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final ChannelKey VOICE = new ChannelKey("voice");
    private static final ChannelKey CHAT = new ChannelKey("chat");
    private static final TownPace BUSY = new TownPace(true, Map.of(VOICE, 120, CHAT, 60), 24, true, 0);

    private final ManualClock clock = new ManualClock();

    private List<ChannelKey> hours(long seed, int hours, TownPace pace, double factor) {
        Arrivals arrivals = new Arrivals(new Random(seed), clock.instant());
        List<ChannelKey> all = new ArrayList<>();
        for (int second = 0; second < 3_600 * hours; second++) {
            clock.advance(Duration.ofSeconds(1));
            all.addAll(arrivals.due(clock.instant(), pace, factor));
        }
        return all;
    }

    @Test
    void theSameSeedBringsTheSamePeople() {
        assertThat(hours(5, 2, BUSY, 1)).isEqualTo(hours(5, 2, BUSY, 1));
    }

    @Test
    void asManyComeAsTheRateSays() {
        List<ChannelKey> day = hours(1, 24, BUSY, 1);
        assertThat(day.stream().filter(VOICE::equals).count()).isBetween(2_700L, 3_050L); // 2,880 give or take 3 sigma
        assertThat(day.stream().filter(CHAT::equals).count()).isBetween(1_320L, 1_560L);
        assertThat(day).doesNotContain(new ChannelKey("sms"));
    }

    @Test
    void inARushHourTwiceAsManyCome() {
        double usual = hours(1, 12, BUSY, 1).size();
        assertThat(hours(1, 12, BUSY, 2).size() / usual).isBetween(1.9, 2.1);
    }

    @Test
    void inAPauseNobodyComesAndNobodyHasWaitedForItsEnd() {
        Arrivals arrivals = new Arrivals(new Random(1), clock.instant());
        clock.advance(Duration.ofHours(5));
        assertThat(arrivals.due(clock.instant(), BUSY.running(false), 1)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(arrivals.due(clock.instant(), BUSY, 1)).isEmpty();
    }

    @Test
    void aClockThatJumpsBringsNoCrowd() {
        Arrivals arrivals = new Arrivals(new Random(1), clock.instant());
        clock.advance(Duration.ofHours(1));
        assertThat(arrivals.due(clock.instant(), BUSY, 1)).hasSizeLessThan(5);
    }
}
