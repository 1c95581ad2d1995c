// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentDesk.OpenAssignment;
import io.patchbay.api.agent.AgentDesk.Phase;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.queue.QueueSettings.WrapUp;
import io.patchbay.ui.console.desk.DeskModel.Card;
import io.patchbay.ui.console.desk.DeskModel.Front;
import io.patchbay.ui.console.desk.DeskModel.Offer;
import io.patchbay.ui.console.desk.DeskModel.Turn;
import io.patchbay.ui.kit.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a desk looks at this moment. */
record DeskSight(
        AgentDesk desk, Map<InteractionId, Interaction> contacts, DeskThreads threads, DeskNames names, Words words) {
    List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (AgentDesk.Offer ringing : desk.offers()) {
            Interaction contact = contacts.get(ringing.interaction());
            if (contact != null) {
                offers.add(new Offer(
                        contact,
                        names.who(contact),
                        names.customer(contact),
                        queue(contact),
                        ringing.offeredAt(),
                        ringing.expiresAt()));
            }
        }
        return offers;
    }

    /** For what queue it is; colleagues among themselves talk for none. */
    private String queue(Interaction contact) {
        return DeskModel.isInner(contact)
                ? words.get("bar.inner")
                : names.queueName(contact.placement().queue());
    }

    /** The call of a colleague's that rings or is talked here. */
    Optional<DeskModel.Guest> guest() {
        return desk.guest().stream()
                .filter(visit -> contacts.containsKey(visit.interaction()))
                .findFirst()
                .map(visit -> {
                    Interaction contact = contacts.get(visit.interaction());
                    return new DeskModel.Guest(visit, contact, names.who(contact));
                });
    }

    /** The written contact of a colleague's that he reads along. */
    Optional<DeskModel.Reading> reading() {
        return guest().filter(guest -> !DeskModel.isCall(guest.contact())).map(guest -> {
            InteractionId id = guest.contact().id();
            return new DeskModel.Reading(guest, threads.messages(id), threads.notes(id), threads.types(id));
        });
    }

    List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        for (OpenAssignment open : desk.assignments()) {
            Interaction contact = contacts.get(open.interaction());
            if (contact != null) {
                cards.add(card(contact, open));
            }
        }
        cards.sort(Comparator.comparing(Card::turn)
                .thenComparing(card -> card.contact().times().arrivedAt()));
        return cards;
    }

    private Card card(Interaction contact, OpenAssignment open) {
        List<Message> written = threads.messages(contact.id());
        Optional<Message> last = written.isEmpty() ? Optional.empty() : Optional.of(written.get(written.size() - 1));
        Turn turn = turn(contact, open.phase(), last);
        String line = last.map(message -> (message.from() == Message.Author.AGENT ? words.get("you") : "")
                        + message.text().orElse(words.get("erased")))
                .orElse(contact.contact().subject().orElse(queue(contact)));
        Instant since = turn == Turn.MINE || turn == Turn.CUSTOMER
                ? last.map(Message::at).orElse(open.since())
                : open.since();
        Optional<String> tier = names.customer(contact).map(Customer::tier);
        return new Card(
                contact,
                names.who(contact),
                tier,
                turn,
                line,
                since,
                open.endsAt(),
                threads.unread(contact.id()),
                open.interrupted());
    }

    private static Turn turn(Interaction contact, Phase phase, Optional<Message> last) {
        if (phase == Phase.ACTIVE && DeskModel.isCall(contact)) {
            return Turn.TALKING;
        }
        return switch (phase) {
            case PARKED -> Turn.PARKED;
            case WRAP_UP -> Turn.WRAP_UP;
            case ACTIVE -> last.filter(message -> message.from() != Message.Author.CUSTOMER)
                            .isPresent()
                    ? Turn.CUSTOMER
                    : Turn.MINE;
        };
    }

    Optional<Front> front(InteractionId id, Optional<Message> firstUnread) {
        Interaction contact = contacts.get(id);
        return desk.assignments().stream()
                .filter(open -> open.interaction().equals(id) && contact != null)
                .findFirst()
                .map(open -> new Front(
                        contact,
                        names.who(contact),
                        names.customer(contact).map(Customer::tier),
                        queue(contact),
                        open.phase(),
                        open.since(),
                        open.endsAt(),
                        threads.messages(id),
                        threads.notes(id),
                        firstUnread,
                        threads.types(id),
                        names.wraps(contact, WrapUp.Mode.REQUIRED),
                        names.wraps(contact, WrapUp.Mode.FIXED),
                        open.askedSeconds()));
    }
}
