// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.demo.DemoPeople;
import io.patchbay.demo.api.TownCommand;
import io.patchbay.demo.api.TownPace;
import io.patchbay.demo.api.TownState;
import io.patchbay.spi.command.CommandHandler;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code town.pace}: {@code running voice sms email chat daySpeed rushHours guests}, each as it is if left out. */
@Component(service = CommandHandler.class)
public final class PaceHandler implements CommandHandler<TownCommand.ChangePace> {
    private final TownComponent town;
    private final Journal journal;

    @Activate
    public PaceHandler(@Reference TownComponent town, @Reference Journal journal) {
        this.town = town;
        this.journal = journal;
    }

    @Override
    public Class<TownCommand.ChangePace> type() {
        return TownCommand.ChangePace.class;
    }

    @Override
    public String name() {
        return "town.pace";
    }

    @Override
    public String permission() {
        return TownCommand.PERMISSION;
    }

    @Override
    public TownCommand.ChangePace read(Map<String, Object> body) {
        TownPace now = town.state().pace();
        Map<ChannelKey, Integer> rates = new HashMap<>();
        TownPace.CHANNELS.forEach(channel -> rates.put(channel, number(body, channel.value(), now.of(channel))));
        return new TownCommand.ChangePace(new TownPace(
                truth(body, "running", now.running()),
                rates,
                number(body, "daySpeed", now.daySpeed()),
                truth(body, "rushHours", now.rushHours()),
                number(body, "guests", now.guests())));
    }

    private static int number(Map<String, Object> body, String field, int otherwise) {
        Object given = body.getOrDefault(field, otherwise);
        if (given instanceof Number number && number.intValue() == number.doubleValue()) {
            return number.intValue();
        }
        throw new IllegalArgumentException("the field \"" + field + "\" must be a whole number but is " + given);
    }

    private static boolean truth(Map<String, Object> body, String field, boolean otherwise) {
        if (body.getOrDefault(field, otherwise) instanceof Boolean given) {
            return given;
        }
        throw new IllegalArgumentException(
                "the field \"" + field + "\" must be true or false but is " + body.get(field));
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, TownCommand.ChangePace command, String key) {
        TownState before = town.state();
        if (command.pace().equals(before.pace())) {
            return java.util.concurrent.CompletableFuture.completedFuture(new CommandResult.Done(told(before)));
        }
        town.living().pace(command.pace());
        Map<String, Object> body = new HashMap<>(fields(command.pace()));
        JournalDraft draft = JournalDraft.act(Instant.now(), "town.changed", actor, DemoPeople.UNIT, body);
        return journal.append(List.of(draft)).thenApply(seq -> new CommandResult.Done(told(before)));
    }

    private static Map<String, Object> fields(TownPace pace) {
        Map<String, Object> fields = new HashMap<>();
        TownPace.CHANNELS.forEach(channel -> fields.put(channel.value(), pace.of(channel)));
        fields.put("running", pace.running());
        fields.put("daySpeed", pace.daySpeed());
        fields.put("rushHours", pace.rushHours());
        fields.put("guests", pace.guests());
        return fields;
    }

    /** What came of the channels, for programs. */
    private static Map<String, Object> told(TownState state) {
        Map<String, Object> channels = new HashMap<>();
        state.tallies()
                .forEach((channel, tally) -> channels.put(
                        channel.value(),
                        Map.of(
                                "begun", tally.begun(),
                                "open", (long) tally.open(),
                                "handled", tally.handled(),
                                "abandoned", tally.abandoned(),
                                "failed", tally.failed())));
        return Map.of(
                "contacts", state.contacts(),
                "most", state.most(),
                "halt", state.halt().name(),
                "channels", channels);
    }
}
