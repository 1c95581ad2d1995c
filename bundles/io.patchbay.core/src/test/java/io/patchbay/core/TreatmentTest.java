// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.spi.channel.ChannelSession.OutboundMessage;
import io.patchbay.spi.treatment.Sentence;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.spi.treatment.TreatmentQuestion;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TreatmentTest {
    private static final Sentence WHY = new Sentence("because", "因为");
    private static final Sentence SORRY = new Sentence("sorry", "抱歉");

    @TempDir
    Path home;

    private Centre centre;

    @BeforeEach
    void begin() {
        centre = new Centre(home, TestDatabases.h2(home));
    }

    @AfterEach
    void end() {
        centre.close();
    }

    private void treats(int order, Function<TreatmentQuestion, Treated> decision) {
        centre.treatments.add(new Treatment() {
            @Override
            public String name() {
                return "test." + order;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public Treated treat(TreatmentQuestion question) {
                return decision.apply(question);
            }
        });
    }

    private static Treated queue(String queue, int credit) {
        return new Treated.ToQueue(
                Optional.of(queue).filter(id -> !id.isEmpty()).map(QueueId::new),
                credit,
                Optional.empty(),
                Map.of(),
                Optional.of(WHY));
    }

    private static Treated closed(Treated.Closed.Action action) {
        return new Treated.Closed(action, Optional.of(Instant.parse("2099-01-01T01:00:00Z")), SORRY, WHY);
    }

    private List<InteractionEvent.Treated> treated(InteractionId id) {
        return events(id, InteractionEvent.Treated.class);
    }

    private <E> List<E> events(InteractionId id, Class<E> type) {
        return centre.journal.read(0, 1000).stream()
                .filter(entry -> entry.interaction().equals(Optional.of(id)))
                .flatMap(entry -> CoreEvents.read(entry).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> heard(Customer customer) {
        return customer.heard.stream().map(OutboundMessage::text).toList();
    }

    private InteractionId waits(Customer customer) {
        Centre.until(
                () -> customer.id() != null && centre.interaction(customer.id()).state() == InteractionState.WAITING);
        return customer.id();
    }

    private InteractionId isClosed(Customer customer) {
        Centre.until(
                () -> customer.id() != null && centre.interaction(customer.id()).state() == InteractionState.CLOSED);
        return customer.id();
    }

    @Test
    void eachOneSeesWhatThoseBeforeItDecidedAndTheirCreditsAdd() {
        List<String> asked = new ArrayList<>();
        treats(20, question -> {
            asked.add(question.queue().value());
            return queue("", 3);
        });
        treats(10, question -> queue("loans", 4));
        InteractionId id = waits(centre.arrives("service", "1"));
        assertThat(asked).containsExactly("loans");
        assertThat(centre.interaction(id).placement().queue()).isEqualTo(new QueueId("loans"));
        assertThat(events(id, InteractionEvent.Favoured.class))
                .containsExactly(new InteractionEvent.Favoured(7, Optional.empty(), "because; because / 因为；因为"));
        assertThat(treated(id)).extracting(InteractionEvent.Treated::by).containsExactly("test.10", "test.20");
    }

    @Test
    void oneThatThrowsOrHangsIsNamedAndPassedOver() {
        CountDownLatch never = new CountDownLatch(1);
        treats(1, question -> {
            throw new IllegalStateException("broken");
        });
        treats(2, question -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return queue("loans", 0);
        });
        treats(3, question -> queue("", 5));
        InteractionId id = waits(centre.arrives("service", "2"));
        assertThat(centre.interaction(id).placement().queue()).isEqualTo(new QueueId("service"));
        assertThat(treated(id))
                .extracting(InteractionEvent.Treated::decision)
                .containsExactly("failed", "failed", "queue");
    }

    @Test
    void whoIsRefusedIsToldAndEndedAndNobodyElseIsAsked() {
        List<String> asked = new ArrayList<>();
        treats(1, question -> new Treated.Refuse(SORRY, Map.of("chat.page", "list"), WHY));
        treats(2, question -> {
            asked.add("second");
            return Treated.nothing();
        });
        Customer customer = centre.arrives("service", "3");
        InteractionId id = isClosed(customer);
        assertThat(centre.interaction(id).outcome()).contains(Outcome.REFUSED);
        assertThat(centre.interaction(id).facts()).containsEntry("chat.page", "list");
        Centre.until(() -> heard(customer).contains("抱歉") && customer.ended.isDone());
        assertThat(asked).isEmpty();
    }

    @Test
    void outsideTheHoursWhatIsWrittenWaitsAndACallEnds() {
        treats(1, question -> closed(Treated.Closed.Action.MESSAGE));
        Customer writer = centre.arrives("service", "4");
        InteractionId kept = waits(writer);
        assertThat(centre.interaction(kept).times().queuedAt()).contains(Instant.parse("2099-01-01T01:00:00Z"));
        Centre.until(() -> heard(writer).contains("抱歉"));
        assertThat(writer.ended).isNotDone();
        Customer caller = centre.calls("service", "4b");
        assertThat(centre.interaction(isClosed(caller)).outcome()).contains(Outcome.REFUSED);
        assertThat(heard(caller)).isEmpty();
    }

    @Test
    void anUnknownQueueIsNotTaken() {
        treats(1, question -> queue("nowhere", 0));
        InteractionId id = waits(centre.arrives("service", "5"));
        assertThat(centre.interaction(id).placement().queue()).isEqualTo(new QueueId("service"));
    }

    @Test
    void whoKeepsFailingIsLeftAlone() {
        int[] asked = new int[1];
        treats(1, question -> {
            asked[0]++;
            throw new IllegalStateException("broken");
        });
        for (int i = 0; i < 7; i++) {
            waits(centre.arrives("service", "many-" + i));
        }
        assertThat(asked[0]).isEqualTo(5);
        assertThat(Duration.ofMillis(500)).isEqualTo(io.patchbay.core.treat.Treatments.WITHIN);
    }
}
