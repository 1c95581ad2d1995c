// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Problem;
import io.patchbay.provision.api.FeatureCommand;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class FeatureUninstallTest {
    private final List<Command> done = new ArrayList<>();
    private CommandResult answer = new CommandResult.Done(Map.of("ended", 0L));

    /** The command as the shell fills it. */
    private FeatureUninstall command(Map<String, Object> given) throws ReflectiveOperationException {
        FeatureUninstall command = new FeatureUninstall();
        set(command, "feature", "voice");
        set(command, "commands", new Kept());
        for (Map.Entry<String, Object> option : given.entrySet()) {
            set(command, option.getKey(), option.getValue());
        }
        return command;
    }

    private static void set(FeatureUninstall command, String name, Object value) throws ReflectiveOperationException {
        Field field = FeatureUninstall.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(command, value);
    }

    @Test
    void saidNothingRunningContactsAreNotTouched() throws Exception {
        command(Map.of()).execute();
        assertThat(done).containsExactly(new FeatureCommand.Uninstall("voice", Optional.empty()));
    }

    @Test
    void aDrainGivesThemTimeAndAnEndNone() throws Exception {
        command(Map.of("drainSeconds", 60)).execute();
        command(Map.of("end", true)).execute();
        assertThat(done)
                .containsExactly(
                        new FeatureCommand.Uninstall("voice", Optional.of(Duration.ofSeconds(60))),
                        new FeatureCommand.Uninstall("voice", Optional.of(Duration.ZERO)));
    }

    @Test
    void aRefusalIsToldInWords() throws Exception {
        answer = new CommandResult.Refused(
                CommandResult.Kind.CONFLICT, Problem.of("contacts-running", "1 contact would be cut off", "1"));
        FeatureUninstall command = command(Map.of());
        assertThatThrownBy(command::execute).hasMessage("1 contact would be cut off");
    }

    private final class Kept implements Commands {
        @Override
        public Map<String, String> known() {
            return Map.of();
        }

        @Override
        public CompletionStage<CommandResult> execute(Actor actor, Command wish, String key) {
            done.add(wish);
            return CompletableFuture.completedFuture(answer);
        }

        @Override
        public CompletionStage<CommandResult> execute(Actor actor, String name, Map<String, Object> body, String key) {
            throw new AssertionError("the shell knows its commands: " + name);
        }
    }
}
