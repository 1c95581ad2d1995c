// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.patchbay.api.queue.QueueRules.NoAnswer.Then;
import io.patchbay.api.queue.QueueSettings.WrapUp.Mode;
import io.patchbay.ui.kit.part.Shape;
import java.util.List;

/** Wrap-up, offers that ring out, and what customers are asked, read out below. */
final class AfterPart implements Part {
    private final Editing editing;
    private final QueueDraft draft;
    private final Fields fields;
    private final Div said = Shape.box("");
    private final Div body;

    AfterPart(Editing editing) {
        this.editing = editing;
        this.draft = editing.draft;
        this.fields = editing.fields;
        said.getElement().setAttribute("data-testid", "read-after");
        body = Shape.box(
                "qpart",
                editing.group("group.wrapup", "g2", mode(), fields.amount(Amount.LIMIT)),
                missed(),
                rating(),
                said);
    }

    private Component mode() {
        Select<Mode> mode = fields.choice(
                "mode", List.of(Mode.values()), one -> word("mode." + one), draft.mode, chosen -> draft.mode = chosen);
        mode.setLabel(word("text.mode"));
        mode.setHelperText(word("mode." + draft.mode + ".help"));
        mode.addValueChangeListener(change -> mode.setHelperText(word("mode." + change.getValue() + ".help")));
        return mode;
    }

    private Component missed() {
        IntegerField times = fields.amount(Amount.TIMES);
        times.setVisible(draft.unanswered == Then.NOT_READY);
        Select<Then> then = fields.choice(
                "unanswered", List.of(Then.values()), one -> word("then." + one), draft.unanswered, chosen -> {
                    draft.unanswered = chosen;
                    times.setVisible(chosen == Then.NOT_READY);
                    if (chosen == Then.READY) {
                        times.setValue(1);
                    }
                });
        then.setLabel(word("text.then"));
        then.setHelperText(word("text.then.help"));
        return editing.group("group.missed", "g2", then, times);
    }

    private Component rating() {
        Checkbox asked = new Checkbox(word("text.rated"), draft.rated);
        asked.getElement().setAttribute("data-testid", "field-rated");
        asked.addValueChangeListener(change -> {
            draft.rated = change.getValue();
            editing.changed();
        });
        Select<Integer> best = fields.choice(
                "best",
                List.of(3, 5),
                one -> editing.words.get("best", String.valueOf(one)),
                draft.best,
                chosen -> draft.best = chosen);
        best.setLabel(word("text.best"));
        best.setHelperText(word("text.rated.help"));
        return editing.group(
                "group.rating",
                "col g3",
                asked,
                Shape.box("g2", best),
                Shape.box("g2", fields.area(Phrasing.RATE_CHINESE), fields.area(Phrasing.RATE_ENGLISH)));
    }

    private String word(String key) {
        return editing.words.get(key);
    }

    @Override
    public Component body() {
        return body;
    }

    @Override
    public void refresh(List<Fault> faults) {
        editing.said(
                said, new ReadOut(editing.words, editing.names).after(draft).strip());
    }
}
