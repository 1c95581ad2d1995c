// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.trace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One act: who, when, from where, what about, and what was before and after. */
final class ActDetail extends Div {
    private static final String FROM = "from";
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("before", "after", FROM);

    private final JournalEntry act;
    private final Sources sources;
    private final ViewContext context;
    private final Words words;

    ActDetail(JournalEntry act, Sources sources, ViewContext context, Words words) {
        this.act = act;
        this.sources = sources;
        this.context = context;
        this.words = words;
        addClassName("rc");
        getElement().setAttribute("data-testid", "act-detail");
        context.crumb(words.get("title") + " › #" + act.seq());
        add(head(), body());
    }

    private Component head() {
        String sentence = new ActWords(sources, context).sentence(act);
        Press back = new Press("btn q s", words.get("back")).icon("left b14").test("act-back");
        back.does(() -> context.go(Place.parse("audit")));
        return Shape.tag("section", "card flt", back, Shape.tag("b", "l", sentence), Shape.space());
    }

    private Component body() {
        Formats formats = new Formats(context.locale(), context.zone());
        HtmlContainer facts = Shape.tag("dl", "kv");
        facts.add(Shape.fact(words.get("column.when"), Shape.text("num", formats.dated(act.at()))));
        facts.add(Shape.fact(
                words.get("column.who"),
                Shape.text("", sources.name(context.scope(), act.actor()) + " (" + act.actor() + ")")));
        facts.add(Shape.fact(
                words.get("column.from"), Shape.text("num", text(act.body().get(FROM)))));
        facts.add(Shape.fact(words.get("column.kind"), Shape.text("mono", act.type())));
        facts.add(Shape.fact(words.get("column.unit"), Shape.text("", act.unit().value())));
        act.interaction().ifPresent(id -> {
            HtmlContainer link = Shape.tag("a", "", words.get("contact.open"));
            link.getElement().setAttribute("href", "records/" + id).setAttribute("router-link", true);
            facts.add(Shape.fact(words.get("column.contact"), link));
        });
        new TreeMap<>(act.body()).forEach((name, value) -> {
            if (!SHOWN_ELSEWHERE.contains(name)) {
                facts.add(Shape.fact(name, Shape.text("", text(value))));
            }
        });
        facts.add(Shape.fact("#" + act.seq(), Shape.text("mono xs t3", act.hash())));
        Div content = Shape.box("bdy", facts);
        if (act.body().containsKey("before") || act.body().containsKey("after")) {
            content.add(difference());
        }
        content.getStyle().set("overflow", "auto").set("padding", "16px");
        return Shape.tag("section", "card tb", content);
    }

    /** Only fields that differ, side by side. */
    private Component difference() {
        Map<?, ?> before = fields("before");
        Map<?, ?> after = fields("after");
        Table table = new Table(words.get("difference"));
        table.getElement().setAttribute("data-testid", "act-difference");
        table.column(words.get("column.field"), false)
                .column(words.get("before"), false)
                .column(words.get("after"), false);
        TreeSet<String> names = new TreeSet<>();
        before.keySet().forEach(name -> names.add((String) name));
        after.keySet().forEach(name -> names.add((String) name));
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                table.row(List.of(
                        Table.cell(name), cell(before.get(name), "er", "minus"), cell(after.get(name), "ok", "plus")));
            }
        }
        return Shape.tag("section", "", Shape.box("sec", words.get("difference")), table);
    }

    private HtmlContainer cell(Object value, String tone, String icon) {
        return value == null
                ? Table.cell("–")
                : Table.cell(Shape.line("row", Shape.icon(icon + " b14"), Shape.text(tone, text(value))));
    }

    private Map<?, ?> fields(String name) {
        return act.body().get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Sealed values show themselves only to those who may see them. */
    private String text(Object value) {
        if (value instanceof Confidential.Sealed sealed) {
            return act.part(sealed)
                    .flatMap(part -> sources.trace().open(context.scope(), part))
                    .orElse("••••");
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(one -> one.getKey() + ": " + text(one.getValue()))
                    .collect(Collectors.joining(", "));
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::text).collect(Collectors.joining(", "));
        }
        return value == null ? "–" : value.toString();
    }
}
