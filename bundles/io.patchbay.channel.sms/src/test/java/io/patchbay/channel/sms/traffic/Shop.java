// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import io.patchbay.api.address.Address;
import io.patchbay.channel.sms.codec.Carriage;
import io.patchbay.channel.sms.smpp.SmppSettings;
import io.patchbay.channel.sms.store.Ledger;
import io.patchbay.channel.sms.store.OptOuts;
import io.patchbay.channel.sms.store.OutgoingTable;
import io.patchbay.channel.sms.store.PartTable;
import io.patchbay.channel.sms.store.TakenTable;
import io.patchbay.spi.channel.ChannelAccount.State;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** One account over a store and an SMSC's port; can be stopped and made again. */
final class Shop implements AutoCloseable {
    final ManualClock clock = new ManualClock();
    final Desk desk = new Desk();
    private final PlainStore store;
    private final int port;
    private Ledger ledger;
    OptOuts optOuts;
    SmsAccount account;

    Shop(PlainStore store, int port) {
        this.store = store;
        this.port = port;
        ClassLoader loader = SmsAccount.class.getClassLoader();
        store.migrations().migrate("io.patchbay.channel.sms", loader, "io/patchbay/channel/sms/changelog.sql");
        open(Carriage.UDH8);
    }

    void open(Carriage carriage) {
        ledger = new Ledger(store.database());
        optOuts =
                new OptOuts(store.unit(SmsAccount.class.getClassLoader(), "sms"), store.outbox(), store.vault(), clock);
        SmsAccount.Kept kept = new SmsAccount.Kept(
                new OutgoingTable(ledger),
                new TakenTable(ledger, store.vault()),
                new PartTable(ledger, store.vault()),
                optOuts);
        account = new SmsAccount(profile(carriage), kept, desk, clock);
        account.start();
    }

    private SmsAccount.Profile profile(Carriage carriage) {
        SmppSettings.Timing timing = new SmppSettings.Timing(
                Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofMillis(20), Duration.ofMillis(200));
        SmppSettings settings = new SmppSettings(
                "test",
                "127.0.0.1",
                port,
                new SmppSettings.Security(false, ""),
                new SmppSettings.Login("patchbay", "secret"),
                4,
                timing);
        return new SmsAccount.Profile(settings, "10690000", new Numbers("CN"), carriage);
    }

    boolean isUp() {
        return account.condition().state() == State.UP;
    }

    CompletionStage<Void> send(String event, String to, String text) {
        return account.send(
                new OutgoingSms(event, "m-" + event, "i", new Address.PhoneNumber(to), text, clock.instant()));
    }

    @Override
    public void close() {
        account.close();
        ledger.close();
    }
}
