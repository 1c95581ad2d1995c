// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.WaitEstimate;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Journal form of {@link InteractionEvent}. */
final class InteractionBodies {
    private InteractionBodies() {}

    static String type(InteractionEvent event) {
        String name = event.getClass().getSimpleName();
        return "interaction." + Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static Map<String, Object> write(InteractionEvent event) {
        if (event instanceof InteractionEvent.Arrived e) {
            return arrived(e);
        } else if (event instanceof InteractionEvent.Identified e) {
            return Body.of("result", e.result(), "customer", e.customer(), "tier", e.tier());
        } else if (event instanceof InteractionEvent.FactAdded e) {
            return Body.of("key", e.key(), "value", e.value());
        } else if (event instanceof InteractionEvent.Treated e) {
            return treated(e);
        } else if (event instanceof InteractionEvent.Queued e) {
            return Body.of("queue", e.queue(), "priority", e.priority(), "agent", e.agent(), "since", e.since());
        } else if (event instanceof InteractionEvent.WaitTold e) {
            return Body.of(
                    "position", e.position(),
                    "lowSeconds", e.estimate().lowSeconds(),
                    "highSeconds", e.estimate().highSeconds(),
                    "atLeast", e.estimate().atLeast());
        } else if (event instanceof InteractionEvent.Favoured e) {
            return Body.of("credit", e.credit(), "officer", e.officer(), "reason", e.reason());
        } else if (event instanceof InteractionEvent.Waited e) {
            return Body.of("why", e.why().body());
        } else if (event instanceof InteractionEvent.Overflowed e) {
            return Body.of(
                    "from", e.from(),
                    "to", e.to(),
                    "when", e.when().name(),
                    "threshold", e.threshold(),
                    "actual", e.actual());
        } else if (event instanceof InteractionEvent.Connected e) {
            return Body.of("agent", e.agent());
        } else if (event instanceof InteractionEvent.RemoteLeft e) {
            return Body.of("reason", e.reason());
        } else if (event instanceof InteractionEvent.RecordingBegan e) {
            return Body.of("recording", e.recording());
        } else if (event instanceof InteractionEvent.RecordingEnded e) {
            return Body.of("recording", e.recording(), "seconds", e.seconds(), "head", e.head(), "whole", e.whole());
        } else if (event instanceof InteractionEvent.NoteAdded e) {
            return Body.of("agent", e.agent(), "text", e.text());
        } else if (event instanceof InteractionEvent.Moved e) {
            return Body.of("slot", e.slot());
        } else if (event instanceof InteractionEvent.Closed e) {
            return Body.of("outcome", e.outcome().wire(), "reason", e.reason());
        }
        throw new AssertionError(event);
    }

    private static Map<String, Object> arrived(InteractionEvent.Arrived e) {
        return Body.of(
                "number", e.number(),
                "conversation", e.conversation(),
                "channel", e.channel(),
                "kind", e.kind(),
                "direction", e.direction().name().toLowerCase(Locale.ROOT),
                "queue", e.queue(),
                "from", e.from(),
                "to", e.to(),
                "name", e.name(),
                "subject", e.subject(),
                "locale", e.locale(),
                "remoteId", e.remoteId());
    }

    private static Map<String, Object> treated(InteractionEvent.Treated e) {
        return Body.of(
                "by", e.by(),
                "decision", e.decision(),
                "queue", e.queue(),
                "english", e.english(),
                "chinese", e.chinese());
    }

    static Optional<CoreEvent> read(String type, Body body) {
        return switch (type) {
            case "interaction.arrived" -> Optional.of(arrived(body));
            case "interaction.identified" -> Optional.of(new InteractionEvent.Identified(
                    body.text("result"), body.maybeText("customer").map(CustomerId::parse), body.maybeText("tier")));
            case "interaction.factAdded" -> Optional.of(
                    new InteractionEvent.FactAdded(body.text("key"), body.any("value")));
            case "interaction.treated" -> Optional.of(new InteractionEvent.Treated(
                    body.text("by"),
                    body.text("decision"),
                    body.maybeText("queue").map(QueueId::new),
                    body.text("english"),
                    body.text("chinese")));
            case "interaction.queued" -> Optional.of(new InteractionEvent.Queued(
                    new QueueId(body.text("queue")),
                    body.number("priority"),
                    body.maybeText("agent").map(AgentId::new),
                    body.maybeText("since").map(Instant::parse)));
            case "interaction.waitTold" -> Optional.of(new InteractionEvent.WaitTold(
                    body.number("position"),
                    new WaitEstimate(
                            body.number("lowSeconds"), body.number("highSeconds"), (Boolean) body.any("atLeast"))));
            case "interaction.favoured" -> Optional.of(new InteractionEvent.Favoured(
                    body.number("credit"), body.maybeText("officer").map(AgentId::new), body.text("reason")));
            case "interaction.waited" -> body.why().map(InteractionEvent.Waited::new);
            case "interaction.overflowed" -> Optional.of(new InteractionEvent.Overflowed(
                    new QueueId(body.text("from")),
                    new QueueId(body.text("to")),
                    QueueRules.When.valueOf(body.text("when")),
                    body.number("threshold"),
                    body.number("actual")));
            case "interaction.connected" -> Optional.of(new InteractionEvent.Connected(body.agent()));
            case "interaction.remoteLeft" -> Optional.of(new InteractionEvent.RemoteLeft(body.text("reason")));
            case "interaction.recordingBegan" -> Optional.of(
                    new InteractionEvent.RecordingBegan(RecordingId.parse(body.text("recording"))));
            case "interaction.recordingEnded" -> Optional.of(new InteractionEvent.RecordingEnded(
                    RecordingId.parse(body.text("recording")), body.number("seconds"), body.text("head"), (Boolean)
                            body.any("whole")));
            case "interaction.noteAdded" -> Optional.of(
                    new InteractionEvent.NoteAdded(body.agent(), body.confidential("text")));
            case "interaction.moved" -> Optional.of(new InteractionEvent.Moved(body.text("slot")));
            case "interaction.closed" -> Optional.of(new InteractionEvent.Closed(
                    Outcome.valueOf(body.text("outcome").toUpperCase(Locale.ROOT)), body.maybeText("reason")));
            default -> Optional.empty();
        };
    }

    private static InteractionEvent.Arrived arrived(Body body) {
        return new InteractionEvent.Arrived(
                body.text("number"),
                ConversationId.parse(body.text("conversation")),
                new ChannelKey(body.text("channel")),
                new WorkKind(body.text("kind")),
                Direction.valueOf(body.text("direction").toUpperCase(Locale.ROOT)),
                new QueueId(body.text("queue")),
                body.confidential("from"),
                body.maybeConfidential("to"),
                body.maybeConfidential("name"),
                body.maybeConfidential("subject"),
                body.text("locale"),
                body.maybeText("remoteId"));
    }
}
