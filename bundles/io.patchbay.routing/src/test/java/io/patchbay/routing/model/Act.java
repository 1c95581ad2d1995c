// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Something that happens; its numbers choose among what is there then, so that leaving others out keeps it sensible.
 */
record Act(Kind kind, int one, int other) {
    /** What can happen, as often as it stands here. */
    enum Kind {
        ARRIVE(8),
        LEAVE(2),
        ACCEPT(6),
        DECLINE(2),
        TIME_OUT(1),
        END(6),
        READY(2),
        NOT_READY(1),
        PASS(6),
        AGAIN(2),
        CRASH(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private static final List<Kind> WEIGHTED = weighted();

    private static List<Kind> weighted() {
        List<Kind> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.weight; i++) {
                all.add(kind);
            }
        }
        return all;
    }

    static List<Act> random(long seed, int count) {
        Random random = new Random(seed);
        List<Act> acts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            acts.add(new Act(
                    WEIGHTED.get(random.nextInt(WEIGHTED.size())), random.nextInt(1 << 20), random.nextInt(1 << 20)));
        }
        return acts;
    }

    /** The fewest of them that still fail that can be found by leaving out runs of them, longer ones first. */
    static List<Act> shrunk(List<Act> failing, Function<List<Act>, Optional<String>> play) {
        List<Act> least = failing;
        for (int length = failing.size() / 2; length > 0; length /= 2) {
            for (int from = 0; from + length <= least.size(); ) {
                List<Act> fewer = new ArrayList<>(least.subList(0, from));
                fewer.addAll(least.subList(from + length, least.size()));
                if (play.apply(fewer).isPresent()) {
                    least = fewer;
                } else {
                    from += length;
                }
            }
        }
        return least;
    }
}
