// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.agent.AgentDesk.Phase;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.call.LiveCall.Recording;
import io.patchbay.api.call.LiveCalls.Phone.State;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Message.Author;
import io.patchbay.api.interaction.Message.Delivery;
import io.patchbay.ui.console.desk.DeskModel.OnCall;
import io.patchbay.ui.console.desk.DeskModel.Turn;
import io.patchbay.ui.console.dev.SampleCalls;
import io.patchbay.ui.console.dev.SampleCommands;
import io.patchbay.ui.console.dev.SampleCore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskCallsTest {
    private static final AgentId ALICE = new AgentId("alice");
    private static final Instant NOW = Instant.parse("2026-11-20T02:26:08Z");

    private final SampleCore core = new SampleCore();
    private final SampleCalls phones = core.calls;
    private final CallFeed feed = new CallFeed();
    private final DirectContext context = new DirectContext(core, new SampleCommands(core), NOW);
    private final LastShown screen = new LastShown();
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
                    feed,
                    java.util.List::of,
                    new Outward((scope, user) -> java.util.List.of(), java.util.List::of),
                    java.util.Optional::empty,
                    java.util.List::of),
            context,
            new HashMap<>(),
            screen);

    /** Keeps what was shown last. */
    private static final class LastShown implements DeskScreen {
        private DeskModel model;

        @Override
        public void show(DeskModel shown) {
            model = shown;
        }

        @Override
        public void problem(String words) {}

        @Override
        public void unsent(String key, String text) {}
    }

    @BeforeEach
    void ready() {
        core.presence(ALICE, new Presence.Ready());
        phones.phone(ALICE, State.FREE);
        feed.joined(phones);
        presenter.start();
    }

    private InteractionId rings() {
        InteractionId id = core.contact("voice", "service", "林若晴", null, Optional.empty(), NOW.minusSeconds(20))
                .id();
        core.offer(ALICE, id, 15);
        phones.phone(ALICE, State.RINGING);
        return id;
    }

    private InteractionId talks(Recording recording) {
        InteractionId id = rings();
        presenter.accept(id);
        core.accept(ALICE, id);
        phones.phone(ALICE, State.TALKING);
        phones.talking(id, ALICE, recording, SampleCalls.GOOD);
        return id;
    }

    private OnCall call() {
        return screen.model.voice().on().orElseThrow();
    }

    @Test
    void anAcceptedCallWaitsForTheHandset() {
        InteractionId id = rings();
        assertThat(screen.model.pickUp()).isEmpty();
        presenter.accept(id);

        assertThat(screen.model.offers()).as("the offer's clock runs on").hasSize(1);
        assertThat(screen.model.pickUp())
                .get()
                .satisfies(offer -> assertThat(offer.contact().id()).isEqualTo(id));
    }

    @Test
    void theAnswerOfTheCoreIsEnoughBeforeThePhoneSaysSo() {
        InteractionId id = rings();
        feed.left(phones);
        presenter.accept(id);
        assertThat(screen.model.pickUp()).isPresent();
    }

    @Test
    void aDeclinedCallIsNotWaitedForWhenItRingsAgain() {
        InteractionId id = rings();
        presenter.accept(id);
        presenter.decline(id);
        phones.phone(ALICE, State.FREE);
        core.offer(ALICE, id, 15);
        assertThat(screen.model.pickUp()).isEmpty();
    }

    @Test
    void aWrittenContactIsNeverWaitedForAtThePhone() {
        phones.phone(ALICE, State.PICK_UP);
        InteractionId chat = core.contact("chat", "service", "Emily", null, Optional.empty(), NOW)
                .id();
        core.write(chat, Author.CUSTOMER, "Hello", NOW, Delivery.RECEIVED, null);
        core.offer(ALICE, chat, 15);
        assertThat(screen.model.pickUp()).isEmpty();
    }

    @Test
    void pickingUpTheHandsetConnects() {
        InteractionId id = talks(Recording.ON);
        assertThat(screen.model.offers()).isEmpty();
        assertThat(call().card().id()).isEqualTo(id);
        assertThat(call().card().turn()).isEqualTo(Turn.TALKING);
        assertThat(call().live().orElseThrow().recording()).isEqualTo(Recording.ON);
        assertThat(screen.model.front().orElseThrow().talking()).isTrue();
    }

    @Test
    void aRecordingThatFailsIsSeenAtOnce() {
        InteractionId id = talks(Recording.ON);
        phones.talking(id, ALICE, Recording.FAILED, SampleCalls.GOOD);
        assertThat(call().live().orElseThrow().recording()).isEqualTo(Recording.FAILED);
    }

    @Test
    void soundQualityIsReadAgainWhileTalking() {
        InteractionId id = talks(Recording.ON);
        feed.left(phones);
        assertThat(call().live()).as("without voice").isEmpty();
        phones.talking(id, ALICE, Recording.ON, SampleCalls.POOR);
        feed.joined(phones);
        context.tick();
        assertThat(call().live().orElseThrow().parties().get(0).quality()).contains(SampleCalls.POOR);
    }

    @Test
    void hangingUpAtThePhoneBringsWrapUp() {
        InteractionId id = talks(Recording.ON);
        core.phase(ALICE, id, Phase.WRAP_UP);
        phones.over(id);
        phones.phone(ALICE, State.FREE);
        assertThat(call().card().turn()).isEqualTo(Turn.WRAP_UP);
        assertThat(call().card().endsAt()).isPresent();
        assertThat(call().live()).isEmpty();
    }

    @Test
    void hangingUpAtTheDeskEndsTheInteraction() {
        InteractionId id = talks(Recording.ON);
        presenter.end(id);
        assertThat(call().card().turn()).isEqualTo(Turn.WRAP_UP);
    }

    @Test
    void anAgentWithoutAPhoneIsTold() {
        core.unreachable(ALICE, true);
        assertThat(DeskModel.phoneAway(screen.model.agent())).isTrue();
        core.unreachable(ALICE, false);
        assertThat(DeskModel.phoneAway(screen.model.agent())).isFalse();
    }

    @Test
    void theVoiceChannelComesAndGoes() {
        talks(Recording.ON);
        feed.left(phones);
        assertThat(phones.watched()).isFalse();
        assertThat(screen.model.voice().phone()).isEmpty();
        assertThat(call().card().turn()).as("the desk goes on").isEqualTo(Turn.TALKING);
        feed.joined(phones);
        assertThat(screen.model.voice().phone()).isPresent();
    }

    @Test
    void aClosedWindowFollowsNoMore() {
        context.close();
        DeskModel before = screen.model;
        phones.phone(ALICE, State.AWAY);
        assertThat(screen.model).isSameAs(before);
    }
}
