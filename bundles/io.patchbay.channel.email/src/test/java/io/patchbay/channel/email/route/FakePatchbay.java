// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** The scheme {@code patchbay:} for tests: letters go into a box, events come from the test. */
final class FakePatchbay extends DefaultComponent {
    private final FakeLetterBox box;
    private final CopyOnWriteArrayList<DefaultConsumer> followers = new CopyOnWriteArrayList<>();

    FakePatchbay(FakeLetterBox box) {
        this.box = box;
    }

    /** An event; gives why it is to come again, or nothing. */
    Exception tell(Map<String, Object> headers, String body) throws Exception {
        DefaultConsumer follower = followers.get(0);
        Exchange exchange = follower.getEndpoint().createExchange();
        exchange.getMessage().setHeaders(headers);
        exchange.getMessage().setBody(body);
        follower.getProcessor().process(exchange);
        return exchange.getException();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        parameters.clear();
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                return new DefaultProducer(this) {
                    @Override
                    public void process(Exchange exchange) throws Exception {
                        box.take(exchange.getMessage());
                    }
                };
            }

            @Override
            public Consumer createConsumer(Processor processor) {
                DefaultConsumer consumer = new DefaultConsumer(this, processor);
                followers.add(0, consumer);
                return consumer;
            }
        };
    }
}
