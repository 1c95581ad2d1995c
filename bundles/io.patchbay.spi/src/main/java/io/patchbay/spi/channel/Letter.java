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
 * What a party wrote that writes and goes: an SMS, a mail, what a route brings. Unlike an {@link Arrival} nobody stays
 * on the line.
 *
 * @param channel by which channel
 * @param kind the kind of work it is
 * @param id the channel's own id, 1 to 200 characters; the same id of the same channel is taken once, over restarts too
 * @param from who wrote
 * @param to our side: the account it came to, and from which it is answered
 * @param queue the queue it waits in if it opens a contact; an unknown one refuses the letter
 * @param about what the sender says of himself and the matter
 * @param text the words, 1 to 60,000 characters
 * @param enclosures what came with it
 * @param refersTo ids of letters of theirs or of messages of ours that this one answers, oldest first, at most 100; one
 *     that leads to a conversation of somebody else counts for nothing
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
    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 60_000;

    public Letter {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(kind, "kind");
        if (id.isEmpty() || id.length() > 200) {
            throw new IllegalArgumentException("id must have 1 to 200 characters but has " + id.length());
        }
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(about, "about");
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("text must have 1 to 60000 characters but has " + text.length());
        }
        enclosures = List.copyOf(enclosures);
        refersTo = List.copyOf(refersTo);
        if (refersTo.size() > 100) {
            throw new IllegalArgumentException("refersTo must name at most 100 letters but names " + refersTo.size());
        }
    }

    /** Hides the content. */
    @Override
    public String toString() {
        return "Letter[" + channel + ", " + id + ", " + text.length() + " characters]";
    }
}
