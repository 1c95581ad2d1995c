// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.features;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.provision.api.FeatureLine;
import io.patchbay.provision.api.Features;
import io.patchbay.provision.api.Piece;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One feature: how it is, what it brings, who needs it, and what can be done. */
final class FeatureDetail extends Div {
    private final Features features;
    private final ViewContext context;
    private final Words words;
    private final Div head = Shape.box("eh");
    private final Div body = Shape.box("eb");
    private final Div facts = new Div();
    private final Div plan = new Div();
    private final Div foot = Shape.box("ef");
    private Optional<FeatureLine> shown = Optional.empty();

    FeatureDetail(Features features, ViewContext context, Words words) {
        this.features = features;
        this.context = context;
        this.words = words;
        addClassName("ed");
        getElement().setAttribute("data-testid", "feature-detail");
        facts.getStyle().set("display", "grid").set("gap", "20px");
        body.add(plan, facts);
        add(head, body, foot);
    }

    /** Shows it as it is now; drawn again only if something changed. */
    void show(FeatureLine line) {
        if (shown.equals(Optional.of(line))) {
            return;
        }
        boolean moved =
                shown.map(FeatureLine::state).filter(line.state()::equals).isEmpty();
        shown = Optional.of(line);
        getElement().setAttribute("data-state", line.state().wire());
        head.removeAll();
        head.add(Shape.tag("h2", "", FeatureSide.name(words, line)), badge(line), Shape.text("mono t2", line.name()));
        facts.removeAll();
        facts.add(facts(line), brings(line));
        if (moved) {
            plan.removeAll();
        }
        foot.removeAll();
        if (context.scope().may(FeatureCommand.PERMISSION)) {
            buttons(line);
        } else {
            foot.add(Shape.text("s t2", words.get("mayNot")));
        }
    }

    private Span badge(FeatureLine line) {
        String word = words.get("state." + line.state().wire());
        return switch (line.state()) {
            case RUNNING -> Shape.badge("ok", "check", word);
            case TROUBLED -> Shape.badge("er", "alert", word);
            case AVAILABLE -> Shape.badge("", "minus", word);
        };
    }

    private Component facts(FeatureLine line) {
        var section = Shape.tag("section", "");
        section.getStyle().set("display", "grid").set("gap", "12px");
        if (!line.problem().isEmpty()) {
            section.add(Shape.tip("er", "alert", line.problem()));
        }
        section.add(Shape.box("", words.or("about." + line.name(), line.about().description())));
        var list = Shape.tag("dl", "kv");
        String newer = line.ties()
                .newer()
                .map(version -> "  " + words.get("newer.is", version))
                .orElse("");
        list.add(Shape.fact(words.get("version"), Shape.text("num", line.version() + newer)));
        list.add(Shape.fact(
                words.get("repository"), Shape.text("mono", line.about().repository())));
        list.add(Shape.fact(words.get("needs"), links(line.ties().needs())));
        list.add(Shape.fact(words.get("neededBy"), links(line.ties().neededBy())));
        section.add(list);
        return section;
    }

    private Component links(Collection<String> names) {
        Span line = Shape.line("row nds");
        if (names.isEmpty()) {
            line.add(Shape.text("t3", words.get("nobody")));
        }
        for (String name : new TreeSet<>(names)) {
            var link = Shape.tag("a", "mono", name);
            link.getElement().setAttribute("href", "features/" + name).setAttribute("router-link", true);
            line.add(link);
        }
        return line;
    }

    private Component brings(FeatureLine line) {
        Table table = new Table(words.get("brings"));
        table.getStyle().set("width", "100%");
        table.column(words.get("brings"), false).column("", false);
        for (Piece.Kind kind : Piece.Kind.values()) {
            List<String> names = line.brings().stream()
                    .filter(piece -> piece.kind() == kind)
                    .map(Piece::name)
                    .toList();
            if (!names.isEmpty()) {
                Component all = Shape.box(
                        kind == Piece.Kind.CHANNEL || kind == Piece.Kind.VIEW ? "wr b" : "wr mono",
                        names.stream().collect(Collectors.joining(", ")));
                table.row(List.of(Table.cell(words.get("kind." + kind.wire()) + " " + names.size()), Table.cell(all)))
                        .addClassName("two");
            }
        }
        Div card = Shape.box("card", table);
        card.getStyle().set("overflow", "hidden");
        return Shape.tag("section", "", card);
    }

    private void buttons(FeatureLine line) {
        if (line.state() == FeatureLine.State.AVAILABLE) {
            foot.add(press("btn p", "install", () -> ask(new FeatureCommand.Install(line.name(), Optional.empty()))));
            return;
        }
        foot.add(press("btn", "uninstall", () -> ask(new FeatureCommand.Uninstall(line.name(), Optional.empty()))));
        if (line.ties().newer().isPresent()) {
            foot.add(press(
                    "btn p",
                    "update",
                    () -> ask(new FeatureCommand.Update(line.name(), line.ties().newer(), Optional.empty()))));
        }
    }

    private Press press(String classes, String what, Runnable action) {
        return new Press(classes, words.get(what)).test("feature-" + what).does(action);
    }

    /** What it would do stands there before it is done. */
    private void ask(FeatureCommand wish) {
        plan.removeAll();
        PlanCard card = new PlanCard(wish, context, words, plan::removeAll);
        plan.add(card);
        context.load(() -> features.plan(wish), card::show);
    }
}
