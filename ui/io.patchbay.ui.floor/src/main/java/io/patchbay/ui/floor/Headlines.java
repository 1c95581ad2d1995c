// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueFigures.Today;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueTrend;
import io.patchbay.ui.floor.FloorModel.Doing;
import io.patchbay.ui.floor.FloorModel.Headline;
import io.patchbay.ui.floor.FloorModel.QueueLine;
import io.patchbay.ui.floor.FloorModel.Tile;
import io.patchbay.ui.floor.FloorModel.Tone;
import io.patchbay.ui.kit.text.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The five figures at the top, each with its goal. */
final class Headlines {
    private static final double MOST_ABANDONED = 0.05;
    private static final double FAR_BELOW = 0.08;
    private static final int GOALS_TO_WAIT = 4;

    private final List<QueueLine> queues;
    private final List<QueueFigures> figures;
    private final Map<QueueId, QueueSettings> settings;
    private final List<Tile> agents;
    private final Instant now;

    Headlines(
            List<QueueLine> queues,
            List<QueueFigures> figures,
            Map<QueueId, QueueSettings> settings,
            List<Tile> agents,
            Instant now) {
        this.queues = queues;
        this.figures = figures;
        this.settings = settings;
        this.agents = agents;
        this.now = now;
    }

    List<Headline> all() {
        return List.of(level(), waiting(), longest(), abandoned(), ready());
    }

    private int sum(ToIntFunction<Today> count) {
        return figures.stream().map(QueueFigures::today).mapToInt(count).sum();
    }

    /** Of the last half hour; of the day where nobody measures that. */
    private int recent(ToIntFunction<Today> count) {
        return figures.stream()
                .map(one -> one.trend().map(QueueTrend::halfHour).orElse(one.today()))
                .mapToInt(count)
                .sum();
    }

    private Headline level() {
        int decided = recent(Today::answered) + recent(Today::abandoned);
        double goal = queues.stream()
                        .mapToDouble(queue -> queue.goal() * Math.max(1, queue.offered()))
                        .sum()
                / Math.max(
                        1,
                        queues.stream()
                                .mapToInt(queue -> Math.max(1, queue.offered()))
                                .sum());
        double share = decided == 0 ? 1 : recent(Today::answeredInTime) / (double) decided;
        Tone tone = share >= goal ? Tone.OK : share >= goal - FAR_BELOW ? Tone.WA : Tone.ER;
        int day = sum(Today::answered) + sum(Today::abandoned);
        return new Headline(
                "level",
                decided == 0 ? Optional.empty() : Optional.of(Formats.percent(share)),
                Optional.empty(),
                "%",
                decided == 0 ? 0 : share,
                goal,
                tone,
                List.of(
                        Formats.share(goal),
                        day == 0 ? "–" : Formats.share(sum(Today::answeredInTime) / (double) day)));
    }

    private Headline waiting() {
        int waiting = queues.stream().mapToInt(QueueLine::waiting).sum();
        int ready = readyAgents();
        int most = Math.max(10, agents.size());
        Tone tone = waiting <= ready ? Tone.OK : waiting <= most ? Tone.WA : Tone.ER;
        return new Headline(
                "waiting",
                Optional.of(Formats.number(waiting)),
                Optional.empty(),
                "",
                waiting / (double) most,
                Math.min(1, ready / (double) most),
                tone,
                List.of(Formats.number(ready)));
    }

    private Headline longest() {
        Optional<QueueLine> worst = queues.stream()
                .filter(queue -> queue.longest().isPresent())
                .min(Comparator.comparing(queue -> queue.longest().get()));
        if (worst.isEmpty()) {
            return new Headline("longest", Optional.of("0:00"), Optional.empty(), "", 0, 0.25, Tone.OK, List.of("–"));
        }
        QueueLine queue = worst.get();
        Duration goal = settings.get(queue.id()).goal().answerWithin();
        double waited = Duration.between(queue.longest().get(), now).toMillis();
        double goals = waited / goal.toMillis();
        Tone tone = goals <= 1 ? Tone.OK : goals <= GOALS_TO_WAIT ? Tone.WA : Tone.ER;
        return new Headline(
                "longest",
                Optional.empty(),
                queue.longest(),
                queue.name(),
                rounded(goals / GOALS_TO_WAIT),
                1.0 / GOALS_TO_WAIT,
                tone,
                List.of(Formats.duration(goal)));
    }

    /** In steps of a twentieth, so that the meter is not pushed every second. */
    private static double rounded(double share) {
        return Math.round(Math.min(1, share) * 20) / 20.0;
    }

    private Headline abandoned() {
        int decided = sum(Today::answered) + sum(Today::abandoned);
        double share = decided == 0 ? 0 : sum(Today::abandoned) / (double) decided;
        Tone tone = share <= MOST_ABANDONED ? Tone.OK : share <= 2 * MOST_ABANDONED ? Tone.WA : Tone.ER;
        Optional<String> value = decided == 0 ? Optional.empty() : Optional.of(Formats.percent(share));
        return new Headline(
                "abandoned",
                value,
                Optional.empty(),
                "%",
                share / (2 * MOST_ABANDONED),
                0.5,
                tone,
                List.of(Formats.share(MOST_ABANDONED), Formats.number(sum(Today::abandoned))));
    }

    private Headline ready() {
        long present = agents.stream()
                .filter(tile -> !(tile.state().presence() instanceof Presence.LoggedOut))
                .count();
        int ready = readyAgents();
        Tone tone = ready > 0 || present == 0 ? Tone.OK : Tone.WA;
        return new Headline(
                "ready",
                Optional.of(Formats.number(ready)),
                Optional.empty(),
                "/ " + present,
                present == 0 ? 0 : ready / (double) present,
                -1,
                tone,
                List.of(Formats.number(present)));
    }

    private int readyAgents() {
        return (int) agents.stream().filter(tile -> tile.doing() == Doing.READY).count();
    }
}
