// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.first;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.demo.api.FirstSteps.Stage;
import io.patchbay.demo.town.Pictures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToursTest {
    private static final UserId ALICE = new UserId("alice");

    private static Interaction contact(InteractionState state, Outcome outcome, Assignment... parts) {
        return Pictures.of(
                "sms",
                new Address.PhoneNumber("+8617000001000"),
                "林子涵",
                "service",
                state,
                Optional.ofNullable(outcome),
                List.of(parts));
    }

    private static Stage stage(Interaction contact) {
        return Tours.stage(ALICE, contact);
    }

    @Test
    void aStepGoesFromRingingToDone() {
        assertThat(stage(contact(InteractionState.OFFERED, null, Pictures.part("alice", false, false, false))))
                .isEqualTo(Stage.RINGING);
        assertThat(stage(contact(InteractionState.CONNECTED, null, Pictures.part("alice", true, false, false))))
                .isEqualTo(Stage.ANSWERED);
        assertThat(stage(contact(InteractionState.WRAPUP, null, Pictures.part("alice", true, true, false))))
                .isEqualTo(Stage.WRAP_UP);
        assertThat(stage(contact(InteractionState.CLOSED, Outcome.HANDLED, Pictures.part("alice", true, true, true))))
                .isEqualTo(Stage.DONE);
    }

    @Test
    void anotherAgentsContactIsNoStepOfHers() {
        assertThat(stage(contact(InteractionState.CLOSED, Outcome.HANDLED, Pictures.part("bob", true, true, true))))
                .isEqualTo(Stage.OPEN);
    }

    @Test
    void whatWasDeclinedOrAbandonedIsStillOpen() {
        assertThat(stage(contact(InteractionState.WAITING, null, Pictures.part("alice", false, false, true))))
                .isEqualTo(Stage.OPEN);
        assertThat(stage(contact(
                        InteractionState.CLOSED, Outcome.ABANDONED, Pictures.part("alice", false, false, true))))
                .isEqualTo(Stage.OPEN);
    }
}
