// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.watch.Watch;
import io.patchbay.core.slot.Publisher;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What everybody may look at now: the newest durable pictures, and who follows them. Safe for any thread. */
public final class LiveBoard implements Publisher {
    private static final Logger log = LoggerFactory.getLogger(LiveBoard.class);

    private final LiveInteractions interactions = new LiveInteractions();
    private final Map<AgentId, AgentDesk> desks = new ConcurrentHashMap<>();
    private final List<Consumer<Interaction>> interactionWatchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<InteractionId>> typingWatchers = new CopyOnWriteArrayList<>();
    private final Map<AgentId, List<Consumer<AgentDesk>>> deskWatchers = new ConcurrentHashMap<>();
    private final QueueDay day;
    private final Executor teller;

    /** {@code teller} runs watchers, one after the other. */
    public LiveBoard(QueueDay day, Executor teller) {
        this.day = day;
        this.teller = teller;
    }

    @Override
    public void publish(List<Interaction> changed, List<AgentDesk> changedDesks) {
        changed.forEach(interaction -> {
            interactions.put(interaction);
            day.take(interaction);
        });
        changedDesks.forEach(desk -> desks.put(desk.state().agent(), desk));
        if (interactionWatchers.isEmpty() && deskWatchers.isEmpty()) {
            return;
        }
        teller.execute(() -> {
            changed.forEach(interaction -> tell(interactionWatchers, interaction));
            changedDesks.forEach(
                    desk -> tell(deskWatchers.getOrDefault(desk.state().agent(), List.of()), desk));
        });
    }

    /** A typing sign. */
    public void typing(InteractionId id) {
        teller.execute(() -> tell(typingWatchers, id));
    }

    /** Pictures that are counted already, and nobody's news. */
    public void restore(List<Interaction> known, List<AgentDesk> knownDesks) {
        known.forEach(interactions::put);
        knownDesks.forEach(desk -> desks.put(desk.state().agent(), desk));
    }

    private static <T> void tell(List<Consumer<T>> watchers, T news) {
        for (Consumer<T> watcher : watchers) {
            try {
                watcher.accept(news);
            } catch (RuntimeException e) {
                log.warn("A watcher failed", e);
            }
        }
    }

    public LiveInteractions interactions() {
        return interactions;
    }

    Collection<AgentDesk> desks() {
        return desks.values();
    }

    Optional<AgentDesk> desk(AgentId agent) {
        return Optional.ofNullable(desks.get(agent));
    }

    /** How an agent is; empty if he never worked. */
    public Optional<AgentState> agent(AgentId agent) {
        return desk(agent).map(AgentDesk::state);
    }

    public QueueDay day() {
        return day;
    }

    Watch watchInteractions(Consumer<Interaction> watcher) {
        return watch(interactionWatchers, watcher);
    }

    Watch watchTyping(Consumer<InteractionId> watcher) {
        return watch(typingWatchers, watcher);
    }

    Watch watchDesk(AgentId agent, Consumer<AgentDesk> watcher) {
        List<Consumer<AgentDesk>> watchers = deskWatchers.computeIfAbsent(agent, key -> new CopyOnWriteArrayList<>());
        return watch(watchers, watcher);
    }

    private static <T> Watch watch(List<Consumer<T>> watchers, Consumer<T> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
