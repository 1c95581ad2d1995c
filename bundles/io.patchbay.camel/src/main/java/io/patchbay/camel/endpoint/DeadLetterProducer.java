// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.camel.guard.Burial;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Asks for the exchange to be kept as a dead letter when it ends. */
final class DeadLetterProducer extends DefaultProducer {
    DeadLetterProducer(Endpoint endpoint) {
        super(endpoint);
    }

    @Override
    public void process(Exchange exchange) {
        exchange.setProperty(Burial.WANTED, true);
    }
}
