// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The messages of a conversation as bubbles and the notes between them, in the order they were committed; what is shown
 * is changed, not drawn anew.
 */
@Tag("pb-log")
public final class MessageLog extends Component implements HasComponents {
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final Formats formats;
    private final Function<AgentId, String> names;
    private final Consumer<Message> retry;
    private final Map<String, Entry> shown = new HashMap<>();
    private final List<Instant> order = new ArrayList<>();
    private Optional<InteractionId> episode = Optional.empty();

    private record Entry(Object what, Div box) {}

    /**
     * A log to read.
     *
     * @param context the window
     * @param names how an agent is called under his messages
     */
    public MessageLog(ViewContext context, Function<AgentId, String> names) {
        this(context, names, null);
    }

    /**
     * A log to work with.
     *
     * @param context the window
     * @param names how an agent is called under his messages
     * @param retry sends a message again that did not arrive; null where nobody can
     */
    public MessageLog(ViewContext context, Function<AgentId, String> names, Consumer<Message> retry) {
        this.context = context;
        this.names = names;
        this.retry = retry;
        words = Words.of(Terms.class, context.locale());
        terms = new Terms(context.locale());
        formats = new Formats(context.locale(), context.zone());
        getElement()
                .setAttribute("role", "log")
                .setAttribute("aria-live", "polite")
                .setAttribute("tabindex", "0")
                .setAttribute("aria-label", words.get("log"))
                .setAttribute("more", words.get("log.more", "{n}"))
                .setAttribute("data-testid", "messages");
    }

    /**
     * Shows messages.
     *
     * @param messages all of them, oldest first
     * @param contact the episode they are read for
     * @param firstUnread before which a line says that new ones begin
     */
    public void show(List<Message> messages, Interaction contact, Optional<Message> firstUnread) {
        for (Message message : messages) {
            Entry known = shown.get(message.id().value());
            if (known == null) {
                episodeLine(message, contact);
                if (firstUnread.isPresent() && firstUnread.get().id().equals(message.id())) {
                    line(words.get("log.new"), "newl", message.at());
                }
                Div box = new Div();
                shown.put(message.id().value(), new Entry(message, box));
                fill(box, message, contact);
                put(box, message.at());
            } else if (!known.what().equals(message)) {
                shown.put(message.id().value(), new Entry(message, known.box()));
                fill(known.box(), message, contact);
            }
        }
    }

    /**
     * Shows what was written down for inside, between the messages of its time.
     *
     * @param notes all of them, oldest first
     */
    public void notes(List<Note> notes) {
        for (Note note : notes) {
            String key = "note " + note.agent() + " " + note.at();
            if (!shown.containsKey(key)) {
                Div box = Shape.box("msg note me", Shape.box("bub", note.text()));
                box.getElement().setAttribute("data-testid", "note");
                Span meta = Shape.line("mt", Shape.icon("lock b12"));
                meta.add(Shape.text(
                        "",
                        words.get("log.note") + " · " + formats.moment(note.at(), context.now()) + " · "
                                + names.apply(note.agent())));
                box.add(meta);
                shown.put(key, new Entry(note, box));
                put(box, note.at());
            }
        }
    }

    /** Behind what was committed before it. */
    private void put(Component row, Instant at) {
        int index = order.size();
        while (index > 0 && order.get(index - 1).isAfter(at)) {
            index--;
        }
        addComponentAtIndex(index, row);
        order.add(index, at);
    }

    private void episodeLine(Message message, Interaction contact) {
        if (!episode.equals(Optional.of(message.interaction()))) {
            episode = Optional.of(message.interaction());
            boolean now = message.interaction().equals(contact.id());
            String at = formats.moment(message.at(), context.now());
            line(now ? words.get("log.began", at, contact.number()) : words.get("log.earlier", at), "", message.at());
        }
    }

    private void line(String text, String kind, Instant at) {
        put(Shape.line(("sysl " + kind).trim(), Shape.text("", text)), at);
    }

    private void fill(Div box, Message message, Interaction contact) {
        boolean ours = message.from() != Message.Author.CUSTOMER;
        box.removeAll();
        box.addClassName("msg");
        box.setClassName("me", ours && message.from() != Message.Author.SYSTEM);
        box.getElement()
                .setAttribute("data-testid", "message-" + message.from().wire())
                .setAttribute("data-channel", message.way().channel().value())
                .setAttribute("data-delivery", message.delivery().wire());
        message.way().subject().filter(subject -> !ours).ifPresent(subject -> box.add(Shape.box("subj el", subject)));
        Div bubble = Shape.box("bub", message.text().orElse(words.get("log.erased")));
        if (message.from() == Message.Author.SYSTEM) {
            bubble.addClassName("t3");
        }
        box.add(bubble);
        AttachedFiles.add(box, message, words, formats);
        box.add(meta(message, ours, contact));
    }

    private Span meta(Message message, boolean ours, Interaction contact) {
        boolean failed = message.delivery() == Message.Delivery.FAILED;
        Span meta = Shape.line(failed ? "mt er" : "mt");
        if (failed) {
            meta.add(Shape.icon("alert b12"));
        }
        StringBuilder text = new StringBuilder();
        if (!message.way().channel().equals(contact.contact().channel())) {
            meta.add(Shape.icon(Terms.icon(message.way().channel()) + " b12"));
            text.append(terms.channel(message.way().channel())).append(" · ");
        }
        text.append(formats.moment(message.at(), context.now()));
        message.agent().map(names).ifPresent(name -> text.append(" · ").append(name));
        if (message.from() == Message.Author.BOT || message.from() == Message.Author.SYSTEM) {
            text.append(" · ").append(terms.author(message.from()));
        }
        if (ours) {
            text.append(" · ").append(terms.delivery(message.delivery()));
        }
        message.reason().ifPresent(reason -> text.append(words.get("log.because", reason)));
        meta.add(Shape.text("", text.toString()));
        if (failed && retry != null && message.interaction().equals(contact.id())) {
            meta.add(new Press("lnk", words.get("log.retry")).test("retry").does(() -> retry.accept(message)));
        }
        return meta;
    }
}
