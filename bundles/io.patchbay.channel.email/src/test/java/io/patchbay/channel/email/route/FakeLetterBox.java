// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.Enclosure;
import io.patchbay.spi.channel.Letter;
import io.patchbay.spi.channel.LetterRefused;
import io.patchbay.spi.channel.OverloadException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.camel.Message;

/** Takes letters as the core does: each id once. What it is told to refuse or shed it does. */
final class FakeLetterBox {
    private final Map<String, Letter> letters = new HashMap<>();
    private final List<Letter> arrived = new ArrayList<>();
    private Predicate<Letter> refused = any -> false;
    private boolean overloaded;
    private int again;

    synchronized void refuse(Predicate<Letter> which) {
        refused = which;
    }

    synchronized void overload(boolean now) {
        overloaded = now;
    }

    synchronized List<Letter> letters() {
        return List.copyOf(arrived);
    }

    synchronized int again() {
        return again;
    }

    synchronized void take(Message message) throws OverloadException, IOException {
        Letter letter = read(message);
        if (overloaded) {
            throw new OverloadException("the journal cannot commit");
        }
        if (refused.test(letter)) {
            throw new LetterRefused(Problem.of("unknown-queue", "no queue {0}", "没有队列 {0}", "x"));
        }
        for (Enclosure enclosure : letter.enclosures()) {
            try (InputStream in = enclosure.source().open()) {
                in.readAllBytes();
            }
        }
        boolean known = letters.putIfAbsent(letter.id(), letter) != null;
        if (known) {
            again++;
        } else {
            arrived.add(letter);
        }
        message.setHeader(Header.INTERACTION, new UUID(7, arrived.size()).toString());
        message.setHeader(Header.AGAIN, known);
    }

    @SuppressWarnings("unchecked")
    private static Letter read(Message message) {
        return new Letter(
                new ChannelKey("email"),
                new WorkKind(message.getHeader(Header.KIND, String.class)),
                message.getHeader(Header.ID, String.class),
                Address.parse(message.getHeader(Header.FROM, String.class)),
                Optional.of(Address.parse(message.getHeader(Header.TO, String.class))),
                new QueueId(message.getHeader(Header.QUEUE, String.class)),
                new Arrival.About(
                        Optional.ofNullable(message.getHeader(Header.NAME, String.class)),
                        Optional.ofNullable(message.getHeader(Header.SUBJECT, String.class)),
                        message.getHeader(Header.LOCALE, String.class)),
                message.getBody(String.class),
                (List<Enclosure>) message.getHeader(Header.ENCLOSURES, List.class),
                (List<String>) message.getHeader(Header.REFERS_TO, List.class));
    }
}
