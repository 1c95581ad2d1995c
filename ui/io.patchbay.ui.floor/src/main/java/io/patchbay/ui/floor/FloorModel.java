// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import io.patchbay.api.agent.AgentState;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.queue.WaitEstimate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The floor at one moment.
 *
 * @param headlines five figures
 * @param queues one line a queue
 * @param agents one tile an agent
 * @param matters what needs somebody, worst first
 */
record FloorModel(List<Headline> headlines, List<QueueLine> queues, List<Tile> agents, List<Matter> matters) {
    /** The same floor; what is as it was in an earlier reading is that reading's, so that comparing costs little. */
    FloorModel after(FloorModel earlier) {
        Map<QueueId, QueueLine> lines =
                earlier.queues.stream().collect(Collectors.toMap(QueueLine::id, Function.identity()));
        Map<AgentId, Tile> tiles = earlier.agents.stream()
                .collect(Collectors.toMap(tile -> tile.state().agent(), Function.identity()));
        return new FloorModel(
                headlines,
                queues.stream().map(line -> same(line, lines.get(line.id()))).toList(),
                agents.stream()
                        .map(tile -> same(tile, tiles.get(tile.state().agent())))
                        .toList(),
                matters.equals(earlier.matters) ? earlier.matters : matters);
    }

    private static <T> T same(T now, T before) {
        return now.equals(before) ? before : now;
    }

    /** How good or bad something is; the names are tones of the theme. */
    enum Tone {
        OK,
        WA,
        ER;

        String theme() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One large figure with its goal.
     *
     * @param key of its words
     * @param value the figure; empty while there is none
     * @param running the figure is the time since then
     * @param unit key of the words after the figure, or a name
     * @param share how full its meter is, 0.0 to 1.0
     * @param goal where the goal stands on the meter
     * @param tone how good it is
     * @param detail values for the words under it
     */
    record Headline(
            String key,
            Optional<String> value,
            Optional<Instant> running,
            String unit,
            double share,
            double goal,
            Tone tone,
            List<String> detail) {}

    /**
     * One queue.
     *
     * @param id which
     * @param name its name
     * @param waiting how many wait
     * @param longest since when the longest waits
     * @param estimate how long one who came now would wait; empty of the past
     * @param level service level of the last half hour
     * @param today service level today
     * @param goal its goal
     * @param ready agents who could take one
     * @param working agents who are busy with it or others
     * @param offered contacts today
     * @param abandoned share of them abandoned
     * @param trend how many waited minute by minute; empty if nobody knows
     * @param forecast how many are expected to wait in a quarter of an hour
     * @param tone how good it is
     */
    record QueueLine(
            QueueId id,
            String name,
            int waiting,
            Optional<Instant> longest,
            Optional<WaitEstimate> estimate,
            Optional<Double> level,
            Optional<Double> today,
            double goal,
            int ready,
            int working,
            int offered,
            Optional<Double> abandoned,
            List<Integer> trend,
            Optional<Integer> forecast,
            Tone tone) {}

    /** What an agent does, derived from presence and load. */
    enum Doing {
        CALL,
        TEXT,
        WRAP_UP,
        RINGING,
        READY,
        NOT_READY,
        LOGGED_OUT
    }

    /**
     * One agent.
     *
     * @param state who and how
     * @param doing what he does
     * @param since since when
     * @param contacts what he works on
     * @param ringing the call that rings at his phone
     * @param flagged whether it has lasted too long
     */
    record Tile(
            AgentState state,
            Doing doing,
            Instant since,
            List<Interaction> contacts,
            Optional<Interaction> ringing,
            boolean flagged) {}

    /** Something that needs somebody. */
    sealed interface Matter {
        /** A figure of a queue is out of its bound. */
        record Raised(Alarm alarm, QueueLine queue) implements Matter {}

        /** A queue is far below its goal. */
        record LowLevel(QueueLine queue) implements Matter {}

        /** A contact waits far longer than its goal. */
        record LongWait(Interaction contact, String queue, Instant since) implements Matter {}

        /** An agent asks for more time to wrap up. */
        record MoreTime(InteractionId contact, Tile agent, int seconds) implements Matter {}

        /** An agent's state has lasted too long. */
        record LongState(Tile agent) implements Matter {}
    }
}
