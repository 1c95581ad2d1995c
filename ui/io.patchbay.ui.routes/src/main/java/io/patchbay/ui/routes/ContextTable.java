// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.routes;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.command.Command;
import io.patchbay.camel.api.RouteContext;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Each bundle and file with its routes: state, figures, last failure, start and stop. */
final class ContextTable extends Div {
    private final ViewContext context;
    private final Words words;
    private final Consumer<Command> run;
    private final List<ContextCard> cards = new ArrayList<>();
    private Optional<List<ContextFacts>> drawn = Optional.empty();

    ContextTable(ViewContext context, Words words, Consumer<Command> run) {
        this.context = context;
        this.words = words;
        this.run = run;
        addClassName("vot");
    }

    /** Shows the contexts; what stays as it was is not drawn again. */
    void show(List<RouteContext> contexts) {
        List<ContextFacts> facts = contexts.stream().map(ContextFacts::of).toList();
        if (!drawn.equals(Optional.of(facts))) {
            drawn = Optional.of(facts);
            draw(facts);
        }
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).write(contexts.get(i));
        }
    }

    private void draw(List<ContextFacts> facts) {
        removeAll();
        cards.clear();
        if (facts.isEmpty()) {
            add(Vacant.page(words.get("none"), words.get("none.help")));
            return;
        }
        facts.forEach(one -> cards.add(new ContextCard(one, context, words, run)));
        cards.forEach(this::add);
        add(Shape.text("s t2", words.get("none.help")));
    }
}
