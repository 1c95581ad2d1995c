// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.customer.SourceCard;
import io.patchbay.api.customer.SourceCard.State;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.spi.customer.CustomerSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class SourceCardsTest {
    private static final Interaction CONTACT = new Interaction(
            InteractionId.at(1),
            "261122-00001",
            ConversationId.at(1),
            new Interaction.Contact(
                    new ChannelKey("sms"),
                    new WorkKind("sms"),
                    Direction.INBOUND,
                    Optional.of(Address.parse("tel:+8613800000001")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "zh-CN"),
            InteractionState.WAITING,
            new Interaction.Placement(new QueueId("service"), new UnitId("headquarters"), 0),
            Optional.empty(),
            new Interaction.Times(
                    Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Map.of(),
            List.of(),
            List.of());

    private final HandClock clock = new HandClock();
    private final SourceCards cards = new SourceCards(() -> clock.now, clock::after);
    private final Crm crm = new Crm();

    SourceCardsTest() {
        cards.joined(crm);
    }

    /** Time moves only by hand; what is due then runs. */
    private static final class HandClock {
        private final List<Map.Entry<Instant, Runnable>> due = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-22T02:00:00Z");

        void after(Duration pause, Runnable work) {
            due.add(Map.entry(now.plus(pause), work));
        }

        void move(Duration by) {
            now = now.plus(by);
            List<Runnable> ripe = due.stream()
                    .filter(one -> !one.getKey().isAfter(now))
                    .map(Map.Entry::getValue)
                    .toList();
            due.removeIf(one -> !one.getKey().isAfter(now));
            ripe.forEach(Runnable::run);
        }
    }

    /** Answers when told to. */
    private static final class Crm implements CustomerSource {
        private final List<CompletableFuture<Map<String, Object>>> asked = new ArrayList<>();

        @Override
        public String name() {
            return "crm";
        }

        @Override
        public CompletionStage<Map<String, Object>> lookUp(Question question) {
            asked.add(new CompletableFuture<>());
            return asked.get(asked.size() - 1);
        }

        void answers(String balance) {
            asked.get(asked.size() - 1)
                    .complete(Map.of("title", "客户关系", "rows", List.of(Map.of("label", "余额", "value", balance))));
        }
    }

    private CompletableFuture<List<SourceCard>> ask() {
        return cards.ask(Scope.system(), CONTACT).toCompletableFuture();
    }

    /** Asks and waits for nothing. */
    private void look() {
        assertThat(ask()).isNotNull();
    }

    private SourceCard card() {
        return cards.known(Scope.system(), CONTACT).get(0);
    }

    @Test
    void aQuickSourceIsThereAtOnceAndFreshForAMinute() {
        CompletableFuture<List<SourceCard>> answer = ask();
        crm.answers("100");
        assertThat(answer).isDone();
        assertThat(answer.join().get(0).rows()).containsExactly(new SourceCard.Row("余额", "100"));
        assertThat(card().state()).isEqualTo(State.FRESH);
        assertThat(ask()).isDone();
        assertThat(crm.asked).hasSize(1);
        clock.move(Duration.ofMinutes(2));
        assertThat(card().state()).isEqualTo(State.AGED);
        look();
        assertThat(crm.asked).hasSize(2);
    }

    @Test
    void aSlowSourceIsNotWaitedForLongerThanHalfASecondAndItsAnswerComesLater() {
        List<List<SourceCard>> told = new ArrayList<>();
        cards.watch(Scope.system(), CONTACT, told::add);
        CompletableFuture<List<SourceCard>> answer = ask();
        clock.move(Duration.ofMillis(499));
        assertThat(answer).isNotDone();
        clock.move(Duration.ofMillis(1));
        assertThat(answer).isDone();
        assertThat(answer.join().get(0).state()).isEqualTo(State.ASKING);
        crm.answers("100");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).get(0).state()).isEqualTo(State.FRESH);
    }

    @Test
    void aDeadSourceShowsWhatWasKnownWithItsAgeAndSaysWhatIsMissing() {
        look();
        crm.answers("100");
        Instant answered = clock.now;
        clock.move(Duration.ofMinutes(4));
        look();
        clock.move(AskedSource.LIMIT);
        assertThat(card().state()).isEqualTo(State.AGED);
        assertThat(card().asOf()).contains(answered);
        assertThat(card().rows()).hasSize(1);
        assertThat(card().trouble().orElseThrow().problem().chinese()).contains("crm", "未响应");
    }

    @Test
    void aSourceThatFailsFiveTimesIsLeftAloneForHalfAMinuteAndThenTriedOnce() {
        for (int i = 0; i < Breaker.PATIENCE; i++) {
            look();
            crm.asked.get(i).completeExceptionally(new IllegalStateException("connection refused"));
        }
        assertThat(card().state()).isEqualTo(State.MISSING);
        assertThat(card().trouble().orElseThrow().retryAt()).contains(clock.now.plus(Breaker.REST));
        assertThat(ask()).isDone();
        assertThat(crm.asked).hasSize(Breaker.PATIENCE);
        clock.move(Breaker.REST);
        look();
        look();
        assertThat(crm.asked).hasSize(Breaker.PATIENCE + 1);
        crm.answers("100");
        assertThat(card().state()).isEqualTo(State.FRESH);
        assertThat(card().trouble()).isEmpty();
    }

    @Test
    void aSourceThatComesLaterIsAskedForTheCardsThatAreOpenAndOneThatGoesLeavesThem() {
        SourceCards open = new SourceCards(() -> clock.now, clock::after);
        List<List<SourceCard>> told = new ArrayList<>();
        open.watch(Scope.system(), CONTACT, told::add);
        open.joined(crm);
        assertThat(told.get(told.size() - 1).get(0).state()).isEqualTo(State.ASKING);
        crm.answers("100");
        assertThat(told.get(told.size() - 1).get(0).state()).isEqualTo(State.FRESH);
        Crm changed = new Crm();
        open.joined(changed);
        open.left(crm); // the old one goes after the new one came
        assertThat(told.get(told.size() - 1)).hasSize(1);
        open.left(changed);
        assertThat(told.get(told.size() - 1)).isEmpty();
    }

    @Test
    void whoPressesAskAgainIsHeardAlsoWhileTheSourceIsLeftAlone() {
        for (int i = 0; i < Breaker.PATIENCE; i++) {
            look();
            crm.asked.get(i).completeExceptionally(new IllegalStateException("connection refused"));
        }
        look();
        assertThat(crm.asked).hasSize(Breaker.PATIENCE);
        CompletableFuture<List<SourceCard>> again = insist();
        assertThat(insist()).isNotSameAs(again);
        assertThat(crm.asked).hasSize(Breaker.PATIENCE + 1);
        crm.answers("100");
        assertThat(again.join().get(0).state()).isEqualTo(State.FRESH);
        assertThat(card().trouble()).isEmpty();
    }

    private CompletableFuture<List<SourceCard>> insist() {
        return cards.askAgain(Scope.system(), CONTACT).toCompletableFuture();
    }

    @Test
    void nobodyWithoutTheRightSeesAnything() {
        Scope nobody = Scope.nothing(new UserId("nobody"));
        assertThat(cards.known(nobody, CONTACT)).isEmpty();
        assertThat(cards.ask(nobody, CONTACT).toCompletableFuture().join()).isEmpty();
        assertThat(crm.asked).isEmpty();
    }

    @Test
    void whatASourceSpellsWronglyIsLeftOut() {
        look();
        crm.asked
                .get(0)
                .complete(Map.of("rows", "none", "alerts", 7, "customer", Map.of("name", "林若晴", "tier", "Gold!")));
        assertThat(card().rows()).isEmpty();
        assertThat(cards.person(CONTACT).orElseThrow().tier()).isEmpty();
    }
}
