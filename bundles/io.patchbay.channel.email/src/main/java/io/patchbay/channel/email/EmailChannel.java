// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.WorkKind;
import io.patchbay.channel.email.route.Accounts;
import io.patchbay.channel.email.route.MailAccount;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** E-mail as a channel: its accounts and how they are. */
@Component(service = {Channel.class, EmailChannel.class})
public final class EmailChannel implements Channel {
    static final ChannelKey KEY = new ChannelKey("email");
    private static final WorkKind KIND = new WorkKind("mail");

    private final Accounts accounts = new Accounts();

    /** Made by the container. */
    @Activate
    public EmailChannel() {}

    Accounts mailAccounts() {
        return accounts;
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
        return locale.getLanguage().equals("zh") ? "邮件" : "E-mail";
    }

    @Override
    public List<ChannelAccount> accounts() {
        return accounts.all().stream()
                .map(MailAccount::account)
                .sorted(Comparator.comparing(ChannelAccount::pid))
                .toList();
    }
}
