// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.figure;

import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import java.util.List;
import java.util.function.Supplier;

/** The accounts of all channels: trunks, SMSC binds, mail boxes. */
public final class AccountFigures implements MeterSource {
    private static final Meter UP =
            Meter.gauge("patchbay_account_up", "1 while the channel's account works, else 0", "channel", "account");
    private static final Meter STATE = Meter.gauge(
            "patchbay_account_state", "1 for the state the account is in, else 0", "channel", "account", "state");

    private final Supplier<List<Channel>> channels;

    /** Over the channels that are there. */
    public AccountFigures(Supplier<List<Channel>> channels) {
        this.channels = channels;
    }

    @Override
    public List<Meter> meters() {
        return List.of(UP, STATE);
    }

    @Override
    public void measure(Readings readings) {
        for (Channel channel : channels.get()) {
            String key = channel.key().value();
            for (ChannelAccount account : channel.accounts()) {
                String name = account.pid().replaceFirst("^io\\.patchbay\\.channel\\.", "");
                readings.value(UP, account.state() == ChannelAccount.State.UP ? 1 : 0, key, name);
                for (ChannelAccount.State state : ChannelAccount.State.values()) {
                    readings.value(STATE, account.state() == state ? 1 : 0, key, name, state.wire());
                }
            }
        }
    }
}
