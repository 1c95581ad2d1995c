// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email;

import io.patchbay.api.command.Commands;
import io.patchbay.api.content.ContentVault;
import io.patchbay.channel.email.route.AccountRoutes;
import io.patchbay.channel.email.route.MailAccount;
import io.patchbay.channel.email.store.MailBook;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One configured mail account and its routes. A changed configuration makes it anew. */
@Component(
        service = RoutesBuilder.class,
        immediate = true,
        configurationPid = AccountSetup.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AccountConfig.class, factory = true)
public final class AccountComponent implements RoutesBuilder {
    private final EmailChannel channel;
    private final MailAccount account;

    @Activate
    public AccountComponent(
            AccountConfig config,
            Map<String, Object> properties,
            @Reference EmailChannel channel,
            @Reference(target = "(osgi.unit.name=email)") Transactions transactions,
            @Reference ContentVault vault,
            @Reference Commands commands) {
        this.channel = channel;
        account = new MailAccount(
                AccountSetup.settings(AccountSetup.name(String.valueOf(properties.get("service.pid"))), config),
                new MailBook(transactions, vault),
                commands,
                InstantSource.system());
        channel.mailAccounts().add(account);
    }

    private AccountRoutes routes() {
        return new AccountRoutes(account, channel.mailAccounts());
    }

    @Override
    public void addRoutesToCamelContext(CamelContext context) throws Exception {
        routes().addRoutesToCamelContext(context);
    }

    @Override
    public void addTemplatedRoutesToCamelContext(CamelContext context) throws Exception {
        routes().addTemplatedRoutesToCamelContext(context);
    }

    @Override
    public Set<String> updateRoutesToCamelContext(CamelContext context) throws Exception {
        return routes().updateRoutesToCamelContext(context);
    }

    @Deactivate
    void close() {
        channel.mailAccounts().remove(account);
        account.close();
    }
}
