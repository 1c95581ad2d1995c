// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Writes by its channel: into an open interaction ({@code message.send}) or to somebody new ({@code message.write}).
 */
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
            Optional<String> contact = LetterHeaders.maybe(message, Header.INTERACTION);
            Map<String, Object> fields = contact.isPresent() ? answer(message, contact.get()) : letter(message);
            fields.put(
                    "text", Optional.ofNullable(message.getBody(String.class)).orElse(""));
            return Answers.await(
                    this,
                    doors.commands()
                            .execute(
                                    CommandProducer.actor(exchange),
                                    contact.isPresent() ? "message.send" : "message.write",
                                    fields,
                                    LetterHeaders.maybe(message, Header.KEY).orElse("")),
                    exchange,
                    callback);
        } catch (IllegalArgumentException e) {
            return failed(exchange, callback, e);
        }
    }

    private Map<String, Object> answer(Message message, String id) {
        Optional<Interaction> interaction = doors.interactions().find(Scope.system(), InteractionId.parse(id));
        if (interaction.isEmpty()) {
            throw new IllegalArgumentException("there is no interaction " + id);
        }
        Map<String, Object> fields = new HashMap<>(Map.of("interaction", id));
        if (!interaction.get().contact().channel().equals(channel)) {
            way(message, fields);
        }
        return fields;
    }

    private Map<String, Object> letter(Message message) {
        Map<String, Object> fields = new HashMap<>(Map.of("queue", LetterHeaders.needed(message, Header.QUEUE)));
        LetterHeaders.maybe(message, Header.FROM)
                .ifPresent(
                        from -> fields.put("from", Addresses.read(from, channel).text()));
        way(message, fields);
        return fields;
    }

    private void way(Message message, Map<String, Object> fields) {
        fields.put("channel", channel.value());
        fields.put(
                "to",
                Addresses.read(LetterHeaders.needed(message, Header.TO), channel)
                        .text());
        LetterHeaders.maybe(message, Header.SUBJECT).ifPresent(subject -> fields.put("subject", subject));
    }
}
