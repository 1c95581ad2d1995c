// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportRefusedException;
import io.patchbay.reporting.api.ReportRequest;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.Reports;
import io.patchbay.ui.kit.part.Segments;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reports: what and when above, then figures, chart and table. */
final class ReportsView extends Div implements FollowsAddress {
    private final Sources sources;
    private final ViewContext context;
    private final Words words;
    private final Values values;
    private final ReportFilters filters;
    private final Div content = new Div();
    private final Span status = Shape.line("row");
    private ReportChoice choice = new ReportChoice("", java.util.Map.of());
    private String form = "chart";
    private Optional<ReportTable> table = Optional.empty();

    ReportsView(Sources sources, ViewContext context) {
        this.sources = sources;
        this.context = context;
        words = Words.of(ReportsView.class, context.locale());
        values = new Values(context, sources.queues());
        filters = new ReportFilters(sources, context, words, this::changed, this::download);
        addClassNames("view", "rp");
        content.getStyle().set("display", "contents");
        add(filters, content);
        context.frame(new Div(), status);
    }

    @Override
    public void show(Place place) {
        Optional<Reports> reports = sources.reports().get();
        if (reports.isEmpty()) {
            content.removeAll();
            content.add(Vacant.page(words.get("away.title"), words.get("away.words")));
            return;
        }
        List<ReportKind> kinds = reports.get().kinds();
        ReportChoice asked = ReportChoice.of(place);
        choice = asked.kind().isEmpty() && !kinds.isEmpty()
                ? asked.ofKind(kinds.get(0).key())
                : asked;
        context.rewrite(choice.place());
        filters.show(choice, kinds, today());
        run(reports.get());
    }

    private LocalDate today() {
        return context.now().atZone(context.zone()).toLocalDate();
    }

    private void changed(ReportChoice wanted) {
        choice = wanted;
        context.rewrite(choice.place());
        sources.reports().get().ifPresent(this::run);
    }

    private record Answer(Optional<ReportTable> table, String refused) {}

    private void run(Reports reports) {
        ReportChoice asked = choice;
        ReportRequest request = asked.request(today(), context.zone());
        content.removeAll();
        content.add(Vacant.loading(3), Vacant.loading(8));
        context.load(() -> ask(reports, request), answer -> {
            if (asked.equals(choice)) {
                answer(answer);
            }
        });
    }

    private Answer ask(Reports reports, ReportRequest request) {
        try {
            return new Answer(Optional.of(reports.run(context.scope(), request)), "");
        } catch (ReportRefusedException no) {
            return new Answer(Optional.empty(), no.problem().text(context.locale()));
        }
    }

    private void answer(Answer answer) {
        table = answer.table();
        content.removeAll();
        status.removeAll();
        filters.refused(answer.refused());
        if (answer.table().isEmpty()) {
            Component refused = Vacant.page(words.get("refused"), answer.refused());
            refused.getElement().setAttribute("data-testid", "report-refused");
            content.add(Shape.box("card", refused));
            return;
        }
        ReportTable shown = answer.table().get();
        context.crumb(shown.kind().name(context.locale()));
        Formats formats = new Formats(context.locale(), context.zone());
        status.add(
                Shape.text("", words.get("asOf", formats.dated(shown.asOf()))),
                Shape.line("sep"),
                Shape.text("", words.get("zone", context.zone().getId())));
        draw(shown);
    }

    private void draw(ReportTable shown) {
        content.removeAll();
        ReportTableCard tableCard = new ReportTableCard(shown, values, context, words);
        if (shown.rows().isEmpty()) {
            content.add(Shape.box("card", Vacant.page(words.get("empty.title"), words.get("empty.words"))));
            return;
        }
        content.add(new ReportFigures(shown, values, context));
        Div cards = Shape.box("cards");
        if (shown.chart().isPresent()) {
            Segments forms = new Segments(words.get("form"), key -> {
                form = key;
                draw(shown);
            });
            forms.choice("chart", words.get("form.chart"))
                    .choice("table", words.get("form.table"))
                    .select(form);
            if (form.equals("chart")) {
                cards.add(new ReportCharts(shown, values, context, forms));
            } else {
                tableCard.addToHead(forms);
                cards.getStyle().set("grid-template-rows", "minmax(0, 1fr)");
            }
        } else {
            cards.getStyle().set("grid-template-rows", "minmax(0, 1fr)");
        }
        cards.add(tableCard);
        content.add(cards);
    }

    private void download() {
        table.ifPresent(
                shown -> sources.exports().get().ifPresent(exports -> new ReportExport(shown, exports, context).ask()));
    }
}
