// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.past;

import io.patchbay.api.address.Address;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.demo.DemoPeople;
import io.patchbay.demo.town.folk.Matter;
import io.patchbay.demo.town.folk.Resident;
import io.patchbay.demo.town.seed.Errands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One finished contact of a past day, as the journal writes it. */
final class PastContact {
    private static final Map<String, String> KINDS = Map.of("voice", "call", "email", "mail");
    private static final Duration RING = Duration.ofSeconds(15);
    private static final Duration LONGEST_WRAP_UP = Duration.ofMinutes(1);

    private final Resident who;
    private final Matter matter;
    private final ChannelKey channel;
    private final InteractionId id;
    private final ConversationId conversation;
    private final List<JournalDraft> drafts = new ArrayList<>();

    PastContact(Resident who, Matter matter, ChannelKey channel, Instant at) {
        this.who = who;
        this.matter = matter;
        this.channel = channel;
        id = InteractionId.at(at.toEpochMilli());
        conversation = ConversationId.at(at.toEpochMilli());
    }

    List<JournalDraft> drafts() {
        return drafts;
    }

    private void then(Instant at, CoreEvent event) {
        boolean conversational = event instanceof MessageEvent || event instanceof AssignmentEvent.Ended;
        drafts.add(new JournalDraft(
                at,
                CoreEvents.type(event),
                CoreEvents.VERSION,
                new JournalDraft.Subject(Optional.of(id), Optional.of(conversation)),
                Errands.DEMO.text(),
                DemoPeople.UNIT,
                1,
                CoreEvents.body(event),
                Optional.of(
                        conversational
                                ? new ContentOwner(ContentOwner.Kind.CONVERSATION, conversation.value())
                                : new ContentOwner(ContentOwner.Kind.INTERACTION, id.value()))));
    }

    private static Confidential clear(String text) {
        return new Confidential.Clear(text);
    }

    /** He came, is known by his address if he has one, and waits. */
    void arrives(Instant at, String number, QueueId queue, InteractionEvent.Identified identified) {
        boolean chat = channel.value().equals("chat");
        Address from = chat
                ? new Address.ChatVisitor(conversation.toString())
                : channel.value().equals("email")
                        ? new Address.EmailAddress(who.mail())
                        : new Address.PhoneNumber(who.phone());
        then(
                at,
                new InteractionEvent.Arrived(
                        number,
                        conversation,
                        channel,
                        new WorkKind(KINDS.getOrDefault(channel.value(), channel.value())),
                        Direction.INBOUND,
                        queue,
                        clear(from.text()),
                        Optional.empty(),
                        Optional.of(clear(who.name())).filter(name -> chat),
                        Optional.empty(),
                        who.locale(),
                        Optional.empty()));
        if (!channel.value().equals("voice")) {
            then(at, new MessageEvent.Received(new MessageId("past-" + number), clear(says(Matter.Who.CUSTOMER))));
        }
        then(at, identified);
        then(at, new InteractionEvent.Queued(queue, 0, Optional.empty()));
    }

    private String says(Matter.Who speaker) {
        return matter.line(who.language(), speaker, 1).orElse("…");
    }

    void isOffered(Instant at, AgentId agent, String reason) {
        then(at, new AssignmentEvent.Offered(agent, at.plus(RING), reason));
    }

    /** From the answer to the end. Only chats keep the answer: what goes by letter would be sent again. */
    void isHandled(Instant from, Instant left, Instant done, AgentId agent, String code) {
        then(from, new AssignmentEvent.Accepted(agent));
        then(from, new InteractionEvent.Connected(agent));
        if (channel.value().equals("chat")) {
            Instant at = from.plus(Duration.between(from, left).dividedBy(2));
            MessageId message = new MessageId("past-answer-" + id);
            then(
                    at,
                    new MessageEvent.Sent(
                            message, Optional.of(agent), clear(says(Matter.Who.AGENT)), Optional.empty(), List.of()));
            then(at, new MessageEvent.Delivered(message));
        }
        then(left, new InteractionEvent.RemoteLeft("customer"));
        then(left, new AssignmentEvent.WrapUpBegan(agent, left.plus(LONGEST_WRAP_UP)));
        then(done, new AssignmentEvent.Ended(agent, Assignment.End.COMPLETED, Optional.of(code), Optional.empty()));
        then(done, new InteractionEvent.Closed(Outcome.HANDLED, Optional.empty()));
    }

    void isAbandoned(Instant at) {
        then(at, new InteractionEvent.RemoteLeft("customer"));
        then(at, new InteractionEvent.Closed(Outcome.ABANDONED, Optional.empty()));
    }
}
