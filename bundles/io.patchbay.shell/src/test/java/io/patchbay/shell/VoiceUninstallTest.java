// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Problem;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.api.VoiceSettings;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.karaf.features.FeaturesService;
import org.junit.jupiter.api.Test;

class VoiceUninstallTest {
    private final List<Object> done = new ArrayList<>();
    private CommandResult answer = new CommandResult.Done();
    private int calls;

    /** The command as the shell fills it. */
    private VoiceUninstall command() throws ReflectiveOperationException {
        VoiceUninstall command = new VoiceUninstall();
        set(command, "voice", answering(VoiceSettings.class, wish -> calls));
        set(command, "commands", new Kept());
        set(command, "features", answering(FeaturesService.class, wish -> {
            done.add(wish[0]);
            return null;
        }));
        return command;
    }

    private interface Answer {
        Object to(Object[] wish);
    }

    private static <T> T answering(Class<T> service, Answer answer) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, wish) -> answer.to(wish)));
    }

    private static void set(VoiceUninstall command, String name, Object value) throws ReflectiveOperationException {
        Field field = VoiceUninstall.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(command, value);
    }

    @Test
    void withoutCallsVoiceGoesAtOnce() throws Exception {
        assertThat(command().execute()).isEqualTo("Voice is uninstalled; no call was cut");
        assertThat(done).containsExactly(new VoiceCommand.Drain(false), "patchbay-voice");
    }

    @Test
    void withCallsItAsksWhatBecomesOfThemAndDoesNothing() throws Exception {
        calls = 1;
        assertThatThrownBy(command()::execute)
                .hasMessage("1 call is running. Give --drain SECONDS to let calls end, or --end to end them now");
        calls = 2;
        assertThatThrownBy(command()::execute).hasMessageStartingWith("2 calls are running.");
        assertThat(done).isEmpty();
    }

    @Test
    void toldToEndThemItDoes() throws Exception {
        calls = 2;
        VoiceUninstall command = command();
        set(command, "end", true);
        assertThat(command.execute()).isEqualTo("Voice is uninstalled; no call was cut");
        assertThat(done).containsExactly(new VoiceCommand.Drain(true), "patchbay-voice");
    }

    @Test
    void callsThatOutlastTheDrainAreCountedAsEnded() throws Exception {
        calls = 2;
        VoiceUninstall command = command();
        set(command, "drainSeconds", 0);
        assertThat(command.execute()).isEqualTo("Voice is uninstalled; 2 calls were ended");
    }

    @Test
    void aRefusalIsToldAndVoiceStays() throws Exception {
        answer =
                new CommandResult.Refused(CommandResult.Kind.FORBIDDEN, Problem.of("forbidden", "You may not", "没有权限"));
        assertThatThrownBy(command()::execute).hasMessage("You may not");
        assertThat(done).doesNotContain("patchbay-voice");
    }

    /** Notes what it is told; draining with an end ends all calls. */
    private final class Kept implements Commands {
        @Override
        public CompletionStage<CommandResult> execute(Actor actor, Command wish, String key) {
            done.add(wish);
            calls = wish instanceof VoiceCommand.Drain drain && drain.end() ? 0 : calls;
            return CompletableFuture.completedFuture(answer);
        }

        @Override
        public CompletionStage<CommandResult> execute(Actor actor, String name, Map<String, Object> body, String key) {
            throw new AssertionError("the shell knows its commands: " + name);
        }
    }
}
