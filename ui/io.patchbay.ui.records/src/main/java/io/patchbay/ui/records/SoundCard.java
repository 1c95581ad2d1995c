// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interaction.RecordedPart;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.recording.Recordings;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.SoundPlayer;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The recording of a contact: a player for who may hear it, a sentence for others, and who has heard it. */
final class SoundCard extends HtmlContainer {
    private final Interaction contact;
    private final Archive archive;
    private final ViewContext context;
    private final Words words;
    private final Div listeners = Shape.box("row s t2 hl");

    SoundCard(RecordReading record, Archive archive, ViewContext context, Words words) {
        super("section");
        this.contact = record.contact();
        this.archive = archive;
        this.context = context;
        this.words = words;
        addClassNames("card", "pl");
        getElement().setAttribute("aria-label", words.get("recording"));
        if (mayHear()) {
            listeners.getElement().setAttribute("data-testid", "heard");
            heard(record.heard());
            SoundPlayer player = player();
            MarkList marks = new MarkList(contact, player, archive, context, words);
            marks.show(record.marks());
            player.spans(spans(record));
            add(Shape.box("wrow", player, marks), listeners);
        } else {
            refused();
        }
    }

    private boolean mayHear() {
        return context.scope().may(Permissions.RECORDINGS)
                && context.scope().sees(contact.placement().unit());
    }

    private SoundPlayer player() {
        SoundPlayer player = new SoundPlayer(
                        contact.id(), length(contact.recordings(), context.now()), context.locale())
                .onHeard(() ->
                        context.load(() -> archive.recordings().heard(context.scope(), contact.id()), this::heard));
        asked().ifPresent(player::from);
        player.beside(state(), tools(player));
        return player;
    }

    /** Who besides the agent was there, and who was on hold, from the first sound on. */
    private List<SoundPlayer.Span> spans(RecordReading record) {
        Instant begin = contact.recordings().get(0).beganAt();
        Instant end = begin.plus(length(contact.recordings(), context.now()));
        return Spans.of(record.entries(), end).stream()
                .filter(span -> span.to().isAfter(begin) && span.from().isBefore(end))
                .filter(span -> span.manner() == Manner.HELD || !owner(span))
                .map(span -> new SoundPlayer.Span(
                        Duration.between(begin, span.from().isBefore(begin) ? begin : span.from()),
                        Duration.between(begin, span.to().isAfter(end) ? end : span.to()),
                        span.party().equals(PartyId.CUSTOMER),
                        words.get("span." + span.manner().wire(), name(span.party()))))
                .toList();
    }

    /** The agent whose contact it is talks anyway. */
    private boolean owner(Spans.Span span) {
        return span.party().agent().isPresent()
                && contact.assignments().stream()
                        .anyMatch(
                                part -> part.agent().equals(span.party().agent().get())
                                        && part.acceptedAt()
                                                .filter(at -> !at.isAfter(span.from()))
                                                .isPresent());
    }

    private String name(PartyId party) {
        return party.equals(PartyId.CUSTOMER)
                ? words.get("span.customer")
                : party.agent()
                        .map(agent -> archive.agent(context.scope(), agent))
                        .orElseGet(() -> words.get("span.outside"));
    }

    private Component state() {
        if (contact.recordings().stream().anyMatch(part -> part.endedAt().isEmpty() && open())) {
            return Shape.badge("wa", "clock", words.get("recording.running"));
        } else if (contact.recordings().stream().anyMatch(part -> !part.whole())) {
            return Shape.badge("wa", "alert", words.get("recording.gaps"));
        }
        return Shape.badge("ok", "shieldok", words.get("recording.whole"));
    }

    /** Only what the reader may do. */
    private Component tools(SoundPlayer player) {
        Div tools = Shape.box("row g1");
        if (MarkList.may(context, contact)) {
            Press mark = new Press("btn s", words.get("marks.add")).icon("note b14");
            mark.add(Shape.key("M"));
            tools.add(mark.test("mark-add").does(player::note));
        }
        if (context.scope().may(Permissions.RECORDING_COPIES, contact.place())) {
            tools.add(new Press("btn s", words.get("copy.ask"))
                    .icon("dl b14")
                    .test("copy-ask")
                    .does(() -> new CopyDialog(player, words).open()));
        }
        return tools;
    }

    private boolean open() {
        return contact.outcome().isEmpty();
    }

    /** From the first sound to the last; an open end counts to now. */
    static Duration length(List<RecordedPart> parts, Instant now) {
        Instant end = parts.stream()
                .map(part -> part.endedAt().orElse(now))
                .max(Instant::compareTo)
                .orElse(now);
        return parts.stream()
                .map(RecordedPart::beganAt)
                .min(Instant::compareTo)
                .map(begin -> Duration.between(begin, end))
                .orElse(Duration.ZERO);
    }

    /** The second that the address names. */
    private Optional<Duration> asked() {
        return context.place()
                .value("t")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private void heard(List<Recordings.Heard> looks) {
        Formats formats = new Formats(context.locale(), context.zone());
        listeners.removeAll();
        listeners.add(Shape.icon("eye b14"), Shape.text("b", words.get(looks.isEmpty() ? "heard.nobody" : "heard")));
        looks.forEach(look -> listeners.add(Shape.line(
                "row g1 nb",
                Shape.text("", archive.actor(context.scope(), look.listener())),
                Shape.text("t3 num", formats.moment(look.at(), context.now())))));
    }

    /** Nothing to press; who comes by a link to a moment of it has tried, and that is traced. */
    private void refused() {
        Div said = Shape.tip("", "lock", words.get("recording.noRight"));
        said.getElement().setAttribute("data-testid", "recording-refused");
        add(said);
        if (asked().isPresent()) {
            context.load(
                    () -> archive.recordings().open(new Actor.Person(context.user(), context.scope()), contact.id()),
                    answer -> {
                        if (answer instanceof Recordings.Answer.Refused no) {
                            said.removeAll();
                            said.add(
                                    Shape.icon("lock"),
                                    Shape.text("", no.problem().text(context.locale())));
                        }
                    });
        }
    }
}
