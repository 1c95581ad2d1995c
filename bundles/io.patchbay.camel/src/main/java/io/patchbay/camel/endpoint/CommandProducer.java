// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.command.Actor;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Runs a command; its fields are those of the body, of the URI, and the headers that name contact and message. */
final class CommandProducer extends Hop {
    private final Purpose.Command command;
    private final Doors doors;

    CommandProducer(Endpoint endpoint, Purpose.Command command, Doors doors) {
        super(endpoint);
        this.command = command;
        this.doors = doors;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            Message message = exchange.getMessage();
            return Answers.await(
                    this,
                    doors.commands()
                            .execute(
                                    actor(exchange),
                                    command.name(),
                                    fields(message),
                                    LetterHeaders.maybe(message, Header.KEY).orElse("")),
                    exchange,
                    callback);
        } catch (IllegalArgumentException e) {
            return failed(exchange, callback, e);
        }
    }

    static Actor actor(Exchange exchange) {
        return new Actor.Part("route:" + exchange.getContext().getName());
    }

    private Map<String, Object> fields(Message message) {
        Map<String, Object> fields = new HashMap<>();
        LetterHeaders.maybe(message, Header.INTERACTION).ifPresent(id -> fields.put("interaction", id));
        LetterHeaders.maybe(message, Header.MESSAGE)
                .or(() -> LetterHeaders.maybe(message, Header.ID))
                .ifPresent(id -> fields.put("message", id));
        fields.putAll(command.fields());
        fields.putAll(Json.fields(message.getBody()));
        return fields;
    }
}
