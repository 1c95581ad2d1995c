// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.channel.SignalSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A core whose part a test plays, contact by contact. */
final class Core implements Intake {
    final List<Contact> contacts = new CopyOnWriteArrayList<>();
    final List<OpenContact> leftOpen = new CopyOnWriteArrayList<>();
    volatile boolean overloaded;

    /** One contact: how it came, how it is reached, what it told. */
    static final class Contact {
        final InteractionId id;
        final Optional<Arrival> arrival;
        final ChannelSession session;
        final List<ChannelSignal> signals = new CopyOnWriteArrayList<>();

        Contact(InteractionId id, Optional<Arrival> arrival, ChannelSession session) {
            this.id = id;
            this.arrival = arrival;
            this.session = session;
        }

        Contact commit() {
            session.committed(id, ConversationId.at(0));
            return this;
        }

        /** Waits for it. */
        void tells(ChannelSignal signal) {
            Until.comesTrue(() -> signals.contains(signal), () -> signal + " among " + signals);
        }

        <T extends ChannelSignal> T tells(Class<T> kind) {
            Until.comesTrue(() -> signals.stream().anyMatch(kind::isInstance), () -> kind + " among " + signals);
            return signals.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits for the contact of that number, the first is 0. */
    Contact contact(int index) {
        Until.comesTrue(() -> contacts.size() > index, () -> "contact " + index);
        return contacts.get(index);
    }

    @Override
    public SignalSink open(Arrival arrival, ChannelSession session) throws OverloadException {
        if (overloaded) {
            throw new OverloadException("told to be full");
        }
        Contact contact = new Contact(InteractionId.at(0), Optional.of(arrival), session);
        contacts.add(contact);
        return contact.signals::add;
    }

    @Override
    public Optional<SignalSink> resume(InteractionId id, ChannelSession session) {
        Contact contact = new Contact(id, Optional.empty(), session);
        contacts.add(contact);
        return Optional.of(contact.signals::add);
    }

    @Override
    public List<OpenContact> open(ChannelKey channel) {
        return leftOpen;
    }
}
