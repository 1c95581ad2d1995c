// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One {@code patchbay:} URI. */
final class PatchbayEndpoint extends DefaultEndpoint {
    private final Purpose purpose;
    private final Doors doors;

    PatchbayEndpoint(String uri, PatchbayComponent component, Purpose purpose, Doors doors) {
        super(uri, component);
        this.purpose = purpose;
        this.doors = doors;
    }

    @Override
    public Producer createProducer() {
        if (purpose instanceof Purpose.Intake intake) {
            return new IntakeProducer(this, intake.channel(), doors);
        } else if (purpose instanceof Purpose.Send send) {
            return new SendProducer(this, send.channel(), doors);
        } else if (purpose instanceof Purpose.Command command) {
            return new CommandProducer(this, command, doors);
        } else if (purpose instanceof Purpose.DeadLetters) {
            return new DeadLetterProducer(this);
        }
        throw new IllegalArgumentException(getEndpointUri() + " stands only in from");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (purpose instanceof Purpose.Lookup lookup) {
            return configured(new LookupConsumer(this, processor, lookup, doors));
        } else if (purpose instanceof Purpose.Events events) {
            return configured(new EventsConsumer(this, processor, events, doors));
        }
        throw new IllegalArgumentException(getEndpointUri() + " stands only in to");
    }

    private Consumer configured(Consumer consumer) throws Exception {
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    protected String createEndpointUri() {
        return getEndpointUri();
    }
}
