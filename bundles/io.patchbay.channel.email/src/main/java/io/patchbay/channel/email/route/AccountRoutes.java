// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import org.apache.camel.builder.RouteBuilder;

/** An account's two routes: from its box into the core, and from the journal to its server. Configured once. */
public final class AccountRoutes extends RouteBuilder {
    private static final int WINDOW = 100;

    private final MailAccount account;
    private final Accounts accounts;

    public AccountRoutes(MailAccount account, Accounts accounts) {
        this.account = account;
        this.accounts = accounts;
    }

    @Override
    public void configure() {
        if (getContext().hasComponent(MailComponent.SCHEME) == null) {
            getContext().addComponent(MailComponent.SCHEME, new MailComponent(getContext(), accounts));
        }
        String name = account.settings().name();
        String mail = MailComponent.SCHEME + ":" + name;
        // What goes wrong is said by the account's state: a refused letter stays in the box and comes again.
        errorHandler(defaultErrorHandler().logExhausted(false).logExhaustedMessageHistory(false));
        from(mail).routeId("mail-" + name + "-in").to("patchbay:intake/email");
        // An answer that cannot go out yet fails and comes again, until it is sent or given up: hence no end of
        // retries.
        from("patchbay:events?type=message.sent,message.retried&channel=email&address=RAW("
                        + account.settings().address().text() + ")&name=mail-" + name + "&retries=-1&window=" + WINDOW)
                .routeId("mail-" + name + "-out")
                .to(mail);
    }
}
