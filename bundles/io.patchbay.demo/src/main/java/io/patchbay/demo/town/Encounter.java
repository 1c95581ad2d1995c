// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.id.AgentId;
import io.patchbay.demo.town.line.Line;
import io.patchbay.demo.town.line.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One resident's contact that runs. On the town's thread. */
final class Encounter {
    final Visit visit;
    final Instant since;
    /** How long he waits for somebody to answer. */
    final Duration patience;
    /** With whom of the named people he shall speak. */
    final Optional<AgentId> wanted;

    Line line = () -> {};
    boolean seen;
    boolean answered;
    boolean thanked;
    boolean asked;
    boolean ending;
    boolean gone;

    Encounter(Visit visit, Instant since, Duration patience, Optional<AgentId> wanted) {
        this.visit = visit;
        this.since = since;
        this.patience = patience;
        this.wanted = wanted;
    }

    boolean waitsOnTheLine() {
        return visit.channel().value().equals("voice")
                || visit.channel().value().equals("chat");
    }
}
