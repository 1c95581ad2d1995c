// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.business;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.trace.api.BusinessAct;
import io.patchbay.trace.api.BusinessAct.State;
import io.patchbay.trace.api.BusinessActs;
import io.patchbay.trace.api.BusinessCommand.BeginBusiness;
import io.patchbay.trace.api.BusinessCommand.FinishBusiness;
import io.patchbay.trace.api.BusinessKind;
import io.patchbay.trace.store.ActTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Begins and finishes acts on accounts. What is done or failed stays so; what is unknown may still become either. */
public final class BusinessDesk {
    private static final Actor SELF = new Actor.Part("trace");

    private final ActTable table;
    private final Interactions interactions;
    private final List<BusinessKind> kinds;
    private final BusinessEntries entries;
    private final InstantSource clock;

    /** A desk for these kinds of business. */
    public BusinessDesk(ActTable table, Interactions interactions, List<BusinessKind> kinds, InstantSource clock) {
        this.table = table;
        this.interactions = interactions;
        this.kinds = List.copyOf(kinds);
        this.entries = new BusinessEntries(clock);
        this.clock = clock;
    }

    /** What can be done. */
    public List<BusinessKind> kinds() {
        return kinds;
    }

    /** The acts of a contact that a reader may see, with the account behind dots. */
    public List<BusinessAct> of(Scope scope, InteractionId interaction) {
        return table.of(interaction).stream()
                .filter(act -> sees(scope, act))
                .map(BusinessDesk::masked)
                .toList();
    }

    private static BusinessAct masked(BusinessAct act) {
        return new BusinessAct(
                act.id(),
                act.kind(),
                act.account().map(number -> "••••" + number.substring(number.length() - 4)),
                act.interaction(),
                act.unit(),
                act.who(),
                act.beganAt(),
                act.state());
    }

    /** Writes down that the core system will be asked. */
    public CommandResult begin(Actor actor, BeginBusiness command, String key) {
        if (kinds.stream().noneMatch(kind -> kind.key().equals(command.kind()))) {
            return BusinessRefusals.unknownKind(command.kind());
        }
        Optional<Interaction> contact = interactions.find(scope(actor), command.interaction());
        if (contact.isEmpty()) {
            return BusinessRefusals.unknownContact(command.interaction());
        }
        Instant now = clock.instant();
        BusinessAct act = new BusinessAct(
                UUID.randomUUID(),
                command.kind(),
                Optional.of(command.account()),
                command.interaction(),
                contact.get().placement().unit(),
                actor.text(),
                now,
                State.BEGUN);
        Map<String, Object> result = Map.of("act", act.id().toString());
        table.begin(act, entries.begun(actor, act, contact.get(), command.before()), key, result);
        return new Done(result);
    }

    /** Writes down what came of it. */
    public CommandResult finish(Actor actor, FinishBusiness command, String key) {
        Optional<BusinessAct> found =
                table.find(command.act()).filter(act -> scope(actor).sees(act.unit()));
        if (found.isEmpty()) {
            return BusinessRefusals.unknownAct(command.act());
        }
        BusinessAct act = found.get();
        boolean over = act.state() == State.DONE || act.state() == State.FAILED;
        if (over || act.state() == command.state()) {
            return BusinessRefusals.over(act);
        }
        Optional<Interaction> contact = interactions.find(Scope.system(), act.interaction());
        return table.finish(act, command.state(), entries.finished(actor, act, contact, command), key)
                ? new Done()
                : BusinessRefusals.over(act);
    }

    /** Acts that nobody finished in time are unknown: never done, never forgotten. */
    public int giveUp(Duration patience) {
        List<BusinessAct> silent = table.silent(clock.instant().minus(patience));
        silent.forEach(act -> finish(SELF, new FinishBusiness(act.id(), State.UNKNOWN, Map.of(), "no answer"), ""));
        return silent.size();
    }

    private static boolean sees(Scope scope, BusinessAct act) {
        return scope.everywhere() || scope.units(BusinessActs.HANDLE).contains(act.unit());
    }

    private static Scope scope(Actor actor) {
        return actor instanceof Actor.Person person ? person.scope() : Scope.system();
    }
}
