// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.queue.QueueFigures.Today;
import io.patchbay.api.queue.QueueTrend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HalfHourTest {
    private static final QueueId LOANS = new QueueId("loans");
    private static final QueueId CARDS = new QueueId("cards");

    private final HalfHour halfHour = new HalfHour(queue -> Duration.ofSeconds(20));
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");

    private void passes(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private InteractionId comes(QueueId queue) {
        InteractionId id = InteractionId.at(now.toEpochMilli());
        waits(id, queue, now);
        return id;
    }

    private void waits(InteractionId id, QueueId queue, Instant since) {
        halfHour.take(picture(id, queue, InteractionState.WAITING, since, Optional.empty(), Optional.empty()), now);
    }

    private void answered(InteractionId id, QueueId queue, Instant since) {
        halfHour.take(picture(id, queue, InteractionState.CONNECTED, since, Optional.of(now), Optional.empty()), now);
    }

    private void leaves(InteractionId id, QueueId queue, Instant since) {
        halfHour.take(picture(id, queue, InteractionState.CLOSED, since, Optional.empty(), Optional.of(now)), now);
    }

    private QueueTrend trend(QueueId queue, int waiting, int ready) {
        return halfHour.trend(queue, now, waiting, ready);
    }

    @Test
    void onlyWhatHappenedInTheLastHalfHourCounts() {
        Instant early = now;
        InteractionId first = comes(LOANS);
        passes(5);
        answered(first, LOANS, early);
        passes(20 * 60);
        Instant later = now;
        InteractionId second = comes(LOANS);
        passes(40);
        answered(second, LOANS, later);
        assertThat(trend(LOANS, 0, 0).halfHour()).isEqualTo(new Today(2, 2, 1, 0));
        passes(15 * 60);
        assertThat(trend(LOANS, 0, 0).halfHour()).isEqualTo(new Today(1, 1, 0, 0));
        passes(30 * 60);
        assertThat(trend(LOANS, 0, 0).halfHour().serviceLevel()).isEmpty();
    }

    @Test
    void whoLeavesIsAbandonedAndWhoMovesIsNot() {
        Instant since = now;
        InteractionId leaver = comes(LOANS);
        InteractionId mover = comes(LOANS);
        passes(10);
        leaves(leaver, LOANS, since);
        waits(mover, CARDS, since);
        assertThat(trend(LOANS, 0, 0).halfHour()).isEqualTo(new Today(2, 0, 0, 1));
        assertThat(trend(CARDS, 1, 0).halfHour()).isEqualTo(new Today(1, 0, 0, 0));
        assertThat(trend(LOANS, 0, 0).waiting()).endsWith(0);
        assertThat(trend(CARDS, 1, 0).waiting()).endsWith(1);
    }

    @Test
    void theCurveSaysHowManyWaitedAtTheEndOfEachMinute() {
        Instant since = now;
        InteractionId first = comes(LOANS);
        passes(60);
        comes(LOANS);
        comes(LOANS);
        passes(60);
        answered(first, LOANS, since);
        passes(60);
        List<Integer> waiting = trend(LOANS, 2, 0).waiting();
        assertThat(waiting).hasSize(QueueTrend.MINUTES).endsWith(0, 1, 3, 2, 2);
    }

    @Test
    void whatWaitsGrowsOnAsItGrewLessWhoIsFree() {
        comes(LOANS);
        passes(20 * 60);
        comes(LOANS);
        comes(LOANS);
        assertThat(trend(LOANS, 3, 0).forecast()).isEqualTo(5);
        assertThat(trend(LOANS, 3, 1).forecast()).isEqualTo(4);
        assertThat(trend(LOANS, 3, 9).forecast()).isZero();
    }

    @Test
    void anOfferIsStillWaitingAndCountsOnce() {
        Instant since = now;
        InteractionId id = comes(LOANS);
        halfHour.take(picture(id, LOANS, InteractionState.OFFERED, since, Optional.empty(), Optional.empty()), now);
        waits(id, LOANS, since);
        assertThat(trend(LOANS, 1, 0).halfHour().offered()).isEqualTo(1);
        assertThat(trend(LOANS, 1, 0).waiting()).endsWith(0, 1);
    }

    private Interaction picture(
            InteractionId id,
            QueueId queue,
            InteractionState state,
            Instant since,
            Optional<Instant> accepted,
            Optional<Instant> left) {
        List<Assignment> parts = accepted.map(at -> List.of(part(since, at))).orElse(List.of());
        return new Interaction(
                id,
                "261122-00001",
                ConversationId.at(0),
                new Interaction.Contact(
                        new ChannelKey("voice"),
                        new WorkKind("call"),
                        Direction.INBOUND,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "zh-CN"),
                state,
                new Interaction.Placement(queue, UnitId.ROOT, 0),
                Optional.empty(),
                new Interaction.Times(since, Optional.of(since), accepted, left, left),
                Optional.empty(),
                Map.of(),
                parts,
                List.of());
    }

    private static Assignment part(Instant since, Instant at) {
        return new Assignment(
                new AgentId("susan"),
                since,
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
