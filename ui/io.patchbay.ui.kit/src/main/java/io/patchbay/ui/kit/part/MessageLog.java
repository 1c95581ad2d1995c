// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Message;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The messages of a conversation as bubbles, in the order they were committed; what is shown is changed, not drawn
 * anew.
 */
@Tag("pb-log")
public final class MessageLog extends Component implements HasComponents {
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final Formats formats;
    private final Function<AgentId, String> names;
    private final Map<MessageId, Bubble> bubbles = new HashMap<>();
    private Optional<InteractionId> episode = Optional.empty();

    private record Bubble(Message message, Div box) {}

    /**
     * An empty log.
     *
     * @param context the window
     * @param names how an agent is called under his messages
     */
    public MessageLog(ViewContext context, Function<AgentId, String> names) {
        this.context = context;
        this.names = names;
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
            Bubble shown = bubbles.get(message.id());
            if (shown == null) {
                episodeLine(message, contact);
                if (firstUnread.isPresent() && firstUnread.get().id().equals(message.id())) {
                    line(words.get("log.new"), "newl");
                }
                Div box = new Div();
                bubbles.put(message.id(), new Bubble(message, box));
                fill(box, message);
                add(box);
            } else if (!shown.message().equals(message)) {
                bubbles.put(message.id(), new Bubble(message, shown.box()));
                fill(shown.box(), message);
            }
        }
    }

    private void episodeLine(Message message, Interaction contact) {
        if (!episode.equals(Optional.of(message.interaction()))) {
            episode = Optional.of(message.interaction());
            boolean now = message.interaction().equals(contact.id());
            String at = formats.moment(message.at(), context.now());
            line(now ? words.get("log.began", at, contact.number()) : words.get("log.earlier", at), "");
        }
    }

    private void line(String text, String kind) {
        Span line = Shape.line(("sysl " + kind).trim(), Shape.text("", text));
        add(line);
    }

    private void fill(Div box, Message message) {
        boolean ours = message.from() == Message.Author.AGENT || message.from() == Message.Author.BOT;
        box.removeAll();
        box.addClassName("msg");
        box.setClassName("me", ours);
        box.getElement()
                .setAttribute("data-testid", "message-" + message.from().wire())
                .setAttribute("data-delivery", message.delivery().wire());
        Div bubble = Shape.box("bub", message.text().orElse(words.get("log.erased")));
        if (message.from() == Message.Author.SYSTEM) {
            bubble.addClassName("t3");
        }
        box.add(bubble, meta(message, ours));
    }

    private Span meta(Message message, boolean ours) {
        boolean failed = message.delivery() == Message.Delivery.FAILED;
        Span meta = Shape.line(failed ? "mt er" : "mt");
        if (failed) {
            meta.add(Shape.icon("alert b12"));
        }
        StringBuilder text = new StringBuilder(formats.moment(message.at(), context.now()));
        message.agent().map(names).ifPresent(name -> text.append(" · ").append(name));
        if (message.from() == Message.Author.BOT || message.from() == Message.Author.SYSTEM) {
            text.append(" · ").append(terms.author(message.from()));
        }
        if (ours) {
            text.append(" · ").append(terms.delivery(message.delivery()));
        }
        meta.add(Shape.text("", text.toString()));
        return meta;
    }
}
