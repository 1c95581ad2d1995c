// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.interaction.Rating;
import io.patchbay.ui.kit.part.MaskedValue;
import io.patchbay.ui.kit.part.MessageLog;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.part.WhyList;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One interaction: who and how long, what happened, what was said, who had it. */
final class RecordDetail extends Div {
    private final RecordReading record;
    private final Interaction contact;
    private final Archive archive;
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final Formats formats;

    RecordDetail(RecordReading record, Archive archive, ViewContext context, Words words) {
        this.record = record;
        this.contact = record.contact();
        this.archive = archive;
        this.context = context;
        this.words = words;
        terms = new Terms(context.locale());
        formats = new Formats(context.locale(), context.zone());
        addClassName("dt");
        context.crumb(words.get("title") + " › " + contact.number());
        add(head());
        if (!contact.recordings().isEmpty()) {
            addClassName("heard");
            add(new SoundCard(record, archive, context, words));
        }
        add(new EventList(record.entries(), archive, context, words), messages(), side());
    }

    private Component head() {
        String who = record.customer()
                .map(known -> known.name())
                .or(() -> contact.contact().name())
                .orElse(words.get("nobody"));
        var name = Shape.tag("b", "l", who);
        Div first = Shape.box("row", name);
        record.customer()
                .ifPresent(known -> first.add(Shape.badge(Terms.tone(known.tier()), "", terms.tier(known.tier()))));
        first.add(contact.outcome()
                .map(outcome -> Shape.badge(Terms.tone(outcome), "check", terms.outcome(outcome)))
                .orElseGet(() -> Shape.badge(Terms.tone(contact.state()), "clock", terms.state(contact.state()))));
        Div second = Shape.box(
                "s t2 row g1", Shape.text("nb", terms.channel(contact.contact().channel())), Shape.text("t3", "·"));
        second.add(Shape.text(
                "nb", archive.queue(context.scope(), contact.placement().queue())));
        contact.contact().subject().ifPresent(subject -> second.add(Shape.text("t3", "·"), Shape.text("el", subject)));
        contact.contact()
                .from()
                .ifPresent(from ->
                        second.add(Shape.text("t3", "·"), new MaskedValue(from, context.scope(), words.get("reveal"))));
        var facts = Shape.tag("dl", "fx");
        facts.add(fact("fact.began", formats.dated(contact.times().arrivedAt())));
        facts.add(fact("fact.waited", RecordList.waited(contact)));
        facts.add(fact("fact.lasted", RecordList.lasted(contact)));
        facts.add(fact("fact.wrapUp", wrapUp()));
        return Shape.tag("section", "card hd", Shape.avatar("l", who), Shape.box("sp", first, second), facts);
    }

    private Div fact(String key, String value) {
        return new Div(Shape.tag("dt", "", words.get(key)), Shape.tag("dd", "num", value));
    }

    private String wrapUp() {
        Duration sum = contact.assignments().stream()
                .filter(part -> part.wrapUpAt().isPresent() && part.endedAt().isPresent())
                .map(part ->
                        Duration.between(part.wrapUpAt().get(), part.endedAt().get()))
                .reduce(Duration.ZERO, Duration::plus);
        return sum.isZero() ? "–" : Formats.duration(sum);
    }

    private Component messages() {
        var box = Shape.tag(
                "section",
                "card ts",
                Shape.box(
                        "h",
                        Shape.text("", words.get("messages")),
                        Shape.count("", record.messages().size())));
        if (record.messages().isEmpty()) {
            box.add(Vacant.small(words.get("messages.none")));
        } else {
            MessageLog log = new MessageLog(context, agent -> archive.agent(context.scope(), agent));
            log.show(record.messages(), contact, Optional.empty());
            box.add(log);
        }
        return box;
    }

    private Component side() {
        Div body = Shape.box("bdy");
        var assignments = Shape.tag("section", "", Shape.box("sec", words.get("assignments")));
        contact.assignments().forEach(part -> assignments.add(assignment(part)));
        if (contact.assignments().isEmpty()) {
            assignments.add(Vacant.small(words.get("assignments.none")));
        }
        var notes = Shape.tag("section", "", Shape.box("sec", words.get("notes")));
        record.notes().forEach(note -> notes.add(note(note)));
        if (record.notes().isEmpty()) {
            notes.add(Vacant.small(words.get("notes.none")));
        }
        body.add(assignments, why(), notes);
        if (!contact.ratings().isEmpty()) {
            var ratings = Shape.tag("section", "", Shape.box("sec", words.get("ratings")));
            contact.ratings().forEach(rating -> ratings.add(rating(rating)));
            body.add(ratings);
        }
        if (!contact.facts().isEmpty()) {
            var list = Shape.tag("dl", "kv");
            contact.facts()
                    .forEach(
                            (key, value) -> list.add(Shape.fact(factName(key), Shape.text("", String.valueOf(value)))));
            body.add(Shape.tag("section", "", Shape.box("sec", words.get("facts")), list));
        }
        return Shape.tag("section", "card sd", Shape.box("h", words.get("people")), body);
    }

    private Component why() {
        return Shape.tag(
                "section",
                "",
                Shape.box("sec", WhyList.title(context.locale())),
                new WhyList(
                        record.entries(),
                        archive.routing(context.scope(), context.locale()),
                        formats,
                        context.locale()));
    }

    private String factName(String key) {
        boolean chinese = context.locale().getLanguage().equals("zh");
        return archive.declarations().stream()
                .flatMap(declared -> declared.facts().stream())
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .map(fact -> chinese ? fact.chinese() : fact.english())
                .orElse(key);
    }

    private Component assignment(Assignment part) {
        String end = part.outcome().map(terms::end).orElse(words.get("assignment.open"));
        Div first = Shape.box("row", Shape.tag("b", "", archive.agent(context.scope(), part.agent())), Shape.space());
        first.add(Shape.badge(part.acceptedAt().isPresent() ? "ok" : "wa", "", end));
        Div box = Shape.box("asg", first);
        box.add(Shape.text("xs t3 num", words.get("assignment.offered", formats.dated(part.offeredAt()))));
        part.acceptedAt()
                .ifPresent(at -> box.add(Shape.text(
                        "xs t3 num",
                        words.get("assignment.accepted", Formats.duration(Duration.between(part.offeredAt(), at))))));
        part.disposition()
                .ifPresent(key -> box.add(Shape.text("s", words.get("assignment.code", code(key, part.endedAt())))));
        return box;
    }

    private String code(String key, Optional<Instant> at) {
        return archive.code(key, at.orElseGet(context::now), context.locale());
    }

    private Component rating(Rating rating) {
        boolean given = rating.value().isPresent();
        String said = given
                ? words.get("rating.given", String.valueOf(rating.value().getAsInt()), String.valueOf(rating.of()))
                : words.get("rating." + rating.state());
        Div row = Shape.box("row", Shape.tag("b", "", archive.agent(context.scope(), rating.agent())), Shape.space());
        row.add(Shape.badge(given ? "ok" : "", given ? "check" : "minus", said));
        Div box = Shape.box("asg", row, Shape.text("xs t3 num", formats.dated(rating.askedAt())));
        box.getElement().setAttribute("data-testid", "rating");
        return box;
    }

    private Component note(Note note) {
        Div head = Shape.box(
                "row xs t2",
                Shape.icon("lock b12"),
                Shape.text("b", archive.agent(context.scope(), note.agent())),
                Shape.space());
        head.add(Shape.text("num", formats.moment(note.at(), context.now())));
        return Shape.box("note2", head, Shape.box("", note.text()));
    }

    /** Whether the reader may see who reads the journal's hashes. */
    static boolean seesHashes(ViewContext context) {
        return context.scope().may(Permissions.JOURNAL);
    }
}
