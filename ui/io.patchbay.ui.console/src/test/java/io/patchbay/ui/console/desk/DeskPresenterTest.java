// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionCommand.Target;
import io.patchbay.api.interaction.Message.Author;
import io.patchbay.api.interaction.Message.Delivery;
import io.patchbay.ui.console.desk.DeskModel.Card;
import io.patchbay.ui.console.desk.DeskModel.Turn;
import io.patchbay.ui.console.dev.SampleCommands;
import io.patchbay.ui.console.dev.SampleCore;
import io.patchbay.ui.kit.view.Place;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskPresenterTest {
    private static final AgentId ALICE = new AgentId("alice");
    private static final Instant NOW = Instant.parse("2026-11-20T02:26:08Z");

    private final SampleCore core = new SampleCore();
    private final DirectContext context = new DirectContext(core, new SampleCommands(core), NOW);
    private final Map<String, String> drafts = new HashMap<>();
    private final Screen screen = new Screen();
    private final DeskPresenter presenter = new DeskPresenter(
            new DeskServices(
                    core,
                    core,
                    core.queues,
                    core,
                    core.customers,
                    (conversation, role, name, type, bytes) -> {
                        throw new java.io.IOException("no files here");
                    },
                    new CallFeed(),
                    java.util.List::of,
                    new Outward((scope, user) -> java.util.List.of(), java.util.List::of),
                    java.util.Optional::empty,
                    java.util.List::of),
            context,
            drafts,
            screen);

    /** Keeps what was shown last. */
    private static final class Screen implements DeskScreen {
        private DeskModel model;
        private String problem = "";
        private String unsent = "";

        @Override
        public void show(DeskModel shown) {
            model = shown;
        }

        @Override
        public void problem(String words) {
            problem = words;
        }

        @Override
        public void unsent(String key, String text) {
            unsent = text;
        }
    }

    @BeforeEach
    void ready() {
        core.presence(ALICE, new Presence.Ready());
    }

    private InteractionId arrived(String name) {
        InteractionId id = core.contact("chat", "service", name, null, Optional.empty(), NOW.minusSeconds(60))
                .id();
        core.write(id, Author.CUSTOMER, "您好", NOW.minusSeconds(50), Delivery.RECEIVED, null);
        return id;
    }

    private InteractionId open(String name) {
        InteractionId id = arrived(name);
        core.accept(ALICE, id);
        return id;
    }

    private Card card(InteractionId id) {
        return screen.model.cards().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private InteractionId front() {
        return screen.model.front().orElseThrow().contact().id();
    }

    @Test
    void anOfferRingsAndAcceptingBringsItToTheFront() {
        presenter.start();
        InteractionId id = arrived("林若晴");
        core.offer(ALICE, id, 15);

        assertThat(screen.model.offers()).singleElement().satisfies(offer -> assertThat(offer.who())
                .isEqualTo("林若晴"));
        presenter.accept(id);

        assertThat(screen.model.offers()).isEmpty();
        assertThat(front()).isEqualTo(id);
        assertThat(context.rewritten).isEqualTo("desk/" + id);
    }

    @Test
    void anAcceptedContactDoesNotPushAwayWhatIsBeingWritten() {
        InteractionId first = open("周明远");
        presenter.start();
        presenter.keepDraft(first.toString(), "可以的。");
        InteractionId second = arrived("林若晴");
        core.offer(ALICE, second, 15);
        presenter.accept(second);

        assertThat(front()).isEqualTo(first);
        assertThat(card(second).unread()).isEqualTo(1);
    }

    @Test
    void declinedOfferLeavesTheDesk() {
        presenter.start();
        InteractionId id = arrived("林若晴");
        core.offer(ALICE, id, 15);
        presenter.decline(id);

        assertThat(screen.model.offers()).isEmpty();
        assertThat(screen.model.cards()).isEmpty();
    }

    @Test
    void aContactIsMyTurnUntilIAnswer() {
        InteractionId id = open("周明远");
        presenter.start();
        assertThat(card(id).turn()).isEqualTo(Turn.MINE);

        presenter.send(new InteractionCommand.SendMessage(id, "您好，我是 1001 号客服。"), () -> {});
        assertThat(card(id).turn()).isEqualTo(Turn.CUSTOMER);
        assertThat(card(id).line()).endsWith("您好，我是 1001 号客服。");
    }

    @Test
    void messagesElsewhereCountAsUnreadUntilSeen() {
        InteractionId first = open("周明远");
        InteractionId second = open("Emily");
        presenter.start();
        presenter.select(first);
        presenter.select(second);
        presenter.select(first);
        core.write(second, Author.CUSTOMER, "Still there?", NOW, Delivery.RECEIVED, null);

        assertThat(card(second).unread()).isEqualTo(1);
        assertThat(card(first).unread()).isZero();
        presenter.select(second);
        assertThat(card(second).unread()).isZero();
        assertThat(screen.model.front().orElseThrow().firstUnread()).isPresent();
    }

    @Test
    void draftsBelongToOneConversation() {
        InteractionId first = open("周明远");
        InteractionId second = open("Emily");
        presenter.start();
        presenter.keepDraft(first.toString(), "给周先生");

        assertThat(presenter.draft(first)).isEqualTo("给周先生");
        assertThat(presenter.draft(second)).isEmpty();
        presenter.send(new InteractionCommand.SendMessage(first, "给周先生"), () -> {});
        assertThat(drafts).isEmpty();
    }

    @Test
    void aRefusedMessageComesBackWithItsReason() {
        InteractionId id = open("周明远");
        presenter.start();
        presenter.send(new InteractionCommand.SendMessage(id, "refuse"), () -> {});

        assertThat(screen.unsent).isEqualTo("refuse");
        assertThat(screen.problem).isEqualTo("客户已离开，消息未发送。");
        assertThat(presenter.draft(id)).isEqualTo("refuse");
    }

    @Test
    void endedContactsGoToWrapUpAndLeaveWhenCompleted() {
        InteractionId id = open("周明远");
        InteractionId other = open("Emily");
        presenter.start();
        presenter.select(id);
        presenter.end(id);
        assertThat(screen.model.front().orElseThrow().phase()).isEqualTo(AgentDesk.Phase.WRAP_UP);
        assertThat(card(id).turn()).isEqualTo(Turn.WRAP_UP);

        presenter.complete(id, Optional.of("enquiry"), "已说明");
        assertThat(screen.model.cards()).extracting(Card::id).containsExactly(other);
        assertThat(front()).isEqualTo(other);
    }

    @Test
    void aQueueThatNeedsACodeIsNotCompletedWithout() {
        InteractionId id = core.contact("chat", "loans", "周明远", null, Optional.empty(), NOW)
                .id();
        core.accept(ALICE, id);
        presenter.start();
        presenter.end(id);
        presenter.complete(id, Optional.empty(), "");

        assertThat(screen.problem).contains("联系种类");
        assertThat(screen.model.cards()).hasSize(1);
    }

    @Test
    void parkedContactsStandInTheirOwnGroupUntilResumed() {
        InteractionId id = open("周明远");
        presenter.start();
        presenter.park(id);
        assertThat(card(id).turn()).isEqualTo(Turn.PARKED);
        presenter.resume(id);
        assertThat(card(id).turn()).isEqualTo(Turn.MINE);
    }

    @Test
    void aTransferredContactLeavesTheDesk() {
        InteractionId id = open("周明远");
        presenter.start();
        presenter.transfer(id, new Target.ToAgent(new AgentId("bob")));
        assertThat(screen.model.cards()).isEmpty();
        assertThat(screen.model.front()).isEmpty();
    }

    @Test
    void keysStepThroughTheListAndToTheNextTurn() {
        InteractionId first = open("A");
        InteractionId second = open("B");
        presenter.start();
        presenter.select(first);
        presenter.step(1);
        assertThat(front()).isEqualTo(second);
        presenter.step(1);
        assertThat(front()).isEqualTo(first);
        presenter.send(new InteractionCommand.SendMessage(first, "好"), () -> {});
        presenter.nextTurn();
        assertThat(front()).isEqualTo(second);
    }

    @Test
    void theAddressBringsItsContactToTheFront() {
        open("A");
        InteractionId second = open("B");
        context.place = Place.parse("desk/" + second);
        presenter.start();
        assertThat(front()).isEqualTo(second);
    }

    @Test
    void typingIsShownAndRunsOut() {
        InteractionId id = open("周明远");
        presenter.start();
        presenter.select(id);
        core.typing(id);
        assertThat(screen.model.front().orElseThrow().typing()).isTrue();
        context.now = NOW.plusSeconds(20);
        context.tick();
        assertThat(screen.model.front().orElseThrow().typing()).isFalse();
    }

    @Test
    void nothingIsFollowedAnyMoreWhenTheWindowIsGone() {
        open("周明远");
        presenter.start();
        List<Card> before = screen.model.cards();
        context.close();
        open("Emily");
        assertThat(screen.model.cards()).isEqualTo(before);
    }
}
