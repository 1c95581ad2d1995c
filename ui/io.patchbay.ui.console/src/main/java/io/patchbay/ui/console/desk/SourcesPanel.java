// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.customer.CustomerCards;
import io.patchbay.api.customer.SourceCard;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.watch.Watch;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.DeskPanel;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** What outside systems know of the customer, one box each with its age; a slow or dead one shows so in its own box. */
@org.osgi.service.component.annotations.Component(service = DeskPanel.class)
public final class SourcesPanel implements DeskPanel {
    private final CustomerCards cards;

    @Activate
    public SourcesPanel(@Reference CustomerCards cards) {
        this.cards = cards;
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public String title(Locale locale) {
        return Words.of(SourcesPanel.class, locale).get("sources");
    }

    @Override
    public Component create(Interaction contact, ViewContext context) {
        Div panel = Shape.box("ctxs");
        panel.getElement().setAttribute("data-testid", "sources");
        show(panel, cards.known(context.scope(), contact), contact, context);
        Watch later = cards.watch(
                context.scope(),
                contact,
                changed -> context.soon("sources " + contact.id(), () -> show(panel, changed, contact, context)));
        context.untilGone(later);
        panel.addDetachListener(gone -> later.close());
        shown(panel, cards.ask(context.scope(), contact), contact, context);
        return panel;
    }

    private void shown(Div panel, CompletionStage<List<SourceCard>> asked, Interaction contact, ViewContext context) {
        asked.thenAccept(known -> context.now(() -> show(panel, known, contact, context)));
    }

    private void show(Div panel, List<SourceCard> known, Interaction contact, ViewContext context) {
        panel.removeAll();
        Words words = Words.of(SourcesPanel.class, context.locale());
        known.stream()
                .filter(card -> card.state() != SourceCard.State.UNKNOWN)
                .forEach(card -> panel.add(box(panel, card, contact, context, words)));
    }

    private Component box(Div panel, SourceCard card, Interaction contact, ViewContext context, Words words) {
        Div head = Shape.box("sec row", Shape.text("sp", card.title()), age(card, context, words));
        HtmlContainer box = Shape.tag("section", "", head);
        box.getElement()
                .setAttribute("data-testid", "source-" + card.source())
                .setAttribute("data-state", card.state().name().toLowerCase(Locale.ROOT));
        card.alerts().forEach(alert -> box.add(Shape.tip("wa", "alert", alert)));
        if (!card.rows().isEmpty()) {
            HtmlContainer rows = Shape.tag("dl", "kv");
            card.rows().forEach(row -> rows.add(Shape.fact(row.label(), Shape.text("num", row.value()))));
            box.add(rows);
        }
        card.trouble().ifPresent(trouble -> {
            String why = trouble.problem().text(context.locale());
            Formats formats = new Formats(context.locale(), context.zone());
            String when = trouble.retryAt()
                    .map(at -> words.get("sources.retryAt", formats.clock(at)))
                    .orElse("");
            Press again = new Press("lnk", words.get("sources.retry")).test("source-retry");
            box.add(
                    Shape.tip("wa", "info", why + when),
                    again.does(() -> shown(panel, cards.askAgain(context.scope(), contact), contact, context)));
        });
        return box;
    }

    private static Component age(SourceCard card, ViewContext context, Words words) {
        if (card.state() == SourceCard.State.ASKING) {
            return Shape.text("xs t3", words.get("sources.asking"));
        }
        return card.asOf()
                .map(at -> {
                    Duration age = Duration.between(at, context.now());
                    String shown = new Formats(context.locale(), context.zone()).age(age);
                    boolean fresh = card.state() == SourceCard.State.FRESH;
                    return (Component) Shape.line(
                            "xs t3 row",
                            Shape.icon(fresh ? "check b12" : "clock b12"),
                            Shape.text("", fresh ? words.get("sources.fresh") : words.get("sources.aged", shown)));
                })
                .orElseGet(() -> Shape.text("", ""));
    }
}
