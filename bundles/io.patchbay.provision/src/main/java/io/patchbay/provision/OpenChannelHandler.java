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

/** {@code channel.open}. */
@Component(service = CommandHandler.class)
public final class OpenChannelHandler implements CommandHandler<ChannelCommand.Open> {
    private final FeaturesComponent features;

    @Activate
    public OpenChannelHandler(@Reference FeaturesComponent features) {
        this.features = features;
    }

    @Override
    public Class<ChannelCommand.Open> type() {
        return ChannelCommand.Open.class;
    }

    @Override
    public String name() {
        return "channel.open";
    }

    @Override
    public String permission() {
        return Permissions.OPERATE;
    }

    @Override
    public ChannelCommand.Open read(Map<String, Object> body) {
        Wish wish = new Wish(body);
        return new ChannelCommand.Open(new ChannelKey(wish.text("channel")));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, ChannelCommand.Open command, String idempotencyKey) {
        return features.door(actor, command);
    }
}
