// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.core.command.CommandGate;
import io.patchbay.core.command.QueueInUse;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.CommandHook;
import io.patchbay.store.IdempotencyKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
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

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<CommandHandler<?>> others = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<CommandHook> hooks = List.of();

    @Activate
    public CommandsComponent(@Reference CoreComponent core, @Reference IdempotencyKeys keys) {
        own = core.node().handlers();
        ownHook = new QueueInUse(core.node().interactions());
        gate = new CommandGate(this::handlers, this::hooks, keys);
    }

    private List<CommandHandler<?>> handlers() {
        List<CommandHandler<?>> all = new ArrayList<>(own);
        all.addAll(others);
        return all;
    }

    private List<CommandHook> hooks() {
        List<CommandHook> all = new ArrayList<>(hooks);
        all.add(ownHook);
        return all;
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
