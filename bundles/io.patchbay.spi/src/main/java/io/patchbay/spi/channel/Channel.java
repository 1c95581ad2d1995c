// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.WorkKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A channel, registered as a service by the bundle that brings it; while it is there, its contacts can come. */
@ConsumerType
public interface Channel {
    /**
     * The channel's key.
     *
     * @return the same key always
     */
    ChannelKey key();

    /**
     * The kind of work its contacts are.
     *
     * @return the kind whose capacity they use
     */
    WorkKind kind();

    /**
     * The channel's name for people.
     *
     * @param locale the reader's
     * @return a short name, for example 网页 or Web chat; the key by default
     */
    default String name(Locale locale) {
        return key().value();
    }

    /**
     * The channel's accounts and their state, for {@code GET /accounts} and the console. Answers at once.
     *
     * @return one line for each configured account; none by default
     */
    default List<ChannelAccount> accounts() {
        return List.of();
    }

    /**
     * Whether its parties write and go, so that a message can be sent to an address at any time.
     *
     * @return true for channels that bring {@link Letter}s; the same always
     */
    default boolean letters() {
        return false;
    }

    /**
     * Whether files can go with a message of ours.
     *
     * @return the same always
     */
    default boolean attachments() {
        return false;
    }

    /**
     * How customers are called by it.
     *
     * @return the door for calls out; empty for a channel that calls nobody, or cannot now
     */
    default Optional<OutboundCalls> outbound() {
        return Optional.empty();
    }

    /**
     * How many contacts would be cut off if the channel left now, such as running calls. Contacts that outlast it, as
     * text does, are not counted. Answers at once; safe for any thread.
     *
     * @return 0 or more; 0 by default
     */
    default int live() {
        return 0;
    }

    /**
     * Told that the channel is about to leave, or stays after all. The core refuses its new contacts anyway
     * ({@link Admission}); a channel that can turn them away cheaper, before anything is made of them, does so
     * meanwhile, in words of its protocol for "later". Returns at once; safe for any thread.
     *
     * @param now true to take no new contacts, false to take them again
     */
    default void drain(boolean now) {}

    /**
     * Ends what {@link #live()} counts; the contacts close as failed. Returns at once; safe for any thread.
     *
     * @param reason why, for the journal
     */
    default void end(String reason) {}
}
