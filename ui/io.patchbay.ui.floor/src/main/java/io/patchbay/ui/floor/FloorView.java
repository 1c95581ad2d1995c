// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wallboard: five figures, queues, agents, and what needs somebody; live, or at a moment of the day. */
final class FloorView extends Div implements FollowsAddress {
    private static final Duration STALE = Duration.ofSeconds(5);
    private static final Duration CURVE = Duration.ofMinutes(10);

    private final Floor floor;
    private final SharedFloor shared;
    private final ViewContext context;
    private final Words words;
    private final RewindStrip strip;
    private final Span freshness = Shape.line("row g1 ok xs nb");
    private Parts parts;
    private Optional<LocalTime> then = Optional.empty();
    private Instant readAt = Instant.EPOCH;
    private boolean stale = true;

    private record Parts(HeadlineCards headlines, QueueTable queues, AgentBoard agents, MatterList matters) {
        void show(FloorModel model) {
            headlines.show(model.headlines());
            queues.show(model.queues());
            agents.show(model.agents());
            matters.show(model.matters());
        }
    }

    FloorView(Floor floor, SharedFloor shared, ViewContext context) {
        this.floor = floor;
        this.shared = shared;
        this.context = context;
        words = Words.of(FloorView.class, context.locale());
        strip = new RewindStrip(context, words, this::choose);
        addClassNames("view", "wb");
        parts = draw(new Lasting(Optional.empty()));
        context.frame(freshness, new Div());
        context.every(Duration.ofSeconds(1), this::refresh);
        context.every(CURVE, this::readCurve);
        refresh();
        readCurve();
    }

    private Parts draw(Lasting lasting) {
        Supervision supervision = new Supervision(floor, context, words, lasting);
        Parts drawn = new Parts(
                new HeadlineCards(words, lasting),
                new QueueTable(words, supervision, lasting),
                new AgentBoard(context, words, supervision, floor.queues(), lasting),
                new MatterList(context, words, supervision, floor.queues(), lasting));
        removeAll();
        add(drawn.headlines(), drawn.queues(), drawn.agents(), drawn.matters(), strip);
        return drawn;
    }

    @Override
    public void show(Place place) {
        Optional<LocalTime> wanted = place.value("at").flatMap(FloorView::time);
        if (!wanted.equals(then)) {
            goTo(wanted);
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException notATime) {
            return Optional.empty(); // an address that says no time of day shows what is now
        }
    }

    private void choose(Optional<LocalTime> wanted) {
        context.rewrite(new Place(
                List.of("floor"), wanted.map(at -> Map.of("at", at.toString())).orElse(Map.of())));
        goTo(wanted);
    }

    private void goTo(Optional<LocalTime> wanted) {
        then = wanted.filter(at -> moment(at).isBefore(context.now()));
        if (then.isEmpty()) {
            parts = draw(new Lasting(Optional.empty()));
            refresh();
            return;
        }
        LocalTime time = then.get();
        Instant at = moment(time);
        strip.stands(then, 0);
        context.load(
                () -> new FloorReading(FloorMoment.past(
                                floor,
                                context.scope(),
                                at,
                                share -> context.soon("rewind", () -> reading(time, share))))
                        .read(),
                model -> rewound(time, at, model));
    }

    private void readCurve() {
        Instant now = context.now();
        context.load(() -> floor.past().at(context.scope(), now, share -> {}).waited(), strip::waited);
    }

    private Instant moment(LocalTime time) {
        return LocalDate.ofInstant(context.now(), context.zone())
                .atTime(time)
                .atZone(context.zone())
                .toInstant();
    }

    private void reading(LocalTime time, double share) {
        if (then.equals(Optional.of(time))) {
            strip.stands(then, Math.min(0.99, share));
        }
    }

    private void rewound(LocalTime time, Instant at, FloorModel model) {
        if (then.equals(Optional.of(time))) {
            parts = draw(new Lasting(Optional.of(at)));
            parts.show(model);
            strip.stands(then, 1);
            stale = true; // what is said here now is not of the live floor
            setClassName("stale", false);
            freshness.removeAll();
            freshness.setClassName("ok", false);
            freshness.setClassName("wa", false);
            freshness.add(Shape.icon("history b14"), Shape.text("", words.get("rewind.at", time.toString())));
        }
    }

    private void refresh() {
        strip.alarms(FloorMoment.all(floor).map(Alarm::raisedAt).sorted().toList());
        if (then.isPresent()) {
            return;
        }
        Instant now = context.now();
        try {
            parts.show(shared.live(context.scope(), now));
            readAt = now;
        } catch (IllegalStateException sourceGone) {
            // a bundle that gives figures is being replaced: what was read last stays, grey, with its age
            freshness.getElement().setAttribute("title", String.valueOf(sourceGone.getMessage()));
        }
        strip.stands(then, 1);
        age(Duration.between(readAt, now));
    }

    private void age(Duration age) {
        boolean now = age.compareTo(STALE) > 0;
        if (now || now != stale) {
            stale = now;
            setClassName("stale", stale);
            freshness.removeAll();
            freshness.setClassName("ok", !stale);
            freshness.setClassName("wa", stale);
            freshness.add(Shape.icon(stale ? "alert b14" : "wifi b14"));
            freshness.add(
                    Shape.text("", stale ? words.get("stale", String.valueOf(age.toSeconds())) : words.get("live")));
        }
    }
}
