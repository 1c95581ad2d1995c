// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.trace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.trace.api.TraceLine;
import io.patchbay.trace.api.TraceQuestion.Mark;
import io.patchbay.trace.api.TraceQuestion.Page;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** The acts that match the filters, newest first. */
final class TraceList extends Div {
    private static final int PAGE = 50;

    private final Sources sources;
    private final ViewContext context;
    private final Words words;
    private final Formats formats;
    private final ActWords acts;
    private final TraceFilters filters;
    private final Div box = Shape.box("card tb");
    private TraceFilter filter = new TraceFilter(java.util.Map.of(), "");
    private Table table;

    TraceList(Sources sources, ViewContext context, Words words) {
        this.sources = sources;
        this.context = context;
        this.words = words;
        formats = new Formats(context.locale(), context.zone());
        acts = new ActWords(sources, context);
        TraceExport export = new TraceExport(sources, context, words);
        filters = new TraceFilters(sources, context, words, this::changed, () -> export.ask(filter));
        addClassName("rc");
        add(filters, box);
    }

    private void changed(TraceFilter wanted) {
        filter = wanted;
        context.rewrite(wanted.place());
        read();
    }

    void show(Place place) {
        filter = TraceFilter.of(place).withAccount(filter.all() ? "" : filter.account());
        if (place.query().isEmpty()) {
            filter = filter.withAccount("");
        }
        read();
    }

    private void read() {
        filters.show(filter);
        box.removeAll();
        if (filter.problem().isPresent()) {
            box.add(Vacant.page(words.get(filter.problem().get()), words.get("period.mend")));
            return;
        }
        box.add(Vacant.loading(8));
        TraceFilter asked = filter;
        context.load(() -> list(asked, Optional.empty()), found -> {
            if (asked.equals(filter)) {
                fill(found);
            }
        });
    }

    private List<ActWords.Told> list(TraceFilter asked, Optional<Mark> after) {
        return sources.trace().find(context.scope(), asked.question(context.zone(), new Page(PAGE, after))).stream()
                .map(acts::told)
                .toList();
    }

    private void fill(List<ActWords.Told> found) {
        box.removeAll();
        if (found.isEmpty()) {
            box.add(Vacant.page(words.get("none"), words.get(filter.all() ? "none.yet" : "none.filtered")));
            return;
        }
        table = new Table(words.get("title"));
        table.getElement().setAttribute("data-testid", "trace-table");
        List.of("when", "who", "what", "concerned", "from")
                .forEach(heading -> table.column(words.get("column." + heading), false));
        table.column("", false);
        box.add(Shape.box("tw", table));
        more(found);
    }

    private void more(List<ActWords.Told> found) {
        found.forEach(this::row);
        if (found.size() == PAGE) {
            TraceLine last = found.get(found.size() - 1).line();
            Div foot = Shape.box("more");
            foot.add(new Press("btn s", words.get("more")).test("trace-more").does(() -> {
                foot.removeFromParent();
                context.load(() -> list(filter, Optional.of(new Mark(last.at(), last.seq()))), this::more);
            }));
            box.add(foot);
        }
    }

    private void row(ActWords.Told told) {
        TraceLine line = told.line();
        var link = Shape.tag("a", "b nb num");
        link.getElement().setAttribute("href", "audit/" + line.seq()).setAttribute("router-link", true);
        link.setText(formats.moment(line.at(), context.now()));
        Component state = line.refused() ? Shape.badge("er", "lock", words.get("refused")) : Shape.text("", "");
        String concerned = line.person()
                .map(person -> sources.name(context.scope(), person))
                .orElse("–");
        var row = table.row(
                List.of(
                        Table.cell(link),
                        Table.cell(Shape.text("el", sources.name(context.scope(), line.who()))),
                        Table.cell(Shape.text("el", told.sentence())),
                        Table.cell(Shape.text("el t2", concerned)),
                        Table.cell(Shape.text("el t2 num", line.from().orElse("–"))),
                        Table.cell(state)),
                () -> context.go(Place.parse("audit/" + line.seq())));
        row.getElement().setAttribute("data-testid", "act").setAttribute("data-type", line.type());
    }
}
