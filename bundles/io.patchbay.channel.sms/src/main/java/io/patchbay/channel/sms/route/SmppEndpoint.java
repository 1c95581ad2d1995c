// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.route;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One account as an endpoint. */
final class SmppEndpoint extends DefaultEndpoint {
    private final SmppComponent component;
    private final String name;

    SmppEndpoint(String uri, SmppComponent component, String name) {
        super(uri, component);
        this.component = component;
        this.name = name;
    }

    @Override
    public Producer createProducer() {
        return new SmppProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        SmppConsumer consumer = new SmppConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    Line line() {
        return component.line(name);
    }
}
