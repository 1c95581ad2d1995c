// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.demo.api.TownCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code town.phone {wanted}}: the demo's telephone for whoever asks. */
@Component(service = CommandHandler.class)
public final class PhoneHandler extends NewcomerHandler<TownCommand.UseDemoPhone> {
    private final FirstStepsComponent steps;
    private final People people;

    @Activate
    public PhoneHandler(@Reference FirstStepsComponent steps, @Reference People people) {
        super(TownCommand.UseDemoPhone.class, "town.phone");
        this.steps = steps;
        this.people = people;
    }

    @Override
    public TownCommand.UseDemoPhone read(Map<String, Object> body) {
        if (body.get("wanted") instanceof Boolean wanted) {
            return new TownCommand.UseDemoPhone(wanted);
        }
        throw new IllegalArgumentException("the field \"wanted\" must be true or false but is " + body.get("wanted"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, TownCommand.UseDemoPhone command, String key) {
        Optional<String> extension =
                who(actor).flatMap(user -> people.person(Scope.system(), user)).flatMap(Person::extension);
        return CompletableFuture.completedFuture(
                extension.isPresent() && steps.lend(extension.get(), command.wanted())
                        ? new CommandResult.Done()
                        : refused("no-telephone", "There is no telephone to lend just now.", "暂时没有可以领用的话机。"));
    }
}
