// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks;

import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.core.CoreNode;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.OverloadException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Customers who arrive as soon as there is room, and agents who take, answer and complete each contact at once. Its own
 * work is in the measured CPU time.
 */
final class Load {
    private static final ChannelKey CHANNEL = new ChannelKey("loopback");
    private static final long PATIENCE_SECONDS = 60;

    private final CoreNode core;
    private final Commands commands;
    private final OneQueue people;
    private final int messages;
    private final int inFlight;
    private final Semaphore room;
    private final AtomicReference<String> failure = new AtomicReference<>();
    private int arrived;

    Load(CoreNode core, Commands commands, OneQueue people, int inFlight, int messages) {
        this.core = core;
        this.commands = commands;
        this.people = people;
        this.messages = messages;
        this.inFlight = inFlight;
        this.room = new Semaphore(inFlight);
        core.interactions().watch(this::work);
    }

    /** Everybody is ready. */
    void begin() {
        for (UserId user : people.agents()) {
            AgentId agent = new AgentId(user.value());
            core.agents().windowOpened(agent, "benchmark");
            execute(agent, new AgentCommand.ChangePresence(agent, new Presence.Ready()))
                    .toCompletableFuture()
                    .join();
        }
    }

    /** Runs contacts from arrival to close; returns when the last is closed, or how many were done when time is up. */
    int run(int contacts, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int done = 0;
        while (done < contacts && System.nanoTime() < end) {
            take(1);
            arrive();
            done++;
        }
        take(inFlight);
        room.release(inFlight);
        return done;
    }

    private void take(int permits) throws InterruptedException {
        boolean taken = room.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (failure.get() != null || !taken) {
            throw new IllegalStateException(
                    taken ? failure.get() : "nothing was closed for " + PATIENCE_SECONDS + " s: " + failure.get());
        }
    }

    private void arrive() throws InterruptedException {
        String remote = "visitor-" + arrived++;
        List<ChannelSignal.MessageArrived> said = IntStream.range(0, messages)
                .mapToObj(i ->
                        new ChannelSignal.MessageArrived(new MessageId(remote + "-" + i), "您好，我想查询一下上个月信用卡的账单明细，谢谢。"))
                .toList();
        Arrival arrival = new Arrival(
                CHANNEL,
                OneQueue.KIND,
                new Address.Handle("loopback", remote),
                Optional.empty(),
                OneQueue.QUEUE,
                Optional.empty(),
                Optional.of(remote),
                new Arrival.About(Optional.of("林若晴"), Optional.empty(), "zh-CN"),
                said);
        while (true) {
            try {
                core.intake().open(arrival, new Visitor(failure));
                return;
            } catch (OverloadException e) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    /** What the agent does with what is on his desk. */
    private void work(Interaction contact) {
        if (contact.state() == InteractionState.OFFERED) {
            InteractionId id = contact.id();
            AgentId agent =
                    contact.assignments().get(contact.assignments().size() - 1).agent();
            execute(agent, new InteractionCommand.AcceptAssignment(id)).thenAccept(accepted -> answer(agent, id));
        } else if (contact.state() == InteractionState.CLOSED) {
            room.release();
        }
    }

    private void answer(AgentId agent, InteractionId id) {
        for (int i = 0; i < messages; i++) {
            execute(agent, new InteractionCommand.SendMessage(id, "您好，请稍等，我马上为您查询。"));
        }
        execute(agent, new InteractionCommand.CompleteAssignment(id, Optional.of("enquiry"), ""));
    }

    private CompletionStage<CommandResult> execute(AgentId agent, Command command) {
        UserId user = new UserId(agent.value());
        Actor actor = new Actor.Person(user, people.scope(user));
        CompletionStage<CommandResult> answer = commands.execute(actor, command, "");
        return answer.whenComplete((result, thrown) -> {
            if (thrown != null || result instanceof CommandResult.Refused) {
                failure.compareAndSet(null, command + " gave " + (thrown == null ? result : thrown));
            }
        });
    }

    /** A remote party that is content with everything. */
    private record Visitor(AtomicReference<String> failure) implements ChannelSession {
        @Override
        public void committed(InteractionId id, ConversationId conversation) {}

        @Override
        public void refused(Problem problem) {
            failure.compareAndSet(null, "an arrival was refused: " + problem);
        }

        @Override
        public void accepted(MessageId id, Instant at) {}

        @Override
        public void queued(QueuePlace place) {}

        @Override
        public void connect(AgentId agent, String name) {}

        @Override
        public void send(OutboundMessage message) {}

        @Override
        public void typing() {}

        @Override
        public void end() {}
    }
}
