// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.route;

import io.patchbay.api.address.Address;
import io.patchbay.channel.sms.traffic.OutgoingSms;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;

/** Sends; the exchange is done when the SMSC's answers are durable. */
final class SmppProducer extends DefaultAsyncProducer {
    private final SmppEndpoint endpoint;

    SmppProducer(SmppEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            endpoint.line().send(sms(exchange)).whenComplete((sent, failure) -> {
                if (failure != null) {
                    boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
                    exchange.setException(wrapped ? failure.getCause() : failure);
                }
                callback.done(false);
            });
            return false;
        } catch (IllegalArgumentException | IllegalStateException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private static OutgoingSms sms(Exchange exchange) {
        Message message = exchange.getMessage();
        return new OutgoingSms(
                header(message, "PatchbayEventId").orElse(exchange.getExchangeId()),
                header(message, "PatchbayId").orElse(""),
                header(message, "PatchbayInteraction").orElse(""),
                header(message, "PatchbayTo")
                        .map(Address::parse)
                        .orElseThrow(() -> new IllegalArgumentException("the header PatchbayTo is missing")),
                Optional.ofNullable(message.getBody(String.class)).orElse(""),
                header(message, "PatchbayAt").map(Instant::parse).orElseGet(Instant::now));
    }

    private static Optional<String> header(Message message, String name) {
        return Optional.ofNullable(message.getHeader(name, String.class)).filter(value -> !value.isBlank());
    }
}
