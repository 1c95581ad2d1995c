// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.core.slot.Turn;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Does work in the group that has its contact or agent by then: either may have moved to another between the asking and
 * the turn. What is for nobody any more is done where it was asked, and finds nobody.
 */
final class Whereabouts {
    private static final int TRIES = 20;

    private final QueueGroup here;
    private final QueueGroups all;

    Whereabouts(QueueGroup here, QueueGroups all) {
        this.here = here;
        this.all = all;
    }

    /** Where the agent is decided about. */
    void of(AgentId agent, BiConsumer<QueueGroup, Turn> work) {
        here.slot().execute(turn -> {
            QueueGroup now = all.of(agent);
            if (now == here) {
                work.accept(here, turn);
            } else {
                now.whereabouts().of(agent, work);
            }
        });
    }

    /** Where the contact is decided about. */
    void of(InteractionId contact, BiConsumer<QueueGroup, Turn> work) {
        of(contact, work, TRIES);
    }

    /** While it is handed over nobody has it: its old owner looks again once that is durable. */
    private void of(InteractionId contact, BiConsumer<QueueGroup, Turn> work, int tries) {
        here.slot().execute(turn -> {
            Optional<QueueGroup> owner = all.of(contact);
            if (tries == 0
                    || owner.isEmpty()
                    || here.state().interaction(contact).isPresent()) {
                work.accept(here, turn);
            } else if (owner.get() == here) {
                turn.after(() -> of(contact, work, tries - 1));
            } else {
                owner.get().whereabouts().of(contact, work, tries - 1);
            }
        });
    }
}
