// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.PeopleCommand.SavePerson;
import io.patchbay.api.people.Person;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.json.PersonJson;
import io.patchbay.directory.password.PasswordHash;
import io.patchbay.directory.password.PasswordPolicy;
import io.patchbay.directory.store.Account;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Examination;
import io.patchbay.spi.command.Examination.Review;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code person.save}. */
@Component(service = CommandHandler.class, property = "patchbay.command=person.save")
public final class SavePersonHandler implements CommandHandler<SavePerson> {
    private static final Actor DEMO = new Actor.Part("demo");

    private final Directory directory;
    private final Threads threads;
    private final PasswordHash passwords = new PasswordHash();

    @Reference
    private volatile PasswordPolicy policy = new PasswordPolicy();

    /**
     * A handler.
     *
     * @param directory changes it
     * @param threads run it
     */
    @Activate
    public SavePersonHandler(@Reference Directory directory, @Reference Threads threads) {
        this.directory = directory;
        this.threads = threads;
    }

    @Override
    public Class<SavePerson> type() {
        return SavePerson.class;
    }

    @Override
    public String name() {
        return "person.save";
    }

    @Override
    public String permission() {
        return Permissions.PEOPLE;
    }

    @Override
    public SavePerson read(Map<String, Object> body) {
        PeopleFields fields = new PeopleFields(body);
        return new SavePerson(
                PersonJson.person(fields), fields.maybeText("password"), fields.maybeInstant("effectiveAt"));
    }

    @Override
    public Map<String, Object> write(SavePerson command) {
        Map<String, Object> body = new TreeMap<>(PersonJson.of(command.person()));
        command.password().ifPresent(password -> body.put("password", password));
        command.effectiveAt().ifPresent(at -> body.put("effectiveAt", at.toString()));
        return body;
    }

    /** Nothing to review: a password alone, and that somebody may no longer sign in, which must not wait. */
    @Override
    public Optional<Examination> examine(Actor actor, SavePerson command) {
        Person person = command.person();
        Snapshot now = directory.snapshot();
        if (new PeopleRules(directory, now, actor).against(person).isPresent()) {
            return Optional.empty();
        }
        Optional<Person> present = now.account(person.user()).map(Account::person);
        Map<String, Object> before = present.map(PersonJson::of).orElse(Map.of());
        Map<String, Object> after = PersonJson.of(person);
        return before.equals(after) || shutOut(before, after)
                ? Optional.empty()
                : Optional.of(new Examination(
                        "person:" + person.user(),
                        present.map(Person::unit).orElse(person.unit()),
                        before,
                        after,
                        Review.FIRST_AND_FINAL,
                        command.effectiveAt()));
    }

    private static boolean shutOut(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> disabled = new TreeMap<>(before);
        disabled.put("enabled", false);
        return disabled.equals(after);
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, SavePerson command, String idempotencyKey) {
        return threads.command(() -> {
            UserId user = command.person().user();
            Optional<Refused> weak = actor.equals(DEMO)
                    ? Optional.empty()
                    : command.password()
                            .flatMap(password -> policy.problem(user, password))
                            .map(problem -> new Refused(Kind.INVALID, problem));
            if (weak.isPresent()) {
                return weak.get();
            }
            Optional<String> hash = command.password().map(password -> passwords.hash(password.toCharArray()));
            return directory.change(now -> save(now, actor, command.person(), hash, idempotencyKey));
        });
    }

    private CommandResult save(Snapshot now, Actor actor, Person person, Optional<String> hash, String key) {
        Optional<Refused> refused = new PeopleRules(directory, now, actor).against(person);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<Account> before = now.account(person.user());
        boolean mustChange = hash.isPresent()
                ? !actor.equals(DEMO)
                : before.map(Account::mustChange).orElse(false);
        Account after =
                new Account(person, hash.or(() -> before.map(Account::password)).orElse(""), mustChange);
        boolean ends = !person.enabled() || hash.isPresent();
        directory
                .tables()
                .save(
                        after,
                        ends,
                        new Entries(directory.clock())
                                .saved(actor, key, before.map(Account::person), person, hash.isPresent()));
        if (ends) {
            directory.sessionsEnded(person.user());
        }
        return new CommandResult.Done();
    }
}
