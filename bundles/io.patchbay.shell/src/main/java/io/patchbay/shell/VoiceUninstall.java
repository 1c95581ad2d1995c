// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.api.VoiceSettings;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:voice-uninstall}: takes the telephone away; asks, drains or ends running calls as told. */
@Service
@Command(
        scope = "patchbay",
        name = "voice-uninstall",
        description = "Uninstalls patchbay-voice; with running calls only if told what becomes of them")
public final class VoiceUninstall implements Action {
    private static final Actor SHELL = new Actor.Part("shell");
    private static final long PAUSE_NANOS = 100_000_000;

    @Option(name = "--drain", description = "Takes no new calls and waits so many seconds for the running ones")
    private int drainSeconds = -1;

    @Option(name = "--end", description = "Ends running calls at once")
    private boolean end;

    @Reference
    private VoiceSettings voice;

    @Reference
    private Commands commands;

    @Reference
    private FeaturesService features;

    /** Made by the shell. */
    public VoiceUninstall() {}

    @Override
    public Object execute() throws Exception {
        int calls = voice.calls();
        if (calls > 0 && drainSeconds < 0 && !end) {
            throw new IllegalStateException((calls == 1 ? "1 call is" : calls + " calls are")
                    + " running. Give --drain SECONDS to let calls end, or --end to end them now");
        }
        run(new VoiceCommand.Drain(end));
        await(end ? 5 : Math.max(0, drainSeconds));
        int left = voice.calls();
        features.uninstallFeature("patchbay-voice");
        return Doing.said("Voice is uninstalled; " + (left == 0 ? "no call was cut" : left + " calls were ended"));
    }

    private void await(int seconds) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (voice.calls() > 0 && System.nanoTime() < limit) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void run(VoiceCommand command) {
        CommandResult result =
                commands.execute(SHELL, command, "").toCompletableFuture().join();
        if (result instanceof CommandResult.Refused refused) {
            throw new IllegalStateException(refused.problem().english());
        }
    }
}
