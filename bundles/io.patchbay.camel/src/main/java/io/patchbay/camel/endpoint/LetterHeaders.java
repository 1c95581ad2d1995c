// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.Enclosure;
import io.patchbay.spi.channel.Letter;
import io.patchbay.spi.channel.LetterBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Message;

/** A message of a route as a letter, and what became of the letter as headers. */
final class LetterHeaders {
    private static final String USUAL_LOCALE = "zh-CN";

    private LetterHeaders() {}

    static Letter read(Message message, ChannelKey channel) {
        String text = message.getBody(String.class);
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("the body, the letter's text, is empty");
        }
        return new Letter(
                channel,
                new WorkKind(
                        maybe(message, Header.KIND).orElse(channel.value().equals("email") ? "mail" : channel.value())),
                needed(message, Header.ID),
                Addresses.read(needed(message, Header.FROM), channel),
                maybe(message, Header.TO).map(to -> Addresses.read(to, channel)),
                new QueueId(needed(message, Header.QUEUE)),
                new Arrival.About(
                        maybe(message, Header.NAME),
                        maybe(message, Header.SUBJECT),
                        maybe(message, Header.LOCALE).orElse(USUAL_LOCALE)),
                text,
                list(message, Header.ENCLOSURES, Enclosure.class),
                list(message, Header.REFERS_TO, String.class));
    }

    static void write(LetterBox.Posted posted, Message message) {
        message.setHeader(Header.INTERACTION, posted.interaction().toString());
        message.setHeader(Header.CONVERSATION, posted.conversation().toString());
        message.setHeader(Header.MESSAGE, posted.message().value());
        message.setHeader(Header.AGAIN, posted.again());
    }

    static String needed(Message message, String header) {
        return maybe(message, header)
                .orElseThrow(() -> new IllegalArgumentException("the header " + header + " is missing"));
    }

    static Optional<String> maybe(Message message, String header) {
        return Optional.ofNullable(message.getHeader(header, String.class)).filter(value -> !value.isBlank());
    }

    private static <T> List<T> list(Message message, String header, Class<T> type) {
        Object value = message.getHeader(header);
        List<T> items = new ArrayList<>();
        if (value instanceof Iterable<?> many) {
            for (Object one : many) {
                items.add(item(header, type, one));
            }
        } else if (value != null) {
            items.add(item(header, type, value));
        }
        return items;
    }

    private static <T> T item(String header, Class<T> type, Object value) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new IllegalArgumentException("the header " + header + " must hold " + type.getSimpleName() + " but has "
                + value.getClass().getSimpleName());
    }
}
