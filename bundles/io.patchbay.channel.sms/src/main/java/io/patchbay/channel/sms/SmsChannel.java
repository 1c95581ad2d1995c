// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms;

import io.patchbay.api.command.Commands;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.channel.sms.route.Line;
import io.patchbay.channel.sms.route.Lines;
import io.patchbay.channel.sms.store.Ledger;
import io.patchbay.channel.sms.store.OptOuts;
import io.patchbay.channel.sms.store.OutgoingTable;
import io.patchbay.channel.sms.store.PartTable;
import io.patchbay.channel.sms.store.TakenTable;
import io.patchbay.channel.sms.traffic.SmsAccount;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import io.patchbay.store.Database;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The channel: what its accounts keep together. */
@Component(
        service = {Channel.class, SmsChannel.class},
        immediate = true)
public final class SmsChannel implements Channel {
    private static final ChannelKey KEY = new ChannelKey("sms");
    private static final WorkKind KIND = new WorkKind("sms");

    private final Lines lines = new Lines();
    private final Ledger ledger;
    private final SmsAccount.Kept kept;
    private final Commands commands;
    private final Interactions interactions;

    @Activate
    public SmsChannel(
            @Reference Database database,
            @Reference ContentVault vault,
            @Reference(target = "(osgi.unit.name=sms)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference Commands commands,
            @Reference Interactions interactions) {
        this.commands = commands;
        this.interactions = interactions;
        ledger = new Ledger(database);
        kept = new SmsAccount.Kept(
                new OutgoingTable(ledger),
                new TakenTable(ledger, vault),
                new PartTable(ledger, vault),
                new OptOuts(transactions, outbox, vault, InstantSource.system()));
    }

    @Deactivate
    void close() {
        ledger.close();
    }

    /** Begins an account. */
    Line begin(SmsAccount.Profile profile, Line.Intake intake) {
        Line line = new Line(profile, kept, intake, new Line.Patchbay(commands, interactions));
        lines.add(line);
        return line;
    }

    void end(Line line) {
        lines.remove(line);
        line.close();
    }

    Lines lines() {
        return lines;
    }

    OptOuts optOuts() {
        return kept.optOuts();
    }

    @Override
    public ChannelKey key() {
        return KEY;
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    @Override
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? "短信" : "SMS";
    }

    @Override
    public List<ChannelAccount> accounts() {
        return lines.all().stream()
                .map(Line::account)
                .sorted(Comparator.comparing(ChannelAccount::pid))
                .toList();
    }
}
