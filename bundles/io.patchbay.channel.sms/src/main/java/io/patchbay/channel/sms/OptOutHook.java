// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.spi.command.CommandHook;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Refuses what we would begin towards a number that opted out; answers to what it writes stay possible. */
@Component
public final class OptOutHook implements CommandHook {
    private final SmsChannel channel;

    @Activate
    public OptOutHook(@Reference SmsChannel channel) {
        this.channel = channel;
    }

    @Override
    public Optional<CommandResult> before(Actor actor, Command command) {
        boolean refused = command instanceof OutboundCommand.WriteTo write
                && write.channel().equals(channel.key())
                && channel.optOuts().isOut(write.to());
        return refused
                ? Optional.of(new CommandResult.Refused(CommandResult.Kind.CONFLICT, reason()))
                : Optional.empty();
    }

    private static Problem reason() {
        return new Problem(
                "opted-out",
                "This number has opted out of SMS that we begin. It can write START to get them again.",
                "该号码已退订我们主动发送的短信；对方回复 HF 后可恢复。");
    }
}
