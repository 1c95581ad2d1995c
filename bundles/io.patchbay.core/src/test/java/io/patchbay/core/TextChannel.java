// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.WorkKind;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import java.util.List;
import java.util.Optional;

/** SMS with one account, without a network. */
final class TextChannel implements Channel {
    static final ChannelKey SMS = new ChannelKey("sms");
    static final Address OURS = Address.parse("tel:+8610690000");

    @Override
    public ChannelKey key() {
        return SMS;
    }

    @Override
    public WorkKind kind() {
        return new WorkKind("sms");
    }

    @Override
    public boolean letters() {
        return true;
    }

    @Override
    public List<ChannelAccount> accounts() {
        return List.of(new ChannelAccount("sms-test", ChannelAccount.State.UP, "", Optional.of(OURS)));
    }
}
