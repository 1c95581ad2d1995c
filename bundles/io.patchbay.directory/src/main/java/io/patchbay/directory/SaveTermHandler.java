// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.people.PeopleCommand.SaveTerm;
import io.patchbay.api.people.StaffTerm;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.json.TermJson;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code staffTerm.save}: posts, levels, groups and fields of staff. */
@Component(service = CommandHandler.class, property = "patchbay.command=staffTerm.save")
public final class SaveTermHandler extends PeopleHandler<SaveTerm> {
    /**
     * A handler.
     *
     * @param directory changes it
     * @param threads run it
     */
    @Activate
    public SaveTermHandler(@Reference Directory directory, @Reference Threads threads) {
        super(SaveTerm.class, "staffTerm.save", directory, threads);
    }

    @Override
    SaveTerm read(PeopleFields fields) {
        return new SaveTerm(TermJson.term(fields));
    }

    @Override
    public Map<String, Object> write(SaveTerm command) {
        return TermJson.of(command.term());
    }

    @Override
    Optional<Refused> against(PeopleRules rules, Snapshot now, SaveTerm command) {
        return rules.against(command.term());
    }

    @Override
    Examination compare(Snapshot now, SaveTerm command) {
        StaffTerm term = command.term();
        return new Examination(
                term.kind().wire() + ":" + term.id(),
                now.root(),
                now.term(term.kind(), term.id()).map(TermJson::of).orElse(Map.of()),
                TermJson.of(term),
                Examination.Review.NONE);
    }

    @Override
    void change(Snapshot now, Actor actor, SaveTerm command, String key) {
        StaffTerm term = command.term();
        directory()
                .tables()
                .save(term, entries().saved(actor, key, now.root(), now.term(term.kind(), term.id()), term));
    }
}
