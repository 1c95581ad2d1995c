// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import java.util.List;
import java.util.Optional;

/**
 * Who is in a call, as one of them sees it. Who only listens or whispers is left out.
 *
 * @param all everybody
 * @param me who looks
 */
record CallParties(List<Participant> all, AgentId me) {
    /** The customer, while an agent has him. */
    Optional<Participant> customer() {
        return all.stream().filter(one -> one.role() == Role.CUSTOMER).findFirst();
    }

    boolean held() {
        return customer().filter(one -> one.manner() == Manner.HELD).isPresent();
    }

    boolean muted() {
        return all.stream().anyMatch(one -> one.id().equals(PartyId.of(me)) && one.muted());
    }

    /** Colleagues and outsiders who were called in. */
    List<Participant> consulted() {
        return all.stream()
                .filter(one -> one.role() == Role.COLLEAGUE || one.role() == Role.EXTERNAL)
                .toList();
    }

    /** Whether more than two talk together. */
    boolean conference() {
        return !held() && consulted().stream().anyMatch(one -> one.manner() == Manner.TALKING);
    }
}
