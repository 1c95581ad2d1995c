// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Traces what people tried and may not do. */
public final class Attempted {
    /** The entry's type. */
    public static final String TYPE = "command.refused";

    private final Journal journal;
    private final Function<Actor.Person, UnitId> unit;
    private final InstantSource clock;

    /** {@code unit} knows where a person belongs. */
    public Attempted(Journal journal, Function<Actor.Person, UnitId> unit, InstantSource clock) {
        this.journal = journal;
        this.unit = unit;
        this.clock = clock;
    }

    /** Completes, perhaps exceptionally, when the attempt is in the journal. */
    CompletionStage<Long> tell(Actor.Person actor, String name, Optional<InteractionId> about, Refused refused) {
        Map<String, Object> body = Map.of(
                "command",
                name,
                "code",
                refused.problem().code(),
                "user",
                actor.user().value());
        JournalDraft act = JournalDraft.act(clock.instant(), TYPE, actor, unit.apply(actor), body);
        return journal.append(List.of(new JournalDraft(
                act.at(),
                act.type(),
                act.version(),
                new JournalDraft.Subject(about, Optional.empty()),
                act.actor(),
                act.unit(),
                act.epoch(),
                act.body(),
                act.owner())));
    }
}
