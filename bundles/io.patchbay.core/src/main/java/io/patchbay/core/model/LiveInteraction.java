// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.model;

import io.patchbay.api.access.Place;
import io.patchbay.api.address.Address;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CallbackEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.event.ParticipantEvent;
import io.patchbay.api.event.RatingEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.queue.WaitEstimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One interaction as its events build it: the same fold serves the slot that decides, the restart and every read of the
 * past. Not thread-safe: one slot or one reader owns it.
 */
public final class LiveInteraction {
    /** How the reason of a remote side that was cut off by a fault begins. */
    public static final String FAILED = "failed: ";

    /** How the reason of an offer begins that was taken back because the agent's device could not be rung. */
    public static final String DEVICE = "device: ";

    private final InteractionId id;
    private final UnitId unit;
    private final InteractionEvent.Arrived arrived;
    private Interaction.Contact contact;
    private LiveCallback callback;
    private final Instant arrivedAt;
    private final List<LivePart> parts = new ArrayList<>();
    private final Map<String, Object> facts = new HashMap<>();
    private final Set<MessageId> received = new HashSet<>();
    private final Set<MessageId> failures = new HashSet<>();
    private final LiveRatings ratings = new LiveRatings();
    private final LiveParties parties = new LiveParties();
    private final Map<RecordingId, Interaction.RecordedPart> recordings = new LinkedHashMap<>();
    private long epoch;
    private QueueId queue;
    private int priority;
    private int credit;
    private AgentId officer;
    private int toldStep;
    private AgentId only;
    private CustomerId customer;
    private boolean queued;
    private Instant queuedAt;
    private WaitEstimate told;
    private Instant answeredAt;
    private Instant remoteLeftAt;
    private Instant closedAt;
    private Outcome outcome;
    private boolean failed;
    private boolean letter;

    /** What a contact is from the moment its customer is to be called. */
    public static final WorkKind CALL = new WorkKind("call");

    /** Begins with the arrival. */
    public LiveInteraction(
            InteractionId id, UnitId unit, long epoch, InteractionEvent.Arrived arrived, Instant at, Opener opener) {
        this.id = id;
        this.unit = unit;
        this.epoch = epoch;
        this.arrived = arrived;
        this.queue = arrived.queue();
        this.arrivedAt = at;
        this.contact = new Interaction.Contact(
                arrived.channel(),
                arrived.kind(),
                arrived.direction(),
                opener.open(arrived.from()).map(Address::parse),
                arrived.to().flatMap(opener::open).map(Address::parse),
                arrived.name().flatMap(opener::open),
                arrived.subject().flatMap(opener::open),
                arrived.locale());
        if (dialled()) {
            callback = new LiveCallback(contact.to(), arrived.channel(), Optional.empty());
        }
    }

    /** Whether an agent of ours called the customer from his desk. */
    public boolean dialled() {
        return arrived.direction() == Direction.OUTBOUND && arrived.kind().equals(CALL);
    }

    /** Whether one of us calls another, without any customer. */
    public boolean inner() {
        return arrived.direction() == Direction.INTERNAL;
    }

    /** Whether the phone of the agent who calls from his desk rings, before anybody is dialled. */
    public boolean ringsItsCaller() {
        return (dialled() || inner()) && !queued && offer().isPresent();
    }

    /** Takes the next event in. */
    public void apply(CoreEvent event, Instant at, Opener opener) {
        if (event instanceof InteractionEvent interaction) {
            applyOwn(interaction, at, opener);
        } else if (event instanceof AssignmentEvent assignment) {
            applyPart(assignment, at, opener);
        } else if (event instanceof MessageEvent message) {
            applyMessage(message);
        } else if (event instanceof CallbackEvent call) {
            applyCallback(call, opener);
        } else if (event instanceof RatingEvent rating) {
            ratings.apply(rating, at);
        } else if (event instanceof ParticipantEvent participant) {
            parties.apply(participant, at, opener);
        }
    }

    private void applyCallback(CallbackEvent event, Opener opener) {
        if (event instanceof CallbackEvent.Asked e) {
            callback = new LiveCallback(opener.open(e.number()).map(Address::parse), e.channel(), e.at());
            contact = new Interaction.Contact(
                    contact.channel(),
                    CALL,
                    contact.direction(),
                    contact.from(),
                    contact.to(),
                    contact.name(),
                    contact.subject(),
                    contact.locale());
            return;
        }
        callback.apply(event);
        queued &= !(event instanceof CallbackEvent.Dialling);
        if (event instanceof CallbackEvent.Failed failed && dialled()) {
            parties.notReached(failed.reason());
        }
    }

    private void applyMessage(MessageEvent event) {
        if (event instanceof MessageEvent.Received e) {
            received.add(e.message());
            e.way().ifPresent(this::letter);
        } else if (event instanceof MessageEvent.Sent e) {
            e.way().ifPresent(this::letter);
        } else if (event instanceof MessageEvent.Failed e) {
            failures.add(e.message());
        } else {
            failures.remove(event.message());
        }
    }

    private void letter(MessageEvent.Way way) {
        letter |= way.channel().equals(contact.channel());
    }

    private void applyOwn(InteractionEvent event, Instant at, Opener opener) {
        if (event instanceof InteractionEvent.Queued e) {
            queue = e.queue();
            priority = e.priority();
            only = e.agent().orElse(null);
            queued = true;
            toldStep = 0;
            queuedAt = e.since().orElse(at);
            parties.clear();
            told = e.since().isPresent() ? told : null;
        } else if (event instanceof InteractionEvent.WaitTold e) {
            told = e.estimate();
        } else if (event instanceof InteractionEvent.Favoured e) {
            credit = e.credit();
            officer = e.officer().orElse(null);
        } else if (event instanceof InteractionEvent.Waited e) {
            toldStep = e.why().step();
        } else if (event instanceof InteractionEvent.Identified e) {
            customer = e.customer().orElse(null);
        } else if (event instanceof InteractionEvent.FactAdded e) {
            facts.put(
                    e.key(),
                    e.value() instanceof io.patchbay.api.content.Confidential secret
                            ? opener.open(secret).orElse("")
                            : e.value());
        } else if (event instanceof InteractionEvent.Connected e) {
            queued = false;
            only = null;
            parties.connected(e, at, !inner());
        } else if (event instanceof InteractionEvent.RemoteLeft e) {
            remoteLeftAt = at;
            queued = false;
            parties.clear();
            failed = e.reason().startsWith(FAILED);
        } else if (event instanceof InteractionEvent.RecordingBegan e) {
            recordings.put(e.recording(), new Interaction.RecordedPart(e.recording(), at, Optional.empty(), true));
        } else if (event instanceof InteractionEvent.RecordingEnded e) {
            recordings.computeIfPresent(
                    e.recording(),
                    (id, part) -> new Interaction.RecordedPart(id, part.beganAt(), Optional.of(at), e.whole()));
        } else if (event instanceof InteractionEvent.Moved) {
            epoch++;
        } else if (event instanceof InteractionEvent.Closed e) {
            outcome = e.outcome();
            closedAt = at;
            queued = false;
        }
    }

    private void applyPart(AssignmentEvent event, Instant at, Opener opener) {
        if (event instanceof AssignmentEvent.Offered e) {
            parts.add(new LivePart(e.agent(), at, e.expiresAt()));
            return;
        }
        LivePart part = lastOpenPart(event.agent())
                .orElseThrow(() -> new IllegalStateException(
                        "interaction " + id + ": " + event.agent() + " has no open part for " + event));
        if (event instanceof AssignmentEvent.Accepted) {
            part.accept(at);
            answeredAt = answeredAt == null ? at : answeredAt;
        } else if (event instanceof AssignmentEvent.Declined) {
            finishOffer(part, Assignment.End.DECLINED, at);
        } else if (event instanceof AssignmentEvent.TimedOut) {
            finishOffer(part, Assignment.End.TIMED_OUT, at);
        } else if (event instanceof AssignmentEvent.Withdrawn e) {
            if (e.reason().startsWith(DEVICE)) {
                part.unreachable();
            }
            part.finish(Assignment.End.WITHDRAWN, Optional.empty(), at);
        } else if (event instanceof AssignmentEvent.Parked) {
            part.park(true, at);
        } else if (event instanceof AssignmentEvent.Resumed) {
            part.park(false, at);
        } else if (event instanceof AssignmentEvent.Interrupted) {
            part.interrupt(at);
        } else if (event instanceof AssignmentEvent.Continued) {
            part.goOn(at);
        } else if (event instanceof AssignmentEvent.WrapUpBegan e) {
            part.wrapUp(at, e.endsAt());
            parties.left(e.agent());
        } else if (event instanceof AssignmentEvent.Ended e) {
            part.finish(e.outcome(), e.disposition(), at);
            parties.left(e.agent());
        } else {
            applyWrapUp(event, part, opener);
        }
    }

    private static void applyWrapUp(AssignmentEvent event, LivePart part, Opener opener) {
        if (event instanceof AssignmentEvent.CodeChosen e) {
            part.choose(e.disposition(), e.notes().flatMap(opener::open).orElse(""));
        } else if (event instanceof AssignmentEvent.ExtensionAsked e) {
            part.askExtension(e.seconds());
        } else if (event instanceof AssignmentEvent.Extended e) {
            part.extend(e.endsAt());
        } else if (event instanceof AssignmentEvent.ExtensionDeclined) {
            part.askExtension(0);
        }
    }

    /** A contact moved to an agent by name who does not take it waits for everybody again, at its old place. */
    private void finishOffer(LivePart part, Assignment.End end, Instant at) {
        part.finish(end, Optional.empty(), at);
        only = null;
    }

    public InteractionId id() {
        return id;
    }

    public UnitId unit() {
        return unit;
    }

    public long epoch() {
        return epoch;
    }

    public InteractionEvent.Arrived arrived() {
        return arrived;
    }

    public Interaction.Contact contact() {
        return contact;
    }

    public QueueId queue() {
        return queue;
    }

    /** Where it lies, as rights see it. */
    public Place place() {
        return new Place(unit, Optional.of(queue), Optional.of(contact.channel()));
    }

    /** Minutes of credit, from its queue and its customer's standing together. */
    public int priority() {
        return priority + credit;
    }

    /** The agent who is tried first, if its customer has one. */
    public Optional<AgentId> officer() {
        return Optional.ofNullable(officer);
    }

    /** The step for which it is written down why it waits; 0 for none since it was queued. */
    public int toldStep() {
        return toldStep;
    }

    public Optional<AgentId> only() {
        return Optional.ofNullable(only);
    }

    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customer);
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    public Optional<Instant> queuedAt() {
        return Optional.ofNullable(queuedAt);
    }

    /** The wait it was told when it entered its queue. */
    public Optional<WaitEstimate> told() {
        return Optional.ofNullable(told);
    }

    /** The call the customer asked for, if he did. */
    public Optional<LiveCallback> callback() {
        return Optional.ofNullable(callback);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public boolean remoteLeft() {
        return remoteLeftAt != null;
    }

    /** Whether a fault cut the remote side off. */
    public boolean failed() {
        return failed;
    }

    /** What its customer was asked to say of it. */
    public LiveRatings ratings() {
        return ratings;
    }

    /** Who is in it while an agent has it. */
    public LiveParties parties() {
        return parties;
    }

    public boolean recording() {
        return recordings.values().stream().anyMatch(part -> part.endedAt().isEmpty());
    }

    public boolean has(RecordingId recording) {
        return recordings.containsKey(recording);
    }

    public boolean closed() {
        return closedAt != null;
    }

    /** In a queue, ringing or not. */
    public boolean queued() {
        return queued;
    }

    public boolean has(MessageId message) {
        return received.contains(message);
    }

    /** Whether a message of ours did not arrive. */
    public boolean failed(MessageId message) {
        return failures.contains(message);
    }

    /** Whether its remote side writes and goes, so that nobody listens now. */
    public boolean byLetter() {
        return letter;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    public List<LivePart> parts() {
        return parts;
    }

    /** The part that rings now, if one does. */
    public Optional<LivePart> offer() {
        return parts.stream().filter(LivePart::offered).findFirst();
    }

    /** The part of the agent the remote side is with, if it is with one. */
    public Optional<LivePart> engaged() {
        return parts.stream().filter(LivePart::engaged).findFirst();
    }

    /** The agent's own open part, if he has one. */
    public Optional<LivePart> lastOpenPart(AgentId agent) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            LivePart part = parts.get(i);
            if (part.open() && part.agent().equals(agent)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    public boolean hasOpenPart() {
        return parts.stream().anyMatch(LivePart::open);
    }

    public InteractionState state() {
        if (closed()) {
            return InteractionState.CLOSED;
        } else if (remoteLeft()) {
            return InteractionState.WRAPUP;
        } else if (queued) {
            return offer().isPresent() ? InteractionState.OFFERED : InteractionState.WAITING;
        } else if (ratings.open().isPresent()) {
            return InteractionState.WRAPUP;
        }
        return engaged()
                .map(part -> part.parked() ? InteractionState.PARKED : InteractionState.CONNECTED)
                .orElse(parties.outside() ? InteractionState.CONNECTED : InteractionState.TREATING);
    }

    /** The immutable picture that everyone else sees. */
    public Interaction view() {
        return new Interaction(
                id,
                arrived.number(),
                arrived.conversation(),
                contact,
                state(),
                new Interaction.Placement(
                        queue, unit, priority(), told(), callback().map(LiveCallback::view)),
                Optional.ofNullable(customer),
                new Interaction.Times(
                        arrivedAt,
                        Optional.ofNullable(queuedAt),
                        Optional.ofNullable(answeredAt),
                        Optional.ofNullable(remoteLeftAt),
                        Optional.ofNullable(closedAt)),
                Optional.ofNullable(outcome),
                facts,
                parts.stream().map(LivePart::view).toList(),
                List.copyOf(recordings.values()),
                ratings.view(),
                parties.all());
    }
}
