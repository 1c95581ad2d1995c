// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.call.PickUp;
import io.patchbay.api.call.SecureCommand;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.api.interaction.SuperviseCommand;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings.WrapUp;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.ui.console.desk.DeskModel.Card;
import io.patchbay.ui.console.desk.DeskModel.Front;
import io.patchbay.ui.console.desk.DeskModel.Offer;
import io.patchbay.ui.console.desk.DeskModel.Turn;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows one agent's desk and does what he presses. Called in the window's UI thread only. */
final class DeskPresenter {
    /** The contact in the result of a command. */
    private static final String CONTACT = "interaction";

    static final int MORE_SECONDS = 60;

    private final DeskServices services;
    private final ViewContext context;
    private final Map<String, String> drafts;
    private final DeskScreen screen;
    private final AgentId me;
    private final Words words;
    private final CallWatch calls;
    private final Map<InteractionId, Interaction> contacts = new LinkedHashMap<>();
    private final DeskThreads threads;
    private final DeskNames names;
    private AgentDesk desk;
    private Optional<AgentDesk.Missed> missed = Optional.empty();
    private Optional<AgentDesk.Taken> taken = Optional.empty();
    private Optional<AgentDesk.Missed> notThere = Optional.empty();
    private Optional<InteractionId> begun = Optional.empty();
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
        this.threads = new DeskThreads(services.interactions(), context);
        this.names = new DeskNames(services, context, words, this::render);
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
        changed.guest().forEach(visit -> now.add(visit.interaction()));
        sayMissed(changed);
        sayTaken(changed, first);
        sayNotThere(changed, first);
        sayNotBegun(now);
        contacts.keySet().retainAll(now);
        for (InteractionId id : now) {
            services.interactions().find(context.scope(), id).ifPresent(found -> contacts.put(id, found));
        }
        changed.guest().forEach(visit -> read(visit.interaction()));
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

    /** Whom he called in and who did not come: the customer is back, and why. */
    private void sayMissed(AgentDesk changed) {
        Optional<AgentDesk.Missed> now = changed.assignments().stream()
                .flatMap(open -> open.missed().stream())
                .findFirst();
        if (!now.equals(missed)) {
            missed = now;
            now.ifPresent(one -> screen.problem(
                    one.party().equals(PartyId.CUSTOMER)
                            ? words.get("bar.notReached", words.get("missed." + one.cause()))
                            : words.get(
                                    "bar.missed",
                                    one.party().agent().map(this::colleague).orElse(words.get("bar.outsider")),
                                    words.get("missed." + one.cause()))));
        }
    }

    /** What rang at his desk is somebody else's: who took it and, if a supervisor, why. */
    private void sayTaken(AgentDesk changed, boolean first) {
        if (!changed.taken().equals(taken)) {
            taken = changed.taken();
            taken.filter(call -> !first)
                    .ifPresent(call -> screen.problem(
                            call.why().isEmpty()
                                    ? words.get("bar.pickedUp", colleague(call.by()))
                                    : words.get("bar.intercepted", colleague(call.by()), call.why())));
        }
    }

    /** The colleague whom he called did not come, and why. */
    private void sayNotThere(AgentDesk changed, boolean first) {
        if (!changed.missed().equals(notThere)) {
            notThere = changed.missed();
            notThere.filter(one -> !first)
                    .ifPresent(one -> screen.problem(words.get(
                            "bar.colleagueMissed",
                            one.party().agent().map(this::colleague).orElse(""),
                            words.get("missed." + one.cause()))));
        }
    }

    /** The call he began is neither at his phone nor his any more: nobody was called. */
    private void sayNotBegun(Set<InteractionId> now) {
        Optional<InteractionId> gone = begun.filter(id -> !now.contains(id));
        if (gone.isPresent() || begun.filter(openIds()::contains).isPresent()) {
            begun = Optional.empty();
        }
        gone.flatMap(id -> services.interactions().find(context.scope(), id))
                .filter(contact -> contact.times().answeredAt().isEmpty())
                .ifPresent(contact -> screen.problem(words.get("bar.notBegun")));
    }

    /** A colleague's name. */
    String colleague(AgentId agent) {
        return services.agents().agents(context.scope()).stream()
                .filter(one -> one.agent().equals(agent))
                .map(AgentState::name)
                .findFirst()
                .orElse(agent.value());
    }

    private void taken(InteractionId id) {
        read(id);
        if (mayTakeTheFront()) {
            select(id);
        }
    }

    private void readAll() {
        Set<InteractionId> open = openIds();
        threads.readAll(
                contacts.values().stream()
                        .filter(one -> open.contains(one.id()))
                        .toList(),
                () -> {
                    show(context.place());
                    if (front.isEmpty()) {
                        selectFirst();
                    }
                    render();
                });
    }

    private void read(InteractionId id) {
        Optional.ofNullable(contacts.get(id))
                .ifPresent(contact -> threads.read(contact, () -> {
                    if (front.equals(Optional.of(id))) {
                        threads.looked(id);
                    }
                    render();
                }));
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
            read(changed.id());
            render();
        }
    }

    private void typed(InteractionId who) {
        if (contacts.containsKey(who)) {
            threads.typed(who);
            render();
        }
    }

    private void tick() {
        if (threads.quiet() || calls.talking()) {
            render();
        }
        front.ifPresent(this::read);
    }

    void select(InteractionId id) {
        if (!front.equals(Optional.of(id))) {
            front = Optional.of(id);
            firstUnread = threads.firstUnread(id);
            screen.problem("");
        }
        threads.looked(id);
        rewrite();
        render();
    }

    /** Shows what he reads along in place of his own contacts. */
    void lookIn() {
        front = Optional.empty();
        rewrite();
        render();
    }

    /** Reads along no more. */
    void lookAway(InteractionId id) {
        context.run(new SuperviseCommand.Stop(id), this::told);
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
        begun = begun.filter(own -> !own.equals(id)); // he knows why it is not made
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

    /** Calls a number: his own phone first. */
    void dial(String number, QueueId queue) {
        context.run(new OutboundCommand.Dial(number, Optional.of(queue)), result -> {
            if (!told(result) && result instanceof CommandResult.Done done) {
                begun = Optional.of(contactOf(done));
            }
        });
    }

    /** Calls a colleague: his own phone first. */
    void callColleague(AgentId colleague) {
        context.run(new OutboundCommand.CallColleague(colleague), result -> {
            if (!told(result) && result instanceof CommandResult.Done done) {
                begun = Optional.of(contactOf(done));
            }
        });
    }

    private static InteractionId contactOf(CommandResult.Done done) {
        return InteractionId.parse((String) done.result().get(CONTACT));
    }

    /** Takes the call that rings at a colleague's. */
    void pickUp(AgentId colleague) {
        context.run(new PickUp(colleague), result -> {
            if (!told(result) && result instanceof CommandResult.Done done) {
                calls.accepted(contactOf(done), result);
                render();
            }
        });
    }

    /** A call goes to a colleague so that it comes back if he does not take it. */
    void transfer(InteractionId id, InteractionCommand.Target target) {
        boolean call = Optional.ofNullable(contacts.get(id))
                .filter(DeskModel::isTalked)
                .isPresent();
        if (call && target instanceof InteractionCommand.Target.ToAgent to) {
            call(new CallCommand.Transfer(id, new CallCommand.Target.Colleague(to.agent()), ""));
            return;
        }
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
                read(command.interaction());
            }
        });
    }

    void retry(Message message) {
        context.run(new InteractionCommand.RetryMessage(message.interaction(), message.id()), result -> {
            if (!told(result)) {
                read(message.interaction());
            }
        });
    }

    void typing(String key) {
        context.run(new InteractionCommand.ShowTyping(InteractionId.parse(key)), result -> {});
    }

    /** The wrap-up codes of a contact's queue. */
    List<Code> choices(InteractionId id) {
        return names.choices(contacts.get(id));
    }

    void complete(InteractionId id, Optional<String> code, String notes) {
        if (code.isEmpty() && names.wraps(contacts.get(id), WrapUp.Mode.REQUIRED)) {
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

    /** Keeps code and notes; the wrap-up ends with them when its time is up. */
    void choose(InteractionId id, Optional<String> code, String notes, Runnable kept) {
        context.run(new InteractionCommand.ChooseCode(id, code, notes), result -> {
            if (!told(result)) {
                kept.run();
            }
        });
    }

    /** Asks a supervisor for more time to wrap up. */
    void extend(InteractionId id) {
        command(new InteractionCommand.ExtendWrapUp(id, MORE_SECONDS));
    }

    /** A verb of the telephone. */
    void call(CallCommand command) {
        context.run(command, this::told);
    }

    /** Has his phone take by itself what is offered, or no longer. */
    void answersAlone(boolean on) {
        context.run(new VoiceCommand.AutoAnswer(on), this::told);
    }

    /** Begins or ends what the customer enters unheard. */
    void secure(SecureCommand command) {
        context.run(command, this::told);
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
            DeskSight sight = sight();
            List<Offer> offers = sight.offers();
            List<Card> cards = sight.cards();
            Optional<Front> shown = front.flatMap(id -> sight.front(id, firstUnread));
            screen.show(new DeskModel(
                    desk.state(), offers, cards, shown, calls.voice(offers, cards), sight.guest(), sight.reading()));
        }
    }

    private DeskSight sight() {
        return new DeskSight(desk, contacts, threads, names, words);
    }

    private List<Card> cards() {
        return sight().cards();
    }

    Optional<Customer> customer(Interaction contact) {
        return names.customer(contact);
    }

    String queueName(QueueId id) {
        return names.queueName(id);
    }
}
