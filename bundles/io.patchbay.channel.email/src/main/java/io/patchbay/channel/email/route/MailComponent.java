// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code patchbay-mail:ACCOUNT}: from it come the mails of an account's box, what is sent to it goes out by mail. */
public final class MailComponent extends DefaultComponent {
    /** The scheme of its endpoints. */
    public static final String SCHEME = "patchbay-mail";

    private final Accounts accounts;

    public MailComponent(CamelContext context, Accounts accounts) {
        super(context);
        this.accounts = accounts;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        return new MailEndpoint(uri, this, name);
    }

    MailAccount account(String name) {
        return accounts.find(name).orElseThrow(() -> new IllegalArgumentException("no mail account " + name));
    }

    Accounts accounts() {
        return accounts;
    }
}
