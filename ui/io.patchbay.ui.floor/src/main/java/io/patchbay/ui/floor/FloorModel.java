// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import io.patchbay.api.agent.AgentState;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The floor at one moment.
 *
 * @param headlines five figures
 * @param queues one line a queue
 * @param agents one tile an agent
 * @param matters what needs somebody, worst first
 */
record FloorModel(List<Headline> headlines, List<QueueLine> queues, List<Tile> agents, List<Matter> matters) {

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
     * @param level service level today
     * @param goal its goal
     * @param ready agents who could take one
     * @param working agents who are busy with it or others
     * @param offered contacts today
     * @param abandoned share of them abandoned
     * @param tone how good it is
     */
    record QueueLine(
            QueueId id,
            String name,
            int waiting,
            Optional<Instant> longest,
            Optional<Double> level,
            double goal,
            int ready,
            int working,
            int offered,
            Optional<Double> abandoned,
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
     * @param flagged whether it has lasted too long
     */
    record Tile(AgentState state, Doing doing, Instant since, List<Interaction> contacts, boolean flagged) {}

    /** Something that needs somebody. */
    sealed interface Matter {
        /** A queue is far below its goal. */
        record LowLevel(QueueLine queue) implements Matter {}

        /** A contact waits far longer than its goal. */
        record LongWait(Interaction contact, String queue, Instant since) implements Matter {}

        /** An agent's state has lasted too long. */
        record LongState(Tile agent) implements Matter {}
    }
}
