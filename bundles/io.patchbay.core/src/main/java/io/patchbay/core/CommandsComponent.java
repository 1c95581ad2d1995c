// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.core.command.Attempted;
import io.patchbay.core.command.CommandGate;
import io.patchbay.core.command.QueueInUse;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.CommandHook;
import io.patchbay.spi.command.Reviewing;
import io.patchbay.store.IdempotencyKeys;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The one door for people and programs, as a service; handlers and hooks come and go. */
@Component
public final class CommandsComponent implements Commands {
    private final List<CommandHandler<?>> own;
    private final CommandHook ownHook;
    private final CommandGate gate;

    private final LateServices<CommandHandler<?>> madeHandlers = new LateServices<>();
    private final LateServices<CommandHook> madeHooks = new LateServices<>();

    @Reference(
            service = CommandHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<ComponentServiceObjects<CommandHandler<?>>> others = List.of();

    @Reference(
            service = CommandHook.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<ComponentServiceObjects<CommandHook>> hooks = List.of();

    @Activate
    public CommandsComponent(
            @Reference CoreComponent core,
            @Reference IdempotencyKeys keys,
            @Reference Journal journal,
            @Reference People people,
            @Reference Reviewing reviewing) {
        own = core.node().handlers();
        ownHook = new QueueInUse(core.node().interactions());
        Attempted attempted = new Attempted(
                journal,
                actor -> people.person(Scope.system(), actor.user())
                        .map(Person::unit)
                        .orElse(UnitId.ROOT),
                InstantSource.system());
        gate = new CommandGate(this::handlers, this::hooks, () -> Optional.of(reviewing), keys, attempted);
    }

    private List<CommandHandler<?>> handlers() {
        List<CommandHandler<?>> all = new ArrayList<>(own);
        all.addAll(madeHandlers.of(others));
        return all;
    }

    private List<CommandHook> hooks() {
        List<CommandHook> all = new ArrayList<>(madeHooks.of(hooks));
        all.add(ownHook);
        return all;
    }

    @Override
    public Map<String, String> known() {
        return gate.known();
    }

    @Override
    public CompletionStage<CommandResult> execute(Actor actor, Command command, String idempotencyKey) {
        return gate.execute(actor, command, idempotencyKey);
    }

    @Override
    public CompletionStage<CommandResult> execute(
            Actor actor, String name, Map<String, Object> body, String idempotencyKey) {
        return gate.execute(actor, name, body, idempotencyKey);
    }
}
