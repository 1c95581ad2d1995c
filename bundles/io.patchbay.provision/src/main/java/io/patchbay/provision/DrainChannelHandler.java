// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.provision.api.ChannelCommand;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code channel.drain}. */
@Component(service = CommandHandler.class)
public final class DrainChannelHandler implements CommandHandler<ChannelCommand.Drain> {
    private final FeaturesComponent features;

    @Activate
    public DrainChannelHandler(@Reference FeaturesComponent features) {
        this.features = features;
    }

    @Override
    public Class<ChannelCommand.Drain> type() {
        return ChannelCommand.Drain.class;
    }

    @Override
    public String name() {
        return "channel.drain";
    }

    @Override
    public String permission() {
        return Permissions.OPERATE;
    }

    @Override
    public ChannelCommand.Drain read(Map<String, Object> body) {
        Wish wish = new Wish(body);
        return new ChannelCommand.Drain(new ChannelKey(wish.text("channel")), wish.flag("end"));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, ChannelCommand.Drain command, String idempotencyKey) {
        return features.door(actor, command);
    }
}
