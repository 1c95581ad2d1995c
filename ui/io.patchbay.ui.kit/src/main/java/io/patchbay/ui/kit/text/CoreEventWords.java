// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.text;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CallbackEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.event.ParticipantEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.event.RatingEvent;
import io.patchbay.api.event.RoutingWords;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the core's journal lines say to people: a title and a sentence without personal content. */
public final class CoreEventWords {
    private static final String FAILED = "failed: ";

    private final Words words;
    private final Terms terms;
    private final Function<AgentId, String> agents;
    private final Function<QueueId, String> queues;
    private final BiFunction<String, Instant, String> codes;
    private final RoutingWords routing;

    /**
     * Words for a reader who sees skills and codes by their keys.
     *
     * @param locale his language
     * @param agents the name of an agent
     * @param queues the name of a queue
     */
    public CoreEventWords(Locale locale, Function<AgentId, String> agents, Function<QueueId, String> queues) {
        this(locale, agents, queues, SkillId::value, (key, at) -> key);
    }

    /**
     * Words for a reader.
     *
     * @param locale his language
     * @param agents the name of an agent
     * @param queues the name of a queue
     * @param skills the name of a skill
     * @param codes the words a wrap-up code had at a moment
     */
    public CoreEventWords(
            Locale locale,
            Function<AgentId, String> agents,
            Function<QueueId, String> queues,
            Function<SkillId, String> skills,
            BiFunction<String, Instant, String> codes) {
        this.words = Words.of(CoreEventWords.class, locale);
        this.terms = new Terms(locale);
        this.agents = agents;
        this.queues = queues;
        this.codes = codes;
        this.routing = new RoutingWords(locale, agents, skills, queues);
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
        return CoreEvents.read(entry).map(event -> line(entry, event));
    }

    private Line line(JournalEntry entry, CoreEvent event) {
        String type = entry.type();
        return new Line(words.get("event." + title(type, event)), detail(event, entry.at()), icon(type), tone(type));
    }

    /** What Patchbay writes by itself, no agent wrote. */
    private static String title(String type, CoreEvent event) {
        return event instanceof MessageEvent.Sent sent && sent.agent().isEmpty() ? type + ".own" : type;
    }

    private String detail(CoreEvent event, Instant at) {
        Optional<String> reason = routing.text(event);
        if (reason.isPresent()) {
            return reason.get();
        } else if (event instanceof InteractionEvent interaction) {
            return interaction(interaction);
        } else if (event instanceof AssignmentEvent assignment) {
            return assignment(assignment, at);
        } else if (event instanceof MessageEvent.Sent sent) {
            return joined(
                    sent.agent().map(agents).orElse(""),
                    sent.way().map(way -> channel(way.channel())).orElse(""));
        } else if (event instanceof MessageEvent.Failed failed) {
            return failed.reason();
        } else if (event instanceof CallbackEvent callback) {
            return callback(callback);
        } else if (event instanceof RatingEvent rating) {
            return rating(rating);
        } else if (event instanceof ParticipantEvent participant) {
            return participant(participant);
        } else if (event instanceof PresenceEvent.Changed changed) {
            return joined(agents.apply(changed.agent()), presence(changed.presence()));
        }
        return "";
    }

    private String callback(CallbackEvent event) {
        if (event instanceof CallbackEvent.Dialling call) {
            return joined(agents.apply(call.agent()), attempt(call.attempt()));
        } else if (event instanceof CallbackEvent.Failed failed) {
            return joined(attempt(failed.attempt()), words.or("callback." + failed.reason(), failed.reason()));
        } else if (event instanceof CallbackEvent.Done done) {
            return words.or("callback." + done.result(), done.result());
        }
        return "";
    }

    private String rating(RatingEvent event) {
        String mark = event instanceof RatingEvent.Given given
                ? words.get("event.mark", String.valueOf(given.value()), String.valueOf(given.of()))
                : "";
        return joined(agents.apply(event.agent()), mark);
    }

    private String participant(ParticipantEvent event) {
        String who = party(event.party());
        if (event instanceof ParticipantEvent.Joined joined) {
            return joined(
                    who,
                    words.get("role." + joined.role().wire()),
                    words.get("manner." + joined.manner().wire()),
                    joined.reason().orElse(""));
        } else if (event instanceof ParticipantEvent.Changed changed) {
            return joined(
                    who,
                    words.get("manner." + changed.manner().wire()),
                    changed.muted() ? words.get("event.muted") : "");
        }
        String cause = ((ParticipantEvent.Left) event).cause();
        return joined(who, words.or("gone." + cause, cause));
    }

    private String party(PartyId party) {
        return party.agent()
                .map(agents)
                .orElseGet(() -> words.get(party.equals(PartyId.CUSTOMER) ? "role.customer" : "role.external"));
    }

    private String attempt(int number) {
        return words.get("event.attempt", String.valueOf(number));
    }

    private String told(InteractionEvent.WaitTold told) {
        String place = String.valueOf(told.position());
        String low = Formats.duration(Duration.ofSeconds(told.estimate().lowSeconds()));
        return told.estimate().atLeast()
                ? words.get("event.waitMore", place, low)
                : words.get(
                        "event.waitRange",
                        place,
                        low,
                        Formats.duration(Duration.ofSeconds(told.estimate().highSeconds())));
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
        } else if (event instanceof InteractionEvent.WaitTold told) {
            return told(told);
        } else if (event instanceof InteractionEvent.Connected connected) {
            return agents.apply(connected.agent());
        } else if (event instanceof InteractionEvent.NoteAdded note) {
            return agents.apply(note.agent());
        } else if (event instanceof InteractionEvent.RemoteLeft left) {
            return left(left.reason());
        } else if (event instanceof InteractionEvent.RecordingEnded ended) {
            return joined(
                    Formats.duration(Duration.ofSeconds(ended.seconds())),
                    words.get(ended.whole() ? "event.whole" : "event.gaps"));
        } else if (event instanceof InteractionEvent.Closed closed) {
            return joined(terms.outcome(closed.outcome()), closed.reason().orElse(""));
        }
        return "";
    }

    private String assignment(AssignmentEvent event, Instant at) {
        String agent = agents.apply(event.agent());
        if (event instanceof AssignmentEvent.Offered offered) {
            return joined(agent, offered.reason());
        } else if (event instanceof AssignmentEvent.Withdrawn withdrawn) {
            return joined(
                    agent,
                    words.or("withdrawn." + withdrawn.reason(), withdrawn.reason()),
                    withdrawn.why().orElse(""));
        } else if (event instanceof AssignmentEvent.ExtensionAsked asked) {
            return joined(agent, words.get("event.more", Formats.duration(Duration.ofSeconds(asked.seconds()))));
        } else if (event instanceof AssignmentEvent.Ended ended) {
            return joined(agent, terms.end(ended.outcome()), code(ended.disposition(), at));
        } else if (event instanceof AssignmentEvent.CodeChosen chosen) {
            return joined(agent, code(chosen.disposition(), at));
        }
        return agent;
    }

    private String code(Optional<String> key, Instant at) {
        return key.map(one -> codes.apply(one, at)).orElse("");
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
            case "interaction.queued",
                    "interaction.treated",
                    "interaction.favoured",
                    "interaction.overflowed" -> "sort";
            case "interaction.waited", "assignment.interrupted" -> "clock";
            case "assignment.continued" -> "play";
            case "interaction.waitTold" -> "clock";
            case "callback.asked", "callback.moved", "callback.dialling", "callback.done" -> "phone";
            case "callback.reached" -> "check";
            case "callback.failed" -> "alert";
            case "interaction.connected", "assignment.accepted" -> "check";
            case "interaction.remoteLeft" -> "minus";
            case "interaction.recordingBegan", "interaction.recordingEnded" -> "mic";
            case "interaction.closed" -> "shieldok";
            case "assignment.offered" -> "bell";
            case "assignment.declined", "assignment.timedOut", "assignment.withdrawn" -> "x";
            case "assignment.parked" -> "clock";
            case "assignment.resumed" -> "play";
            case "assignment.wrapUp" -> "edit";
            case "assignment.extensionAsked", "assignment.extended", "assignment.extensionDeclined" -> "clock";
            case "assignment.codeChosen" -> "edit";
            case "participant.joined" -> "user";
            case "participant.changed" -> "phone";
            case "participant.left" -> "minus";
            case "rating.asked" -> "bell";
            case "rating.given" -> "check";
            case "rating.silent" -> "minus";
            case "message.received", "message.sent" -> "chat";
            case "message.delivered" -> "check";
            case "message.failed" -> "alert";
            default -> "info";
        };
    }

    private static String tone(String type) {
        return switch (type) {
            case "interaction.connected", "assignment.accepted", "interaction.closed" -> "ok";
            case "callback.reached" -> "ok";
            case "callback.failed" -> "wa";
            case "assignment.offered", "callback.asked", "callback.dialling" -> "pr";
            case "assignment.wrapUp", "assignment.ended", "assignment.codeChosen" -> "vi";
            case "rating.given" -> "ok";
            case "assignment.extensionAsked" -> "wa";
            case "assignment.declined", "assignment.timedOut" -> "wa";
            case "message.failed" -> "er";
            default -> "";
        };
    }

    private String left(String reason) {
        return reason.startsWith(FAILED)
                ? joined(words.get("left.failed"), left(reason.substring(FAILED.length())))
                : words.or("left." + reason, reason);
    }
}
