// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.PeopleCommand.ChangeSkills;
import io.patchbay.api.people.Person;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.store.Account;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code person.skills}: what a supervisor changes while contacts wait; no reviews, and nothing but skills. */
@Component(service = CommandHandler.class, property = "patchbay.command=person.skills")
public final class ChangeSkillsHandler implements CommandHandler<ChangeSkills> {
    private final Directory directory;
    private final Threads threads;

    /**
     * A handler.
     *
     * @param directory changes it
     * @param threads run it
     */
    @Activate
    public ChangeSkillsHandler(@Reference Directory directory, @Reference Threads threads) {
        this.directory = directory;
        this.threads = threads;
    }

    @Override
    public Class<ChangeSkills> type() {
        return ChangeSkills.class;
    }

    @Override
    public String name() {
        return "person.skills";
    }

    @Override
    public String permission() {
        return Permissions.SUPERVISE;
    }

    @Override
    public ChangeSkills read(Map<String, Object> body) {
        PeopleFields fields = new PeopleFields(body);
        if (!fields.has("skills")) {
            throw new IllegalArgumentException("the field \"skills\" is missing");
        }
        return new ChangeSkills(new UserId(fields.text("user")), fields.counts("skills", SkillId::new));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, ChangeSkills command, String idempotencyKey) {
        return threads.command(() -> directory.change(now -> change(now, actor, command, idempotencyKey)));
    }

    private CommandResult change(Snapshot now, Actor actor, ChangeSkills command, String key) {
        Optional<Account> found = now.account(command.user())
                .filter(account -> !(actor instanceof Actor.Person asking)
                        || asking.scope()
                                .may(
                                        Permissions.SUPERVISE,
                                        Place.of(account.person().unit())));
        if (found.isEmpty()) {
            return PeopleRules.refused(
                    Kind.NOT_FOUND,
                    "unknown-person",
                    "There is no person {0} in your units.",
                    "您的机构中没有人员 {0}。",
                    command.user());
        }
        Account account = found.get();
        Person before = account.person();
        Person after = skilled(before, command.skills());
        if (!after.equals(before)) {
            directory
                    .tables()
                    .save(
                            new Account(after, account.password(), account.mustChange()),
                            false,
                            new Entries(directory.clock()).saved(actor, key, Optional.of(before), after, false));
        }
        return new CommandResult.Done();
    }

    private static Person skilled(Person person, Map<SkillId, Integer> skills) {
        return new Person(
                person.user(),
                person.name(),
                person.unit(),
                person.grants(),
                new Person.Work(skills, person.work().capacity()),
                person.extension(),
                person.enabled(),
                person.profile());
    }
}
