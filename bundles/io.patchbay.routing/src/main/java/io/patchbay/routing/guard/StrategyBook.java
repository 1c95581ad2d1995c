// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.guard;

import io.patchbay.api.queue.QueueRules;
import io.patchbay.routing.strategy.BestSkill;
import io.patchbay.routing.strategy.LeastOccupied;
import io.patchbay.routing.strategy.LongestIdle;
import io.patchbay.routing.strategy.SlackFirst;
import io.patchbay.spi.routing.RoutingStrategy;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The strategies there are: those built in, and those of plug-ins, which come and go and are cut off when they fail.
 * Safe for any thread.
 */
public final class StrategyBook {
    /** Longest answer of a plug-in's strategy. */
    public static final Duration LIMIT = Duration.ofMillis(20);

    private static final Logger log = LoggerFactory.getLogger(StrategyBook.class);

    private static final Map<String, RoutingStrategy> BUILT_IN = Map.of(
            "longest-idle",
            new LongestIdle(),
            "least-occupied",
            new LeastOccupied(),
            "best-skill",
            new BestSkill(),
            QueueRules.SLACK_FIRST,
            new SlackFirst());

    private final Duration limit;
    private final Map<String, RoutingStrategy> plugIns = new TreeMap<>();
    private final Map<String, String> cutOff = new TreeMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private volatile long version;

    /** Makes one with the built-in strategies. */
    public StrategyBook() {
        this(LIMIT);
    }

    /** For tests, whose machine may be slow. */
    StrategyBook(Duration limit) {
        this.limit = limit;
    }

    /** A plug-in brings a strategy, or a new one in place of its old one. */
    public synchronized void add(String id, RoutingStrategy strategy) {
        if (BUILT_IN.containsKey(id)) {
            log.warn("Routing strategy {} of a plug-in is not used: one of that name is built in", id);
            return;
        }
        plugIns.put(id, strategy);
        cutOff.remove(id);
        missing.remove(id);
        version++;
        log.info("Routing strategy {} is there", id);
    }

    /** A plug-in takes its strategy away; unless another came in its place meanwhile. */
    public synchronized void remove(String id, RoutingStrategy strategy) {
        if (plugIns.remove(id, strategy)) {
            cutOff.remove(id);
            version++;
            log.info("Routing strategy {} is gone", id);
        }
    }

    /** An administrator chose it: it gets another chance. */
    public synchronized void chosen(String id) {
        missing.remove(id);
        if (cutOff.remove(id) != null) {
            version++;
            log.info("Routing strategy {} is chosen again", id);
        }
    }

    private synchronized void cutOff(String id, RoutingStrategy strategy, String reason) {
        if (plugIns.get(id) == strategy && cutOff.putIfAbsent(id, reason) == null) {
            version++;
            log.error("Routing strategy {} is cut off, {} decides: {}", id, QueueRules.SLACK_FIRST, reason);
        }
    }

    /** Changes whenever {@link #effective} or {@link #strategy} may answer differently. */
    public long version() {
        return version;
    }

    /** The strategy that decides where a queue names this one: itself, or the default if it is not there or cut off. */
    public synchronized String effective(String id) {
        if (BUILT_IN.containsKey(id) || (plugIns.containsKey(id) && !cutOff.containsKey(id))) {
            return id;
        }
        if (!plugIns.containsKey(id) && missing.add(id)) {
            log.warn("There is no routing strategy {}; {} decides", id, QueueRules.SLACK_FIRST);
        }
        return QueueRules.SLACK_FIRST;
    }

    /** One that decides for one slot: a plug-in's on a thread of its own until it is released. */
    public synchronized Seat strategy(String id) {
        RoutingStrategy builtIn = BUILT_IN.get(id);
        if (builtIn != null) {
            return new Seat(builtIn, Optional.empty());
        }
        RoutingStrategy plugIn = plugIns.get(id);
        Guarded guarded = new Guarded(id, plugIn, limit, reason -> cutOff(id, plugIn, reason));
        return new Seat(guarded, Optional.of(guarded));
    }

    /** Every strategy that can be chosen, by id. */
    public synchronized Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(new TreeSet<>(BUILT_IN.keySet()));
        ids.addAll(plugIns.keySet());
        return ids;
    }

    /** Those cut off, with the reason. */
    public synchronized Map<String, String> cutOff() {
        return Map.copyOf(cutOff);
    }

    /** Those that queues name and nobody brings. */
    public Set<String> missing() {
        return Set.copyOf(missing);
    }

    /** A strategy at work for one slot. */
    public record Seat(RoutingStrategy strategy, Optional<Guarded> guard) {
        /** Whether it runs on the slot's own thread. */
        public boolean inline() {
            return guard.isEmpty();
        }

        /** It answered what cannot be: a plug-in's is cut off. */
        public CutOffException nonsense(String what) {
            return guard.map(one -> one.failed(what))
                    .orElseThrow(() -> new IllegalStateException("a built-in strategy answered nonsense: " + what));
        }

        /** The slot needs it no more. */
        public void release() {
            guard.ifPresent(Guarded::end);
        }
    }
}
