// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random acts on the core's slots, with a clock moved by hand and crashes between any two: no contact is offered twice,
 * lost or above an agent's capacity, and all come back as they were. A failure is cut down and names its seed.
 */
final class SlotModelTest {
    private static final int EACH = 300;
    private static final int SEEDS = "1".equals(System.getenv("PATCHBAY_LONG")) ? 600 : 12;

    @Test
    void whateverHappensEveryContactIsServedOnce() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<SlotPlay.Act> acts = acts(seed);
            if (SlotPlay.of(acts).isPresent()) {
                List<SlotPlay.Act> least = shrunk(acts);
                fail("seed " + seed + ": " + SlotPlay.of(least).orElseThrow() + " after " + least);
            }
        }
    }

    private static List<SlotPlay.Act> acts(long seed) {
        Random random = new Random(seed);
        List<SlotPlay.Act> acts = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            SlotPlay.Kind[] kinds = SlotPlay.Kind.values();
            acts.add(new SlotPlay.Act(kinds[random.nextInt(kinds.length)], random.nextInt(1 << 16)));
        }
        return acts;
    }

    private static List<SlotPlay.Act> shrunk(List<SlotPlay.Act> failing) {
        List<SlotPlay.Act> least = failing;
        for (int length = failing.size() / 2; length > 0; length /= 2) {
            for (int from = 0; from + length <= least.size(); ) {
                List<SlotPlay.Act> fewer = new ArrayList<>(least.subList(0, from));
                fewer.addAll(least.subList(from + length, least.size()));
                Optional<String> still = SlotPlay.of(fewer);
                if (still.isPresent()) {
                    least = fewer;
                } else {
                    from += length;
                }
            }
        }
        return least;
    }
}
