// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.text;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.journal.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the core's journal lines say to people: a title and a sentence without personal content. */
public final class CoreEventWords {
    private final Words words;
    private final Terms terms;
    private final Function<AgentId, String> agents;
    private final Function<QueueId, String> queues;

    /**
     * Words for a reader.
     *
     * @param locale his language
     * @param agents the name of an agent
     * @param queues the name of a queue
     */
    public CoreEventWords(Locale locale, Function<AgentId, String> agents, Function<QueueId, String> queues) {
        this.words = Words.of(CoreEventWords.class, locale);
        this.terms = new Terms(locale);
        this.agents = agents;
        this.queues = queues;
    }

    /**
     * One line for people.
     *
     * @param title what happened, in one or two words
     * @param detail the facts; may be empty
     * @param icon a name of the icon set
     * @param tone a tone of the theme or empty
     */
    public record Line(String title, String detail, String icon, String tone) {}

    /**
     * Reads an entry.
     *
     * @param entry a journal line
     * @return its words; empty if it is not the core's
     */
    public Optional<Line> line(JournalEntry entry) {
        return CoreEvents.read(entry).map(event -> line(entry.type(), event));
    }

    private Line line(String type, CoreEvent event) {
        return new Line(words.get("event." + type), detail(event), icon(type), tone(type));
    }

    private String detail(CoreEvent event) {
        if (event instanceof InteractionEvent interaction) {
            return interaction(interaction);
        } else if (event instanceof AssignmentEvent assignment) {
            return assignment(assignment);
        } else if (event instanceof MessageEvent.Sent sent) {
            return joined(
                    sent.agent().map(agents).orElse(""),
                    sent.way().map(way -> channel(way.channel())).orElse(""));
        } else if (event instanceof MessageEvent.Failed failed) {
            return failed.reason();
        } else if (event instanceof PresenceEvent.Changed changed) {
            return joined(agents.apply(changed.agent()), presence(changed.presence()));
        }
        return "";
    }

    private String interaction(InteractionEvent event) {
        if (event instanceof InteractionEvent.Arrived arrived) {
            return joined(
                    channel(arrived.channel()),
                    queues.apply(arrived.queue()),
                    words.get("event.number", arrived.number()));
        } else if (event instanceof InteractionEvent.Identified known) {
            return joined(
                    words.or("identified." + known.result(), known.result()),
                    known.tier().map(terms::tier).orElse(""));
        } else if (event instanceof InteractionEvent.FactAdded fact) {
            return fact.key();
        } else if (event instanceof InteractionEvent.Queued queued) {
            return joined(
                    queues.apply(queued.queue()),
                    words.get("event.priority", String.valueOf(queued.priority())),
                    queued.agent()
                            .map(agent -> words.get("event.onlyFor", agents.apply(agent)))
                            .orElse(""));
        } else if (event instanceof InteractionEvent.Connected connected) {
            return agents.apply(connected.agent());
        } else if (event instanceof InteractionEvent.NoteAdded note) {
            return agents.apply(note.agent());
        } else if (event instanceof InteractionEvent.RemoteLeft left) {
            return words.or("left." + left.reason(), left.reason());
        } else if (event instanceof InteractionEvent.RecordingEnded ended) {
            return joined(
                    Formats.duration(Duration.ofSeconds(ended.seconds())),
                    words.get(ended.whole() ? "event.whole" : "event.gaps"));
        } else if (event instanceof InteractionEvent.Closed closed) {
            return joined(terms.outcome(closed.outcome()), closed.reason().orElse(""));
        }
        return "";
    }

    private String assignment(AssignmentEvent event) {
        String agent = agents.apply(event.agent());
        if (event instanceof AssignmentEvent.Offered offered) {
            return joined(agent, offered.reason());
        } else if (event instanceof AssignmentEvent.Withdrawn withdrawn) {
            return joined(agent, words.or("withdrawn." + withdrawn.reason(), withdrawn.reason()));
        } else if (event instanceof AssignmentEvent.Ended ended) {
            return joined(agent, terms.end(ended.outcome()), ended.disposition().orElse(""));
        }
        return agent;
    }

    private String channel(ChannelKey channel) {
        return terms.channel(channel);
    }

    private String presence(Presence presence) {
        return terms.presence(presence, List.of());
    }

    private static String joined(String... parts) {
        return String.join(
                " · ",
                java.util.Arrays.stream(parts).filter(part -> !part.isBlank()).toList());
    }

    private static String icon(String type) {
        return switch (type) {
            case "interaction.arrived" -> "plus";
            case "interaction.identified" -> "user";
            case "interaction.queued" -> "sort";
            case "interaction.connected", "assignment.accepted" -> "check";
            case "interaction.remoteLeft" -> "minus";
            case "interaction.recordingBegan", "interaction.recordingEnded" -> "mic";
            case "interaction.closed" -> "shieldok";
            case "assignment.offered" -> "bell";
            case "assignment.declined", "assignment.timedOut", "assignment.withdrawn" -> "x";
            case "assignment.parked" -> "clock";
            case "assignment.resumed" -> "play";
            case "assignment.wrapUp" -> "edit";
            case "message.received", "message.sent" -> "chat";
            case "message.delivered" -> "check";
            case "message.failed" -> "alert";
            default -> "info";
        };
    }

    private static String tone(String type) {
        return switch (type) {
            case "interaction.connected", "assignment.accepted", "interaction.closed" -> "ok";
            case "assignment.offered" -> "pr";
            case "assignment.wrapUp", "assignment.ended" -> "vi";
            case "assignment.declined", "assignment.timedOut" -> "wa";
            case "message.failed" -> "er";
            default -> "";
        };
    }
}
