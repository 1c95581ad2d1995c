// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.demo.api.TownState.Tally;
import io.patchbay.demo.town.folk.Matters;
import io.patchbay.demo.town.folk.Townsfolk;
import io.patchbay.demo.town.line.Line;
import io.patchbay.demo.town.line.Visit;
import io.patchbay.demo.town.pace.Clockwork;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreetTest {
    private static final ChannelKey VOICE = new ChannelKey("voice");
    private static final ChannelKey SMS = new ChannelKey("sms");

    private final ManualClock clock = new ManualClock();
    private final Clockwork clockwork = new Clockwork();
    private final List<String> told = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final Street street = new Street(
            Townsfolk.of(1, 100),
            Matters.read(),
            new Random(1),
            clockwork,
            clock.source(),
            (contact, agent) -> told.add("hand over to " + agent));

    /** A line that writes down what its customer does. */
    private final class Listed implements Line {
        @Override
        public void answered() {
            told.add("talks");
        }

        @Override
        public void say(int number) {
            told.add("says " + number);
        }

        @Override
        public void leave() {
            told.add("leaves");
        }
    }

    StreetTest() {
        for (String channel : List.of("voice", "sms")) {
            street.opened(channel, (visit, ear) -> {
                visits.add(visit);
                return new Listed();
            });
        }
    }

    @AfterEach
    void end() {
        clockwork.close();
    }

    private Interaction contact(String queue, InteractionState state, Outcome outcome) {
        Visit visit = visits.get(0);
        return Pictures.of(
                visit.channel().value(),
                new Address.PhoneNumber(visit.who().phone()),
                visit.who().name(),
                queue,
                state,
                Optional.ofNullable(outcome),
                List.of());
    }

    private Tally tally(ChannelKey channel) {
        return street.tallies().get(channel);
    }

    @Test
    void aCallerTalksWhenSomebodyIsThereAndIsCountedAtTheEnd() {
        assertThat(street.begin(VOICE, false, Optional.empty())).isTrue();
        street.take(contact("town-care", InteractionState.CONNECTED, null));
        street.take(contact("town-care", InteractionState.CONNECTED, null));
        assertThat(told).containsExactly("talks");
        street.take(contact("town-care", InteractionState.CLOSED, Outcome.HANDLED));
        assertThat(tally(VOICE)).isEqualTo(new Tally(1, 0, 1, 0, 0));
        assertThat(street.size()).isZero();
    }

    @Test
    void aCallerWhoseCallWaitsTooLongHangsUp() {
        street.begin(VOICE, false, Optional.empty());
        street.take(contact("town-care", InteractionState.WAITING, null));
        clock.advance(Duration.ofSeconds(40));
        street.sweep();
        assertThat(told).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        street.sweep();
        assertThat(told).containsExactly("leaves");
        street.take(contact("town-care", InteractionState.CLOSED, Outcome.ABANDONED));
        assertThat(tally(VOICE).abandoned()).isEqualTo(1);
    }

    @Test
    void whoTextsIsPatientButAsksAgainOnce() {
        street.begin(SMS, false, Optional.empty());
        street.take(contact("town-care", InteractionState.WAITING, null));
        clock.advance(Duration.ofMinutes(3));
        street.sweep();
        street.sweep();
        assertThat(told).containsExactly("says 1");
    }

    @Test
    void whoNeverGotThroughIsGivenUp() {
        street.begin(SMS, false, Optional.empty());
        clock.advance(Duration.ofSeconds(61));
        street.sweep();
        assertThat(tally(SMS)).isEqualTo(new Tally(1, 0, 0, 0, 1));
    }

    @Test
    void whoStraysIntoAQueueOfPeopleLeavesAtOnce() {
        street.begin(VOICE, false, Optional.empty());
        street.take(contact("service", InteractionState.WAITING, null));
        assertThat(told).containsExactly("leaves");
        assertThat(tally(VOICE).failed()).isEqualTo(1);
    }

    @Test
    void whoWasAskedForRingsAtTheRightDesk() {
        street.begin(SMS, true, Optional.of(new AgentId("alice")));
        street.take(contact("service", InteractionState.TREATING, null));
        assertThat(told).isEmpty();
        street.take(contact("service", InteractionState.OFFERED, null));
        assertThat(told).containsExactly("hand over to alice");
    }

    @Test
    void nobodyIsInTouchTwiceAndTheStreetHoldsOnlySoMany() {
        for (int i = 0; i < 2 * Bounds.MOST_OPEN; i++) {
            street.begin(SMS, false, Optional.empty());
        }
        assertThat(visits).hasSize(Bounds.MOST_OPEN).extracting(Visit::who).doesNotHaveDuplicates();
        street.clear();
        assertThat(street.size()).isZero();
    }

    @Test
    void aChannelThatIsNotThereBringsNobody() {
        assertThat(street.begin(new ChannelKey("chat"), false, Optional.empty()))
                .isFalse();
        street.closed("sms");
        assertThat(street.begin(SMS, false, Optional.empty())).isFalse();
    }
}
