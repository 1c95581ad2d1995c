// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.people.PeopleCommand.RemoveTerm;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.json.TermJson;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code staffTerm.remove}: what nobody has. */
@Component(service = CommandHandler.class, property = "patchbay.command=staffTerm.remove")
public final class RemoveTermHandler extends PeopleHandler<RemoveTerm> {
    /**
     * A handler.
     *
     * @param directory changes it
     * @param threads run it
     */
    @Activate
    public RemoveTermHandler(@Reference Directory directory, @Reference Threads threads) {
        super(RemoveTerm.class, "staffTerm.remove", directory, threads);
    }

    @Override
    RemoveTerm read(PeopleFields fields) {
        return new RemoveTerm(TermJson.kind(fields), fields.text("id"));
    }

    @Override
    public Map<String, Object> write(RemoveTerm command) {
        return Map.of("kind", command.kind().wire(), "id", command.id());
    }

    @Override
    Optional<Refused> against(PeopleRules rules, Snapshot now, RemoveTerm command) {
        return rules.againstRemoval(command.kind(), command.id());
    }

    @Override
    Examination compare(Snapshot now, RemoveTerm command) {
        return new Examination(
                command.kind().wire() + ":" + command.id(),
                now.root(),
                was(now, command),
                Map.of(),
                Examination.Review.NONE);
    }

    private static Map<String, Object> was(Snapshot now, RemoveTerm command) {
        return now.term(command.kind(), command.id()).map(TermJson::of).orElse(Map.of());
    }

    @Override
    void change(Snapshot now, Actor actor, RemoveTerm command, String key) {
        directory()
                .tables()
                .remove(
                        command.kind(),
                        command.id(),
                        entries()
                                .removed(
                                        actor,
                                        key,
                                        now.root(),
                                        "staffTerm.removed",
                                        "term",
                                        command.id(),
                                        was(now, command)));
    }
}
