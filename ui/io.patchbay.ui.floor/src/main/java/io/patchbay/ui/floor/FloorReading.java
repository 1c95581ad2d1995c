// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueTrend;
import io.patchbay.api.queue.WaitFigures;
import io.patchbay.ui.floor.FloorModel.Doing;
import io.patchbay.ui.floor.FloorModel.Matter;
import io.patchbay.ui.floor.FloorModel.QueueLine;
import io.patchbay.ui.floor.FloorModel.Tile;
import io.patchbay.ui.floor.FloorModel.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the floor once. */
final class FloorReading {
    /** Below the goal by this much is bad, not just low. */
    private static final double FAR_BELOW = 0.08;
    /** A service level of fewer contacts says nothing. */
    private static final int ENOUGH = 10;
    /** Goals a contact may wait before somebody has to look. */
    private static final int GOALS_TO_WAIT = 4;

    private static final Duration LONG_AWAY = Duration.ofMinutes(15);
    private static final Duration LONG_CALL = Duration.ofMinutes(15);
    private static final WorkKind CALL = new WorkKind("call");

    private final FloorMoment moment;
    private final Instant now;

    FloorReading(FloorMoment moment) {
        this.moment = moment;
        this.now = moment.at();
    }

    FloorModel read() {
        Map<QueueId, QueueSettings> settings =
                moment.settings().stream().collect(Collectors.toMap(QueueSettings::id, Function.identity()));
        List<QueueLine> queues = new ArrayList<>();
        List<QueueFigures> figures = moment.queues();
        figures.forEach(
                one -> Optional.ofNullable(settings.get(one.queue())).ifPresent(known -> queues.add(line(one, known))));
        List<Interaction> open = moment.open();
        List<Tile> agents = agents(open);
        return new FloorModel(
                new Headlines(queues, figures, settings, agents, now).all(),
                queues,
                agents,
                matters(queues, open, agents, settings));
    }

    private static QueueLine line(QueueFigures figures, QueueSettings settings) {
        double goal = settings.goal().targetShare();
        Optional<Double> today = figures.today().serviceLevel();
        Optional<Double> level =
                figures.trend().map(trend -> trend.halfHour().serviceLevel()).orElse(today);
        int decided = figures.today().answered() + figures.today().abandoned();
        Optional<Double> abandoned =
                decided == 0 ? Optional.empty() : Optional.of(figures.today().abandoned() / (double) decided);
        Tone tone = level.map(share -> share >= goal ? Tone.OK : share >= goal - FAR_BELOW ? Tone.WA : Tone.ER)
                .orElse(Tone.OK);
        return new QueueLine(
                figures.queue(),
                settings.name(),
                figures.waiting(),
                figures.longestSince(),
                figures.waits().map(WaitFigures::next),
                level,
                today,
                goal,
                figures.ready(),
                figures.working(),
                figures.today().offered(),
                abandoned,
                figures.trend().map(QueueTrend::waiting).orElse(List.of()),
                figures.trend().map(QueueTrend::forecast),
                tone);
    }

    private List<Tile> agents(List<Interaction> open) {
        Map<AgentId, List<Interaction>> work = new HashMap<>();
        Map<AgentId, Instant> since = new HashMap<>();
        for (Interaction contact : open) {
            for (Assignment part : contact.assignments()) {
                if (part.acceptedAt().isPresent() && part.endedAt().isEmpty()) {
                    work.computeIfAbsent(part.agent(), none -> new ArrayList<>())
                            .add(contact);
                    Instant began = part.wrapUpAt().or(part::acceptedAt).orElse(now);
                    since.merge(part.agent(), began, (a, b) -> a.isBefore(b) ? a : b);
                }
            }
        }
        Map<AgentId, Interaction> ringing = ringing(open);
        return moment.agents().stream()
                .map(state -> tile(
                        state,
                        work.getOrDefault(state.agent(), List.of()),
                        Optional.ofNullable(ringing.get(state.agent())),
                        since.get(state.agent())))
                .toList();
    }

    /** The call at each phone that rings. */
    private static Map<AgentId, Interaction> ringing(List<Interaction> open) {
        Map<AgentId, Interaction> ringing = new HashMap<>();
        open.stream()
                .filter(contact -> contact.contact().kind().equals(CALL) && contact.state() == InteractionState.OFFERED)
                .forEach(contact -> contact.assignments().stream()
                        .filter(part ->
                                part.acceptedAt().isEmpty() && part.endedAt().isEmpty())
                        .forEach(part -> ringing.put(part.agent(), contact)));
        return ringing;
    }

    private Tile tile(AgentState state, List<Interaction> contacts, Optional<Interaction> ringing, Instant workSince) {
        Doing doing = doing(state);
        boolean works = doing == Doing.CALL || doing == Doing.TEXT || doing == Doing.WRAP_UP;
        Instant since = works && workSince != null ? workSince : state.since();
        Duration lasts = Duration.between(since, now);
        boolean flagged = (doing == Doing.NOT_READY && (fault(state.presence()) || lasts.compareTo(LONG_AWAY) > 0))
                || (doing == Doing.CALL && lasts.compareTo(LONG_CALL) > 0);
        return new Tile(state, doing, since, contacts, ringing, flagged);
    }

    private static boolean fault(Presence presence) {
        return presence instanceof Presence.NotReady away
                && (away.reason().equals(Presence.NotReady.NO_ANSWER)
                        || away.reason().equals(Presence.NotReady.CONNECTION_LOST));
    }

    private static Doing doing(AgentState state) {
        AgentState.Load load = state.load();
        if (!load.reserved().isEmpty()) {
            return Doing.RINGING;
        } else if (load.active().getOrDefault(CALL, 0) > 0) {
            return Doing.CALL;
        } else if (!load.active().isEmpty()) {
            return Doing.TEXT;
        } else if (!load.wrapUp().isEmpty()) {
            return Doing.WRAP_UP;
        } else if (state.presence() instanceof Presence.Ready) {
            return Doing.READY;
        }
        return state.presence() instanceof Presence.LoggedOut ? Doing.LOGGED_OUT : Doing.NOT_READY;
    }

    private List<Matter> matters(
            List<QueueLine> queues, List<Interaction> open, List<Tile> agents, Map<QueueId, QueueSettings> settings) {
        List<Matter> matters = new ArrayList<>(raised(queues));
        agents.forEach(agent -> matters.addAll(moreTime(agent)));
        queues.stream()
                .filter(queue -> queue.tone() == Tone.ER && queue.offered() >= ENOUGH)
                .filter(queue ->
                        moment.alarms().stream().noneMatch(alarm -> alarm.part().equals(part(queue) + "level")))
                .forEach(queue -> matters.add(new Matter.LowLevel(queue)));
        open.stream()
                .filter(contact ->
                        contact.state() == InteractionState.WAITING || contact.state() == InteractionState.OFFERED)
                .sorted(Comparator.comparing(FloorReading::waitingSince))
                .forEach(contact -> {
                    QueueSettings queue = settings.get(contact.placement().queue());
                    if (queue != null
                            && waited(contact)
                                            .compareTo(
                                                    queue.goal().answerWithin().multipliedBy(GOALS_TO_WAIT))
                                    > 0) {
                        matters.add(new Matter.LongWait(contact, queue.name(), waitingSince(contact)));
                    }
                });
        agents.stream().filter(Tile::flagged).forEach(agent -> matters.add(new Matter.LongState(agent)));
        return matters;
    }

    private List<Matter> moreTime(Tile agent) {
        return moment.wrapping().stream()
                .filter(desk -> desk.state().agent().equals(agent.state().agent()))
                .flatMap(desk -> desk.assignments().stream())
                .filter(part -> part.askedSeconds() > 0)
                .<Matter>map(part -> new Matter.MoreTime(part.interaction(), agent, part.askedSeconds()))
                .toList();
    }

    /** The alarms of the queues he sees. */
    private List<Matter> raised(List<QueueLine> queues) {
        List<Matter> raised = new ArrayList<>();
        for (Alarm alarm : moment.alarms()) {
            queues.stream()
                    .filter(queue -> alarm.part().startsWith(part(queue)))
                    .findFirst()
                    .ifPresent(queue -> raised.add(new Matter.Raised(alarm, queue)));
        }
        return raised;
    }

    private static String part(QueueLine queue) {
        return "queue:" + queue.id() + ":";
    }

    private Duration waited(Interaction contact) {
        return Duration.between(waitingSince(contact), now);
    }

    static Instant waitingSince(Interaction contact) {
        return contact.times().queuedAt().orElse(contact.times().arrivedAt());
    }
}
