// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.Conference;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What follows from who is in a contact: its channel puts them together, and whoever is a guest has his phone busy. */
final class Visits {
    private final SlotState state;
    private final Surroundings around;

    Visits(SlotState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    Optional<Conference> conference(LiveInteraction contact) {
        return state.session(contact.id()).flatMap(session -> session.conference());
    }

    void tell(Turn turn, LiveInteraction contact, Consumer<Conference> word) {
        Optional<Conference> now = conference(contact); // the contact may go to another slot in this turn
        turn.after(() -> now.ifPresent(word));
    }

    /** Who hears whom may have changed. */
    void arranged(Turn turn, LiveInteraction contact) {
        List<Participant> all = contact.parties().all();
        tell(turn, contact, conference -> conference.arrange(all));
    }

    /** A guest's load and desk, wherever he is decided about. */
    void changed(Turn turn, LiveInteraction contact, Participant guest) {
        guest.id().agent().ifPresent(agent -> {
            AgentDesk.Participation visit = new AgentDesk.Participation(
                    contact.id(),
                    guest.role(),
                    guest.manner(),
                    guest.by(),
                    contact.parties().note(guest.id()),
                    conference(contact).isPresent());
            around.visits(turn, agent, Optional.of(visit), contact.id());
        });
    }

    void over(Turn turn, LiveInteraction contact, AgentId guest) {
        around.visits(turn, guest, Optional.empty(), contact.id());
    }
}
