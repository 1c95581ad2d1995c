// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.model;

import io.patchbay.api.event.RatingEvent;
import io.patchbay.api.interaction.Rating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a customer was asked to say of his agents, as its events build it. Owned by the interaction's slot. */
public final class LiveRatings {
    private final List<Rating> ratings = new ArrayList<>();
    private RatingEvent.Asked open;

    void apply(RatingEvent event, Instant at) {
        if (event instanceof RatingEvent.Asked asked) {
            if (open == null) {
                ratings.add(new Rating(asked.agent(), at, asked.of(), OptionalInt.empty(), Optional.empty()));
            }
            open = asked;
        } else if (event instanceof RatingEvent.Given given) {
            end(OptionalInt.of(given.value()), at);
        } else if (event instanceof RatingEvent.Silent) {
            end(OptionalInt.empty(), at);
        }
    }

    private void end(OptionalInt value, Instant at) {
        Rating asked = ratings.remove(ratings.size() - 1);
        ratings.add(new Rating(asked.agent(), asked.askedAt(), asked.of(), value, Optional.of(at)));
        open = null;
    }

    /** The question that may still be answered. */
    public Optional<RatingEvent.Asked> open() {
        return Optional.ofNullable(open);
    }

    List<Rating> view() {
        return List.copyOf(ratings);
    }
}
