// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.projection;

import io.patchbay.api.event.RatingEvent;
import java.sql.SQLException;

/** Every question to a customer and what became of it, under the queue in which the contact then was. */
final class RatingFigures {
    private final Sql sql;

    private record Place(String queue, String channel) {}

    RatingFigures(Sql sql) {
        this.sql = sql;
    }

    void take(String interaction, String unit, RatingEvent event, long at) throws SQLException {
        if (event instanceof RatingEvent.Asked asked) {
            if (asked.attempt() == 1) { // repeated, it is still one question
                ask(interaction, unit, asked, at);
            }
        } else if (event instanceof RatingEvent.Given given) {
            answer(interaction, given, "given", given.value());
        } else {
            answer(interaction, event, "silent", 0);
        }
    }

    private void ask(String interaction, String unit, RatingEvent.Asked asked, long at) throws SQLException {
        Place place = sql.one(
                        "select queue, channel from report_interaction where id = ?",
                        row -> new Place(row.getString(1), row.getString(2)),
                        interaction)
                .orElse(new Place("unknown", "unknown"));
        sql.update(
                "insert into report_rating (interaction, agent, asked_at, queue, channel, unit, best, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'asked')",
                interaction,
                asked.agent().value(),
                at,
                place.queue,
                place.channel,
                unit,
                asked.of());
    }

    private void answer(String interaction, RatingEvent event, String state, int mark) throws SQLException {
        sql.update(
                "update report_rating set state = ?, mark = ? where interaction = ? and agent = ? and state = 'asked'",
                state,
                mark,
                interaction,
                event.agent().value());
    }
}
