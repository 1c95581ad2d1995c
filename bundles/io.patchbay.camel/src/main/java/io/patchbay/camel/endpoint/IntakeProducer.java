// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.spi.channel.LetterBox;
import io.patchbay.spi.channel.OverloadException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;

/** Posts letters; the exchange is done when the letter is durable. */
final class IntakeProducer extends Hop {
    private final ChannelKey channel;
    private final Doors doors;

    IntakeProducer(Endpoint endpoint, ChannelKey channel, Doors doors) {
        super(endpoint);
        this.channel = channel;
        this.doors = doors;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            LetterBox box = doors.letters()
                    .get()
                    .orElseThrow(() -> new OverloadException("Patchbay takes no letters: it is starting or stopping"));
            return await(
                    box.post(LetterHeaders.read(exchange.getMessage(), channel)),
                    posted -> LetterHeaders.write(posted, exchange.getMessage()),
                    exchange,
                    callback);
        } catch (IllegalArgumentException | OverloadException e) {
            return failed(exchange, callback, e);
        }
    }
}
