// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.channel.SignalSink;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One visitor and his conversation, over any number of sockets and interactions. What is on its way to him without a
 * socket lies in the journal and is told when he is back.
 */
final class Visitor implements ChannelSession {
    private final ConversationId conversation;
    private final Intake intake;
    private final Interactions interactions;
    private final Map<String, Instant> taken = new HashMap<>();

    /** What he wrote and the core has not taken yet, in its order. */
    private final Map<MessageId, ChannelSignal.MessageArrived> open = new LinkedHashMap<>();

    /** How often he has sent again what is not taken yet: each frame is acknowledged. */
    private final Map<MessageId, Integer> again = new HashMap<>();

    private Optional<QueueId> queue = Optional.empty();
    private Arrival.About about;
    private Connection connection;
    private InteractionId interaction;
    private SignalSink sink;
    private String joined = "";
    private QueuePlace place;
    private final Set<MessageId> told = new HashSet<>();

    Visitor(ConversationId conversation, Arrival.About about, Intake intake, Interactions interactions) {
        this.conversation = conversation;
        this.about = about;
        this.intake = intake;
        this.interactions = interactions;
    }

    /** Takes an interaction up again that was open before a restart. */
    synchronized void goOn(InteractionId open) {
        interaction = open;
        sink = intake.resume(open, this).orElse(null);
    }

    /** A socket said hello: it replaces the one before and gets every line it missed. */
    synchronized void attach(Connection fresh, String token, Arrival.About said, String after) {
        if (connection != null && connection != fresh) {
            connection.close(1000, "replaced by a newer connection");
        }
        connection = fresh;
        about = new Arrival.About(said.name().or(about::name), said.subject(), said.locale());
        fresh.send(Frames.welcome(token));
        replay(after);
        if (sink != null && !joined.isEmpty()) {
            fresh.send(Frames.joined(joined));
        } else if (sink != null && place != null) {
            fresh.send(Frames.queued(place));
        }
    }

    private void replay(String after) {
        boolean missed = after.isEmpty();
        told.clear();
        for (Message message : interactions.messages(Scope.system(), conversation)) {
            if (!message.way().channel().equals(ChatChannel.KEY)) {
                continue; // what went by SMS or mail in the same conversation is not shown on a web page
            }
            if (message.from() == Message.Author.CUSTOMER) {
                taken.put(message.id().value(), message.at());
            }
            if (missed) {
                told.add(message.id());
                boolean due = message.delivery() == Message.Delivery.SENT;
                tell(Frames.message(message), () -> {
                    if (due) {
                        signal(new ChannelSignal.MessageDelivered(message.id()));
                    }
                });
            }
            missed = missed || message.id().value().equals(after);
        }
    }

    /** The socket is gone; true if the visitor has none now. */
    synchronized boolean detach(Connection gone) {
        if (connection == gone) {
            connection = null;
        }
        return connection == null;
    }

    synchronized boolean away() {
        return connection == null;
    }

    synchronized boolean hasInteraction() {
        return sink != null;
    }

    /** The visitor wrote; a line that was already taken is acknowledged again. */
    synchronized void wrote(MessageId id, String text, QueueId into) throws OverloadException {
        Instant before = taken.get(id.value());
        ChannelSignal.MessageArrived message = new ChannelSignal.MessageArrived(id, text);
        queue = Optional.of(into);
        if (before != null) {
            tell(Frames.ack(id.value(), before));
        } else if (open.containsKey(id)) {
            again.merge(id, 1, Integer::sum); // sent again before it was durable: acknowledged when it is
        } else if (sink != null) {
            open.put(id, message);
            sink.signal(message);
        } else {
            sink = intake.open(arrival(List.of(message)), this);
            open.put(id, message);
        }
    }

    private Arrival arrival(List<ChannelSignal.MessageArrived> messages) {
        return new Arrival(
                ChatChannel.KEY,
                ChatChannel.KIND,
                new Address.ChatVisitor(conversation.toString()),
                Optional.empty(),
                queue.orElseThrow(),
                Optional.of(conversation),
                Optional.empty(),
                about,
                messages);
    }

    /** Tells the core something, if there is an interaction. */
    synchronized void signal(ChannelSignal signal) {
        if (sink != null) {
            sink.signal(signal);
        }
    }

    /** The visitor says good-bye, or did not come back. */
    synchronized void leave(String reason) {
        signal(new ChannelSignal.RemoteLeft(reason));
        open.clear();
        again.clear();
        over();
        tell(Frames.ended());
    }

    private void over() {
        sink = null;
        interaction = null;
        joined = "";
        place = null;
    }

    private void tell(String frame) {
        tell(frame, () -> {});
    }

    private void tell(String frame, Runnable sent) {
        if (connection != null) {
            connection.send(frame, sent);
        }
    }

    boolean chinese() {
        return about.locale().toLowerCase(Locale.ROOT).startsWith("zh");
    }

    @Override
    public synchronized void committed(InteractionId id, ConversationId of) {
        interaction = id;
    }

    @Override
    public synchronized void refused(Problem problem) {
        open.clear();
        again.clear();
        over();
        tell(Frames.error(Frames.Fault.OVERLOADED, problem.text(Locale.forLanguageTag(about.locale()))));
    }

    @Override
    public synchronized void accepted(MessageId id, Instant at) {
        taken.put(id.value(), at);
        open.remove(id);
        int frames = 1 + Optional.ofNullable(again.remove(id)).orElse(0);
        for (int i = 0; i < frames; i++) {
            tell(Frames.ack(id.value(), at));
        }
    }

    @Override
    public synchronized void queued(QueuePlace place) {
        joined = "";
        this.place = place;
        tell(Frames.queued(place));
    }

    @Override
    public synchronized void connect(AgentId agent, String name) {
        joined = name;
        place = null;
        tell(Frames.joined(name));
    }

    @Override
    public synchronized void send(OutboundMessage message) {
        if (told.contains(message.id())) {
            return;
        }
        tell(Frames.message(message), () -> signal(new ChannelSignal.MessageDelivered(message.id())));
    }

    @Override
    public synchronized void typing() {
        tell(Frames.typing());
    }

    @Override
    public synchronized void end() {
        over();
        tell(Frames.ended());
        crossed();
    }

    /** What he wrote while the contact ended reached nobody: it is the first of the next one. */
    private void crossed() {
        List<ChannelSignal.MessageArrived> again = List.copyOf(open.values());
        if (again.isEmpty()) {
            return;
        }
        try {
            sink = intake.open(arrival(again), this);
        } catch (OverloadException e) {
            open.clear();
            again.clear();
            tell(Frames.error(Frames.Fault.OVERLOADED, chinese()));
        }
    }

    /** The open interaction, for logs. */
    synchronized Optional<InteractionId> interaction() {
        return Optional.ofNullable(interaction);
    }
}
