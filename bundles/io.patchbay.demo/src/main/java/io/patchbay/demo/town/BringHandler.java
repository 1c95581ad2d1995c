// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.UserId;
import io.patchbay.demo.api.FirstSteps.Phone;
import io.patchbay.demo.api.TownCommand;
import io.patchbay.demo.api.TownPace;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code town.bring {channel}}: somebody gets in touch with whoever asks. */
@Component(service = CommandHandler.class)
public final class BringHandler extends NewcomerHandler<TownCommand.BringContact> {
    private final TownComponent town;
    private final FirstStepsComponent steps;
    private final Agents agents;

    @Activate
    public BringHandler(@Reference TownComponent town, @Reference FirstStepsComponent steps, @Reference Agents agents) {
        super(TownCommand.BringContact.class, "town.bring");
        this.town = town;
        this.steps = steps;
        this.agents = agents;
    }

    @Override
    public TownCommand.BringContact read(Map<String, Object> body) {
        ChannelKey channel = new ChannelKey(String.valueOf(body.get("channel")));
        if (!TownPace.CHANNELS.contains(channel)) {
            throw new IllegalArgumentException(
                    "the field \"channel\" must be one of " + TownPace.CHANNELS + " but is " + body.get("channel"));
        }
        return new TownCommand.BringContact(channel);
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, TownCommand.BringContact command, String key) {
        Optional<UserId> who = who(actor);
        if (who.isEmpty()) {
            return CompletableFuture.completedFuture(nobody());
        }
        AgentId agent = new AgentId(who.get().value());
        boolean ready = agents.desk(Scope.system(), agent)
                .filter(desk -> desk.state().presence() instanceof Presence.Ready)
                .isPresent();
        if (!ready) {
            return CompletableFuture.completedFuture(refused(
                    "not-ready", "Press Ready first: only then does it ring at your desk.", "请先示闲，联络才会送到您的工作台。"));
        }
        Phone phone = steps.tour(who.get()).phone();
        if (command.channel().value().equals("voice") && (phone == Phone.NONE || phone == Phone.COMING)) {
            return CompletableFuture.completedFuture(refused(
                    "no-phone",
                    "You have no telephone yet: take the demo's, or register one of your own.",
                    "您还没有话机：请先领用演示话机，或注册自己的话机。"));
        }
        return town.living()
                .bring(command.channel(), agent)
                .thenApply(came -> came(who.get(), command.channel(), came));
    }

    private CommandResult came(UserId who, ChannelKey channel, boolean came) {
        if (!came) {
            return refused("nobody-there", "Nobody can get in touch that way just now.", "暂时没有客户能通过该渠道联系您。");
        }
        steps.tours().asked(who, channel);
        return new CommandResult.Done();
    }
}
