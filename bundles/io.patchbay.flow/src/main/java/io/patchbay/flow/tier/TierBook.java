// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.tier;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Change;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.flow.api.TierCommand;
import io.patchbay.flow.api.TierRule;
import io.patchbay.flow.api.TierRules;
import io.patchbay.flow.store.TierTable;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of tiers: read from memory, changed one change at a time in their table. */
public final class TierBook implements TierRules {
    private final TierTable table;
    private final Predicate<QueueId> queues;
    private final Predicate<UnitId> units;
    private final InstantSource clock;
    private volatile List<TierRule> now;

    public TierBook(TierTable table, Predicate<QueueId> queues, Predicate<UnitId> units, InstantSource clock) {
        this.table = table;
        this.queues = queues;
        this.units = units;
        this.clock = clock;
        read();
    }

    private void read() {
        now = table.all().stream()
                .map(TierFields::read)
                .sorted(Comparator.comparingInt(TierRule::order).thenComparing(TierRule::id))
                .toList();
    }

    @Override
    public List<TierRule> rules() {
        return now;
    }

    /** Carries a command out. Waits for the database. */
    public synchronized CommandResult carryOut(Actor actor, TierCommand command, String key) {
        if (command instanceof TierCommand.SaveTier save) {
            Optional<CommandResult> refusal = refusal(save.rule());
            if (refusal.isPresent()) {
                return refusal.get();
            }
            String id = save.rule().id();
            table.save(
                    id,
                    save.rule().json(),
                    told(actor, "tier.saved", id, save.rule().json()),
                    key);
        } else if (command instanceof TierCommand.RemoveTier remove) {
            if (find(remove.rule()).isEmpty()) {
                return refused(
                        Kind.NOT_FOUND, "unknown-rule", "There is no rule \"{0}\".", "没有规则“{0}”。", remove.rule());
            }
            table.remove(remove.rule(), told(actor, "tier.removed", remove.rule(), Map.of()), key);
        }
        read();
        return new CommandResult.Done();
    }

    private Optional<TierRule> find(String id) {
        return now.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private JournalDraft told(Actor actor, String type, String id, Map<String, Object> after) {
        Map<String, Object> before = find(id).map(TierRule::json).orElse(Map.of());
        return JournalDraft.act(
                clock.instant(),
                type,
                actor,
                UnitId.ROOT,
                Change.of(before, after).into(Map.of("rule", id)));
    }

    private Optional<CommandResult> refusal(TierRule rule) {
        Set<QueueId> named = new HashSet<>(rule.fits().queues());
        rule.gives().queue().ifPresent(named::add);
        Optional<CommandResult> queue = named.stream()
                .filter(queues.negate())
                .findFirst()
                .map(unknown -> refused(
                        Kind.INVALID, "unknown-queue", "There is no queue \"{0}\".", "没有队列“{0}”。", unknown.value()));
        return queue.or(() -> rule.fits().units().stream()
                .filter(units.negate())
                .findFirst()
                .map(unknown -> refused(
                        Kind.INVALID, "unknown-unit", "There is no unit \"{0}\".", "没有机构“{0}”。", unknown.value())));
    }

    private static CommandResult refused(Kind kind, String code, String english, String chinese, String value) {
        return new Refused(kind, Problem.of(code, english, chinese, value));
    }

    /** A queue that a rule names; empty if none does. */
    public Optional<TierRule> naming(QueueId queue) {
        return now.stream()
                .filter(rule -> rule.gives().queue().filter(queue::equals).isPresent()
                        || rule.fits().queues().contains(queue))
                .findFirst();
    }
}
