// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentDesk.OpenAssignment;
import io.patchbay.api.agent.AgentDesk.Phase;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.console.desk.DeskModel.Card;
import io.patchbay.ui.console.desk.DeskModel.Front;
import io.patchbay.ui.console.desk.DeskModel.Offer;
import io.patchbay.ui.console.desk.DeskModel.Turn;
import io.patchbay.ui.kit.text.Masks;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows one agent's desk and does what he presses. Called in the window's UI thread only. */
final class DeskPresenter {
    private static final Duration TYPING_SHOWN = Duration.ofSeconds(6);

    private final DeskServices services;
    private final ViewContext context;
    private final Map<String, String> drafts;
    private final DeskScreen screen;
    private final AgentId me;
    private final Words words;
    private final CallWatch calls;
    private final Map<InteractionId, Interaction> contacts = new LinkedHashMap<>();
    private final Map<InteractionId, List<Message>> messages = new HashMap<>();
    private final Map<InteractionId, List<Note>> notes = new HashMap<>();
    private final Map<InteractionId, Integer> seen = new HashMap<>();
    private final Map<InteractionId, Instant> typing = new HashMap<>();
    private final Map<CustomerId, Customer> customers = new HashMap<>();
    private final Set<CustomerId> asked = new HashSet<>();
    private AgentDesk desk;
    private Optional<InteractionId> front = Optional.empty();
    private Optional<Message> firstUnread = Optional.empty();

    DeskPresenter(DeskServices services, ViewContext context, Map<String, String> drafts, DeskScreen screen) {
        this.services = services;
        this.context = context;
        this.drafts = drafts;
        this.screen = screen;
        this.me = new AgentId(context.user().value());
        this.words = Words.of(DeskPresenter.class, context.locale());
        this.calls = new CallWatch(services.calls(), context, me);
    }

    /** Begins to follow. */
    void start() {
        context.untilGone(services.agents().watch(me, changed -> context.now(() -> deskChanged(changed))));
        context.untilGone(services.interactions().watch(changed -> {
            if (contacts.containsKey(changed.id())) {
                context.soon("contact " + changed.id(), () -> contactChanged(changed));
            }
        }));
        context.untilGone(services.interactions().watchTyping(who -> context.soon("typing " + who, () -> typed(who))));
        calls.start(this::render);
        context.every(Duration.ofSeconds(3), this::tick);
        services.agents().desk(context.scope(), me).ifPresent(this::deskChanged);
    }

    /** Brings the contact of the address to the front, if it is on the desk. */
    void show(Place place) {
        place.segment(1).ifPresent(id -> contacts.keySet().stream()
                .filter(known -> known.toString().equals(id))
                .findFirst()
                .ifPresent(this::select));
    }

    private void deskChanged(AgentDesk changed) {
        boolean first = desk == null;
        Set<InteractionId> before = first ? Set.of() : openIds();
        desk = changed;
        Set<InteractionId> now = new HashSet<>(openIds());
        changed.offers().forEach(offer -> now.add(offer.interaction()));
        contacts.keySet().retainAll(now);
        for (InteractionId id : now) {
            services.interactions().find(context.scope(), id).ifPresent(found -> contacts.put(id, found));
        }
        if (first) {
            readAll();
        } else {
            openIds().stream().filter(id -> !before.contains(id)).forEach(this::taken);
        }
        if (front.isPresent() && !openIds().contains(front.get())) {
            front = Optional.empty();
            selectFirst();
        }
        render();
    }

    private void taken(InteractionId id) {
        readMessages(id);
        if (mayTakeTheFront()) {
            select(id);
        }
    }

    /** What lay on the desk before it opened: what the agent has answered, he has seen. */
    private void readAll() {
        Map<InteractionId, Interaction> open = new HashMap<>(contacts);
        open.keySet().retainAll(openIds());
        context.load(
                () -> {
                    Map<InteractionId, Written> read = new HashMap<>();
                    open.forEach((id, contact) -> read.put(id, written(contact)));
                    return read;
                },
                read -> {
                    read.forEach((id, all) -> {
                        messages.put(id, all.messages());
                        notes.put(id, all.notes());
                    });
                    read.keySet().forEach(id -> seen.put(id, answered(id)));
                    show(context.place());
                    if (front.isEmpty()) {
                        selectFirst();
                    }
                    render();
                });
    }

    private int answered(InteractionId id) {
        int count = 0;
        int answered = 0;
        for (Message message : messagesOf(id)) {
            if (message.from() == Message.Author.CUSTOMER) {
                count++;
            } else {
                answered = count;
            }
        }
        return answered;
    }

    private void selectFirst() {
        cards().stream().map(Card::id).findFirst().ifPresentOrElse(this::select, this::rewrite);
    }

    /** A new contact comes to the front unless the agent is writing to somebody else. */
    private boolean mayTakeTheFront() {
        return front.isEmpty() || draft(front.get()).isBlank();
    }

    private Set<InteractionId> openIds() {
        Set<InteractionId> ids = new HashSet<>();
        desk.assignments().forEach(open -> ids.add(open.interaction()));
        return ids;
    }

    private void contactChanged(Interaction changed) {
        if (contacts.containsKey(changed.id())) {
            contacts.put(changed.id(), changed);
            readMessages(changed.id());
            render();
        }
    }

    private void readMessages(InteractionId id) {
        Interaction contact = contacts.get(id);
        if (contact == null) {
            return;
        }
        context.load(() -> written(contact), read -> {
            boolean noted = !read.notes().equals(notes.put(id, read.notes()));
            if (!read.messages().equals(messages.put(id, read.messages())) || noted) {
                typing.remove(id);
                if (front.equals(Optional.of(id))) {
                    seen.put(id, fromCustomer(id));
                }
                render();
            }
        });
    }

    /** What was written in a conversation: to the customer, by him, and for inside. */
    private record Written(List<Message> messages, List<Note> notes) {}

    private Written written(Interaction contact) {
        List<Message> read = services.interactions().messages(context.scope(), contact.conversation());
        Set<InteractionId> episodes = new LinkedHashSet<>();
        read.forEach(message -> episodes.add(message.interaction()));
        episodes.add(contact.id());
        List<Note> inside = episodes.stream()
                .flatMap(id -> services.interactions().notes(context.scope(), id).stream())
                .toList();
        return new Written(read, inside);
    }

    private void typed(InteractionId who) {
        if (contacts.containsKey(who)) {
            typing.put(who, context.now());
            render();
        }
    }

    private void tick() {
        boolean quiet = typing.values().removeIf(at -> at.plus(TYPING_SHOWN).isBefore(context.now()));
        if (quiet || calls.talking()) {
            render();
        }
        front.ifPresent(this::readMessages);
    }

    void select(InteractionId id) {
        if (!front.equals(Optional.of(id))) {
            front = Optional.of(id);
            int known = seen.getOrDefault(id, fromCustomer(id));
            firstUnread = messagesOf(id).stream()
                    .filter(message -> message.from() == Message.Author.CUSTOMER)
                    .skip(known)
                    .findFirst();
            screen.problem("");
        }
        seen.put(id, fromCustomer(id));
        rewrite();
        render();
    }

    private void rewrite() {
        context.rewrite(Place.parse(front.map(id -> "desk/" + id).orElse("desk")));
    }

    /** Steps through the list. */
    void step(int by) {
        List<Card> cards = cards();
        if (!cards.isEmpty()) {
            int at = front.map(id -> cards.stream().map(Card::id).toList().indexOf(id))
                    .orElse(-1);
            select(cards.get(Math.floorMod(at + by, cards.size())).id());
        }
    }

    /** Goes to the next contact that waits for the agent. */
    void nextTurn() {
        List<Card> mine =
                cards().stream().filter(card -> card.turn() == Turn.MINE).toList();
        int at = front.map(id -> mine.stream().map(Card::id).toList().indexOf(id))
                .orElse(-1);
        if (!mine.isEmpty()) {
            select(mine.get((at + 1) % mine.size()).id());
        }
    }

    void accept(InteractionId id) {
        context.run(new InteractionCommand.AcceptAssignment(id), result -> {
            calls.accepted(id, result);
            if (!told(result)) {
                render();
            }
        });
    }

    void decline(InteractionId id) {
        command(new InteractionCommand.DeclineAssignment(id));
    }

    void park(InteractionId id) {
        command(new InteractionCommand.ParkAssignment(id));
    }

    void resume(InteractionId id) {
        command(new InteractionCommand.ResumeAssignment(id));
    }

    void end(InteractionId id) {
        command(new InteractionCommand.EndInteraction(id));
    }

    void transfer(InteractionId id, InteractionCommand.Target target) {
        command(new InteractionCommand.TransferInteraction(id, target));
    }

    /** Writes to the customer; what could not be sent comes back to where it was typed. */
    void send(InteractionCommand.SendMessage message, Runnable gone) {
        write(message, message.interaction().toString(), message.text(), gone);
    }

    /** Writes something down for inside. */
    void note(InteractionId id, String text) {
        write(new InteractionCommand.AddNote(id, text), "note:" + id, text, () -> {});
    }

    private void write(InteractionCommand command, String key, String text, Runnable gone) {
        drafts.remove(key);
        context.run(command, result -> {
            if (told(result)) {
                drafts.put(key, text);
                screen.unsent(key, text);
            } else {
                gone.run();
                readMessages(command.interaction());
            }
        });
    }

    void retry(Message message) {
        context.run(new InteractionCommand.RetryMessage(message.interaction(), message.id()), result -> {
            if (!told(result)) {
                readMessages(message.interaction());
            }
        });
    }

    void typing(String key) {
        context.run(new InteractionCommand.ShowTyping(InteractionId.parse(key)), result -> {});
    }

    void complete(InteractionId id, Optional<String> code, String notes) {
        if (code.isEmpty() && codeNeeded(contacts.get(id))) {
            screen.problem(words.get("wrapup.codeNeeded"));
            return;
        }
        context.run(new InteractionCommand.CompleteAssignment(id, code, notes), result -> {
            if (!told(result)) {
                drafts.remove("code:" + id);
                drafts.remove("notes:" + id);
            }
        });
    }

    private void command(InteractionCommand command) {
        context.run(command, this::told);
    }

    /** Says a refusal; gives whether there was one. */
    private boolean told(CommandResult result) {
        boolean refused = result instanceof CommandResult.Refused;
        screen.problem(result instanceof CommandResult.Refused no ? no.problem().text(context.locale()) : "");
        return refused;
    }

    void keepDraft(String key, String text) {
        if (text.isBlank()) {
            drafts.remove(key);
        } else {
            drafts.put(key, text);
        }
    }

    String draftOf(String key) {
        return drafts.getOrDefault(key, "");
    }

    /** What customers read under my messages. */
    String myName() {
        return desk.state().name();
    }

    /** Says something that went wrong. */
    void say(String trouble) {
        screen.problem(trouble);
    }

    String draft(InteractionId id) {
        return drafts.getOrDefault(id.toString(), "");
    }

    String draft(String kind, InteractionId id) {
        return drafts.getOrDefault(kind + ":" + id, "");
    }

    private void render() {
        if (desk != null) {
            List<Offer> offers = offers();
            List<Card> cards = cards();
            screen.show(
                    new DeskModel(desk.state(), offers, cards, front.flatMap(this::front), calls.voice(offers, cards)));
        }
    }

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (AgentDesk.Offer ringing : desk.offers()) {
            Interaction contact = contacts.get(ringing.interaction());
            if (contact != null) {
                offers.add(new Offer(
                        contact,
                        who(contact),
                        customer(contact),
                        queueName(contact.placement().queue()),
                        ringing.offeredAt(),
                        ringing.expiresAt()));
            }
        }
        return offers;
    }

    private List<Card> cards() {
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
        List<Message> written = messagesOf(contact.id());
        Optional<Message> last = written.isEmpty() ? Optional.empty() : Optional.of(written.get(written.size() - 1));
        Turn turn = turn(contact, open.phase(), last);
        String line = last.map(message -> (message.from() == Message.Author.AGENT ? words.get("you") : "")
                        + message.text().orElse(words.get("erased")))
                .orElse(contact.contact()
                        .subject()
                        .orElse(queueName(contact.placement().queue())));
        Instant since = turn == Turn.MINE || turn == Turn.CUSTOMER
                ? last.map(Message::at).orElse(open.since())
                : open.since();
        int unread = Math.max(0, fromCustomer(contact.id()) - seen.getOrDefault(contact.id(), 0));
        Optional<String> tier = customer(contact).map(Customer::tier);
        return new Card(contact, who(contact), tier, turn, line, since, open.endsAt(), unread);
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

    private Optional<Front> front(InteractionId id) {
        Interaction contact = contacts.get(id);
        return desk.assignments().stream()
                .filter(open -> open.interaction().equals(id) && contact != null)
                .findFirst()
                .map(open -> new Front(
                        contact,
                        who(contact),
                        customer(contact).map(Customer::tier),
                        queueName(contact.placement().queue()),
                        open.phase(),
                        open.since(),
                        open.endsAt(),
                        messagesOf(id),
                        notes.getOrDefault(id, List.of()),
                        firstUnread,
                        typing.containsKey(id),
                        codeNeeded(contact)));
    }

    private boolean codeNeeded(Interaction contact) {
        return services.queues()
                .queue(context.scope(), contact.placement().queue())
                .filter(queue -> queue.wrapUp().mode() == QueueSettings.WrapUp.Mode.REQUIRED)
                .isPresent();
    }

    private String who(Interaction contact) {
        return customer(contact)
                .map(Customer::name)
                .or(() -> contact.contact().name())
                .or(() -> contact.contact().from().map(Masks::masked))
                .orElse(words.get("nobody"));
    }

    Optional<Customer> customer(Interaction contact) {
        contact.customer()
                .filter(asked::add)
                .ifPresent(id -> context.load(
                        () -> services.customers().find(context.scope(), id),
                        found -> found.ifPresent(known -> {
                            customers.put(id, known);
                            render();
                        })));
        return contact.customer().map(customers::get);
    }

    String queueName(QueueId id) {
        return services.queues()
                .queue(context.scope(), id)
                .map(QueueSettings::name)
                .orElse(id.value());
    }

    private List<Message> messagesOf(InteractionId id) {
        return messages.getOrDefault(id, List.of());
    }

    private int fromCustomer(InteractionId id) {
        return (int) messagesOf(id).stream()
                .filter(message -> message.from() == Message.Author.CUSTOMER)
                .count();
    }
}
