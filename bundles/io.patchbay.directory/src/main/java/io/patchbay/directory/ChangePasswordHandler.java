// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.PeopleCommand.ChangePassword;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.password.PasswordHash;
import io.patchbay.directory.password.PasswordPolicy;
import io.patchbay.directory.store.Account;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code password.change}: everyone's own, so it asks for no permission. */
@Component(service = CommandHandler.class, property = "patchbay.command=password.change")
public final class ChangePasswordHandler implements CommandHandler<ChangePassword> {
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
    public ChangePasswordHandler(@Reference Directory directory, @Reference Threads threads) {
        this.directory = directory;
        this.threads = threads;
    }

    @Override
    public Class<ChangePassword> type() {
        return ChangePassword.class;
    }

    @Override
    public String name() {
        return "password.change";
    }

    @Override
    public String permission() {
        return "";
    }

    @Override
    public ChangePassword read(Map<String, Object> body) {
        PeopleFields fields = new PeopleFields(body);
        return new ChangePassword(new UserId(fields.text("user")), fields.text("present"), fields.text("wanted"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, ChangePassword command, String idempotencyKey) {
        return threads.command(() -> {
            Optional<Account> account = directory.enabled(command.user());
            boolean own = actor instanceof Actor.Person person && person.user().equals(command.user());
            if (!own
                    || account.isEmpty()
                    || !passwords.matches(
                            command.present().toCharArray(), account.get().password())) {
                return PeopleRules.refused(
                        Kind.FORBIDDEN, "wrong-password", "The present password is wrong.", "当前密码不正确。");
            }
            return policy.problem(command.user(), command.wanted())
                    .<CommandResult>map(problem -> new Refused(Kind.INVALID, problem))
                    .orElseGet(() -> change(actor, command, idempotencyKey));
        });
    }

    private CommandResult change(Actor actor, ChangePassword command, String key) {
        if (command.present().equals(command.wanted())) {
            return PeopleRules.refused(
                    Kind.INVALID, "same-password", "The new password is the present one.", "新密码与当前密码相同。");
        }
        String hash = passwords.hash(command.wanted().toCharArray());
        return directory.change(now -> {
            Account before = now.account(command.user()).orElseThrow();
            Account after = new Account(before.person(), hash, false);
            directory
                    .tables()
                    .save(after, false, new Entries(directory.clock()).passwordChanged(actor, key, before.person()));
            return new CommandResult.Done();
        });
    }
}
