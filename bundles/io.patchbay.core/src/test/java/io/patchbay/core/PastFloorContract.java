// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.floor.PastFloor;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.spi.channel.ChannelSignal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floor of the past is what the live one showed then; the same on every database. */
interface PastFloorContract {
    /** A fresh database; called once a test. */
    DataSource database(Path folder);

    /** The floor as people compare it: everything but what nobody journals. */
    record Shown(List<String> queues, List<String> agents, List<String> contacts) {
        static Shown of(List<QueueFigures> queues, List<AgentState> agents, List<Interaction> contacts) {
            return new Shown(
                    queues.stream().map(Shown::queue).toList(),
                    agents.stream()
                            .filter(agent -> !(agent.presence() instanceof Presence.LoggedOut))
                            .map(Shown::agent)
                            .toList(),
                    contacts.stream().map(Shown::contact).toList());
        }

        private static String queue(QueueFigures queue) {
            return queue.queue() + " " + queue.waiting() + " "
                    + queue.longestSince().map(Shown::whole) + " "
                    + queue.ready() + "/" + queue.working() + " " + queue.today() + " "
                    + queue.trend().orElseThrow().halfHour() + " "
                    + queue.trend().orElseThrow().forecast();
        }

        private static String agent(AgentState agent) {
            return agent.agent() + " " + agent.presence() + " " + whole(agent.since()) + " "
                    + agent.load().reserved() + agent.load().active()
                    + agent.load().wrapUp();
        }

        private static String contact(Interaction contact) {
            return contact.number() + " " + contact.state() + " "
                    + contact.placement().queue() + " " + contact.contact().name() + " "
                    + contact.assignments().size();
        }

        private static Instant whole(Instant at) {
            return at.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** What a centre showed, moment by moment. */
    final class Recorder {
        private final Centre centre;
        private final List<Instant> moments = new ArrayList<>();
        private final List<Shown> shown = new ArrayList<>();

        Recorder(Centre centre) {
            this.centre = centre;
        }

        /** Everything of before is durable; nothing else happens until the next millisecond. */
        void look() {
            Instant at = Instant.now();
            shown.add(live());
            moments.add(at);
            Centre.until(() -> Instant.now().isAfter(at.plusMillis(2)));
        }

        private Shown live() {
            return Shown.of(
                    centre.core.queues().figures(Scope.system()),
                    centre.core.agents().agents(Scope.system()),
                    centre.core.interactions().open(Scope.system()));
        }

        Shown past(int moment) {
            PastFloor.Moment then = centre.core.pastFloor().at(Scope.system(), moments.get(moment), share -> {});
            return Shown.of(then.queues(), then.agents(), then.open());
        }
    }

    private static InteractionId waits(Centre centre, String name) {
        Customer customer = centre.arrives("service", name);
        Centre.until(() -> centre.interaction(customer.id()).state() == InteractionState.WAITING);
        return customer.id();
    }

    @Test
    default void theFloorOfEachMomentIsWhatWasShownThen(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            Recorder recorder = new Recorder(centre);
            recorder.look();
            InteractionId first = waits(centre, "one");
            Customer leaver = centre.arrives("vip", "two");
            Centre.until(() -> centre.core.interactions().open(Scope.system()).stream()
                            .filter(contact -> contact.state() == InteractionState.WAITING)
                            .count()
                    == 2);
            recorder.look();
            centre.ready("alice");
            InteractionId offered = centre.offer("alice");
            recorder.look();
            centre.does("alice", new InteractionCommand.AcceptAssignment(offered));
            Centre.until(() -> centre.interaction(offered).state() == InteractionState.CONNECTED);
            recorder.look();
            leaver.signals(new ChannelSignal.RemoteLeft("customer"));
            Centre.until(
                    () -> centre.interaction(leaver.id()).times().remoteLeftAt().isPresent());
            recorder.look();
            centre.does("susan", new InteractionCommand.EndInteraction(first));
            Centre.until(() -> centre.interaction(first).times().remoteLeftAt().isPresent());
            recorder.look();
            for (int moment = 0; moment < recorder.moments.size(); moment++) {
                assertThat(recorder.past(moment))
                        .as("moment %s, forward", moment)
                        .isEqualTo(recorder.shown.get(moment));
            }
            for (int moment = recorder.moments.size() - 1; moment >= 0; moment--) {
                assertThat(recorder.past(moment)).as("moment %s, back", moment).isEqualTo(recorder.shown.get(moment));
            }
        }
    }

    @Test
    default void whoMayNotSeeNamesNowSeesNoneOfThen(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            waits(centre, "one");
            Scope masked =
                    Scope.of(new UserId("nobody"), Set.of(new UnitId("headquarters")), Set.of(Permissions.FLOOR));
            Centre.until(() -> centre.core.interactions().open(masked).stream()
                    .allMatch(one -> one.placement().told().isPresent()));
            List<Interaction> live = centre.core.interactions().open(masked);
            List<Interaction> then = centre.core
                    .pastFloor()
                    .at(masked, Instant.now(), share -> {})
                    .open();
            assertThat(then).isEqualTo(live);
            assertThat(then.get(0).contact().name()).isPresent().isNotEqualTo(Optional.of("林若晴"));
        }
    }

    @Test
    default void whoSeesNothingNowSeesNothingThen(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            waits(centre, "one");
            PastFloor.Moment then =
                    centre.core.pastFloor().at(Scope.nothing(new UserId("nobody")), Instant.now(), share -> {});
            assertThat(then.open()).isEmpty();
        }
    }
}
