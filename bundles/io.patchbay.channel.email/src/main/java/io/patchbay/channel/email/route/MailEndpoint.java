// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A mail account in a route; which one is looked up when the route starts. */
final class MailEndpoint extends DefaultEndpoint {
    private final MailComponent component;
    private final String name;

    MailEndpoint(String uri, MailComponent component, String name) {
        super(uri, component);
        this.component = component;
        this.name = name;
    }

    MailAccount account() {
        return component.account(name);
    }

    Accounts accounts() {
        return component.accounts();
    }

    @Override
    public Producer createProducer() {
        return new MailProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        MailConsumer consumer = new MailConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }
}
