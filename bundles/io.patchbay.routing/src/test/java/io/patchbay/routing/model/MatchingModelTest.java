// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Random acts on the matching, checked against a plain model: no double offer, nobody lost, order kept among equals,
 * capacity, the ceilings of overtaking, and the same decisions when made anew at any point. A failure is shrunk and
 * names its seed. PATCHBAY_LONG=1 plays a million.
 */
final class MatchingModelTest {
    private static final int EACH = 2_000;
    private static final int SEEDS = "1".equals(System.getenv("PATCHBAY_LONG")) ? 500 : 10;

    @Test
    void whateverHappensNobodyIsLostDoubledOrStarved() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            play(seed);
        }
    }

    private static void play(long seed) {
        List<Act> acts = Act.random(seed, EACH);
        Optional<String> wrong = Play.of(seed, acts);
        if (wrong.isPresent()) {
            List<Act> least = Act.shrunk(acts, fewer -> Play.of(seed, fewer));
            fail("seed " + seed + ": " + Play.of(seed, least).orElseThrow() + " after " + least.size() + " acts: "
                    + least);
        }
    }

    @Test
    void aFailureIsShrunkToWhatCausesIt() {
        List<Act> acts = Act.random(7, 400);
        List<Act> least = Act.shrunk(
                acts,
                fewer -> fewer.stream()
                                        .filter(act -> act.kind() == Act.Kind.CRASH)
                                        .count()
                                > 1
                        ? Optional.of("two crashes")
                        : Optional.empty());
        assertEquals(
                List.of(Act.Kind.CRASH, Act.Kind.CRASH),
                least.stream().map(Act::kind).toList());
    }
}
