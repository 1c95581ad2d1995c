// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Change;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.People;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.api.RetentionRule;
import io.patchbay.retention.store.RuleTable;
import io.patchbay.spi.command.Examination;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sets and ends retention rules, where the actor may. */
public final class RuleDesk {
    private final RuleTable rules;
    private final People people;
    private final InstantSource clock;

    public RuleDesk(RuleTable rules, People people, InstantSource clock) {
        this.rules = rules;
        this.people = people;
        this.clock = clock;
    }

    /** What the reviewers see; empty if it would be refused anyway. */
    public Optional<Examination> examine(Actor actor, RetentionRule rule) {
        return refusal(actor, rule).isPresent()
                ? Optional.empty()
                : Optional.of(examination(
                        rule, rules.rule(rule.id()).map(RetentionRule::json).orElse(Map.of()), rule.json()));
    }

    /** As {@link #examine(Actor, RetentionRule)}, for the end of a rule. */
    public Optional<Examination> examineRemoval(Actor actor, UUID id) {
        return rules.rule(id)
                .filter(rule -> may(actor, rule.unit()))
                .map(rule -> examination(rule, rule.json(), Map.of()));
    }

    private static Examination examination(RetentionRule rule, Map<String, Object> before, Map<String, Object> after) {
        return new Examination(
                "retention-rule:" + rule.id(), rule.unit(), before, after, Examination.Review.FIRST_AND_FINAL);
    }

    public CommandResult set(Actor actor, RetentionRule rule, String key) {
        Optional<CommandResult> refusal = refusal(actor, rule);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Map<String, Object> before =
                rules.rule(rule.id()).map(RetentionRule::json).orElse(Map.of());
        rules.set(rule, entry(actor, "retention.ruleSet", rule, Change.of(before, rule.json())), key);
        return new Done(Map.of("rule", rule.id().toString()));
    }

    public CommandResult remove(Actor actor, UUID id, String key) {
        Optional<RetentionRule> rule = rules.rule(id).filter(one -> may(actor, one.unit()));
        if (rule.isEmpty()) {
            return unknown(id);
        }
        Change change = Change.of(rule.get().json(), Map.of());
        rules.remove(rule.get(), entry(actor, "retention.ruleRemoved", rule.get(), change), key);
        return new Done();
    }

    private JournalDraft entry(Actor actor, String type, RetentionRule rule, Change change) {
        Map<String, Object> body =
                Map.of("rule", rule.id().toString(), "class", rule.records().wire(), "days", rule.days());
        return JournalDraft.act(clock.instant(), type, actor, rule.unit(), change.into(body));
    }

    private Optional<CommandResult> refusal(Actor actor, RetentionRule rule) {
        boolean other =
                rules.rule(rule.id()).filter(now -> !may(actor, now.unit())).isPresent();
        if (other) {
            return Optional.of(unknown(rule.id()));
        }
        boolean known =
                people.units(Scope.system()).stream().anyMatch(unit -> unit.id().equals(rule.unit()));
        return known && may(actor, rule.unit())
                ? Optional.empty()
                : Optional.of(new Refused(
                        Kind.FORBIDDEN,
                        Problem.of(
                                "not-your-unit",
                                "You may not set retention rules for the unit {0}.",
                                "您无权为机构 {0} 设置保留规则。",
                                rule.unit().value())));
    }

    private static CommandResult unknown(UUID rule) {
        return new Refused(
                Kind.NOT_FOUND,
                Problem.of(
                        "unknown-rule",
                        "There is no retention rule {0} that you may change.",
                        "没有您可更改的保留规则 {0}。",
                        rule));
    }

    private static boolean may(Actor actor, UnitId unit) {
        Scope scope = actor instanceof Actor.Person person ? person.scope() : Scope.system();
        return scope.may(RetentionCommand.RULES, Place.of(unit));
    }
}
