// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes into an open interaction of its channel: the command {@code message.send}. */
final class SendProducer extends Hop {
    private final ChannelKey channel;
    private final Doors doors;

    SendProducer(Endpoint endpoint, ChannelKey channel, Doors doors) {
        super(endpoint);
        this.channel = channel;
        this.doors = doors;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Message message = exchange.getMessage();
        try {
            String id = LetterHeaders.needed(message, Header.INTERACTION);
            Optional<Interaction> interaction = doors.interactions().find(Scope.system(), InteractionId.parse(id));
            if (interaction
                    .filter(one -> one.contact().channel().equals(channel))
                    .isEmpty()) {
                throw new IllegalArgumentException("there is no interaction " + id + " of the channel " + channel);
            }
            String text = Optional.ofNullable(message.getBody(String.class)).orElse("");
            return Answers.await(
                    this,
                    doors.commands()
                            .execute(
                                    CommandProducer.actor(exchange),
                                    "message.send",
                                    Map.of("interaction", id, "text", text),
                                    LetterHeaders.maybe(message, Header.KEY).orElse("")),
                    exchange,
                    callback);
        } catch (IllegalArgumentException e) {
            return failed(exchange, callback, e);
        }
    }
}
