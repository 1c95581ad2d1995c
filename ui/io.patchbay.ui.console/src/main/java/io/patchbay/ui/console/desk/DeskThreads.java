// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is written in the conversations on a desk, what of it the agent has seen, and who types. UI thread only. */
final class DeskThreads {
    private static final Duration TYPING_SHOWN = Duration.ofSeconds(6);

    private final Interactions interactions;
    private final ViewContext context;
    private final Map<InteractionId, Written> written = new HashMap<>();
    private final Map<InteractionId, Integer> seen = new HashMap<>();
    private final Map<InteractionId, Instant> typing = new HashMap<>();

    DeskThreads(Interactions interactions, ViewContext context) {
        this.interactions = interactions;
        this.context = context;
    }

    /** What was written in a conversation: to the customer, by him, and for inside. */
    private record Written(List<Message> messages, List<Note> notes) {
        static final Written NOTHING = new Written(List.of(), List.of());

        int fromCustomer() {
            return (int) messages.stream().filter(Written::byCustomer).count();
        }

        /** How many of the customer's messages stand before our last one. */
        int answered() {
            int count = 0;
            int answered = 0;
            for (Message message : messages) {
                if (byCustomer(message)) {
                    count++;
                } else {
                    answered = count;
                }
            }
            return answered;
        }

        Optional<Message> afterSeen(int count) {
            return messages.stream().filter(Written::byCustomer).skip(count).findFirst();
        }

        private static boolean byCustomer(Message message) {
            return message.from() == Message.Author.CUSTOMER;
        }
    }

    /** Reads one again; tells if there is news. */
    void read(Interaction contact, Runnable news) {
        context.load(() -> load(contact), read -> {
            if (!read.equals(written.put(contact.id(), read))) {
                typing.remove(contact.id());
                news.run();
            }
        });
    }

    /** What lay on the desk before it opened: what the agent has answered, he has seen. */
    void readAll(Collection<Interaction> contacts, Runnable then) {
        List<Interaction> all = List.copyOf(contacts);
        context.load(
                () -> {
                    Map<InteractionId, Written> read = new HashMap<>();
                    all.forEach(contact -> read.put(contact.id(), load(contact)));
                    return read;
                },
                read -> {
                    written.putAll(read);
                    read.forEach((id, what) -> seen.put(id, what.answered()));
                    then.run();
                });
    }

    private Written load(Interaction contact) {
        List<Message> read = interactions.messages(context.scope(), contact.conversation());
        Set<InteractionId> episodes = new LinkedHashSet<>();
        read.forEach(message -> episodes.add(message.interaction()));
        episodes.add(contact.id());
        List<Note> inside = episodes.stream()
                .flatMap(id -> interactions.notes(context.scope(), id).stream())
                .toList();
        return new Written(read, inside);
    }

    private Written of(InteractionId id) {
        return written.getOrDefault(id, Written.NOTHING);
    }

    List<Message> messages(InteractionId id) {
        return of(id).messages();
    }

    List<Note> notes(InteractionId id) {
        return of(id).notes();
    }

    int unread(InteractionId id) {
        return Math.max(0, of(id).fromCustomer() - seen.getOrDefault(id, 0));
    }

    /** The first that the agent has not seen; nothing of a conversation that he sees for the first time. */
    Optional<Message> firstUnread(InteractionId id) {
        return Optional.ofNullable(seen.get(id)).flatMap(count -> of(id).afterSeen(count));
    }

    /** The agent sees all of it now. */
    void looked(InteractionId id) {
        seen.put(id, of(id).fromCustomer());
    }

    void typed(InteractionId id) {
        typing.put(id, context.now());
    }

    boolean types(InteractionId id) {
        return typing.containsKey(id);
    }

    /** Forgets who has not typed for a while; gives whether there was somebody. */
    boolean quiet() {
        return typing.values().removeIf(at -> at.plus(TYPING_SHOWN).isBefore(context.now()));
    }
}
