// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A letter: what a party wrote that writes and goes (SMS, mail, a route); not a live connection.
 *
 * @param channel by which channel
 * @param kind the kind of work it is
 * @param id the channel's own id, 1 to 200 characters, unique in the channel for ever: a letter is taken once
 * @param from who wrote it
 * @param to our address, that is the account it came to; empty where the channel has none
 * @param queue the queue it waits in if it opens an interaction
 * @param about name, subject and language
 * @param text its words, 1 to 60,000 characters
 * @param enclosures what came with it, in order
 * @param refersTo ids of letters of theirs or of messages of ours that this one answers
 */
public record Letter(
        ChannelKey channel,
        WorkKind kind,
        String id,
        Address from,
        Optional<Address> to,
        QueueId queue,
        Arrival.About about,
        String text,
        List<Enclosure> enclosures,
        List<String> refersTo) {
    public Letter {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(about, "about");
        enclosures = List.copyOf(enclosures);
        refersTo = List.copyOf(refersTo);
        check("id", id, 200);
        check("text", text, 60_000);
    }

    private static void check(String what, String value, int most) {
        if (value.isEmpty() || value.length() > most) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + most + " characters but has " + value.length());
        }
    }

    /** Hides the content. */
    @Override
    public String toString() {
        return "Letter[" + channel + ", " + id + ", " + text.length() + " characters]";
    }
}
