// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.queue.Code;
import io.patchbay.ui.console.desk.DeskModel.Front;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Code and notes after a contact; kept as a draft until completed. */
final class WrapUpForm extends Div {
    static final int NOTES = 4000;

    private final DeskPresenter presenter;
    private final InteractionId id;
    private final Map<String, Press> codes = new LinkedHashMap<>();
    private final TextArea notes = new TextArea();

    WrapUpForm(DeskServices services, Words words, DeskPresenter presenter, Front front) {
        this.presenter = presenter;
        this.id = front.contact().id();
        addClassName("wrapup");
        getElement()
                .setAttribute("data-testid", "wrapup")
                .setAttribute("role", "form")
                .setAttribute("aria-label", words.get("wrapup"));
        Div head = Shape.box("row", Shape.badge("vi", "edit", words.get("wrapup")));
        head.add(
                Shape.text("s t2", words.get(front.codeNeeded() ? "wrapup.choose" : "wrapup.mayChoose")),
                Shape.space());
        front.endsAt().ifPresent(end -> head.add(Shape.text("s t2", words.get("wrapup.left")), Running.until(end)));
        Div choices = Shape.box("codes");
        choices.getElement().setAttribute("role", "group").setAttribute("aria-label", words.get("wrapup.code"));
        for (Code code : services.queues().codes(Code.Use.DISPOSITION)) {
            if (!code.retired()) {
                Press choice = new Press("btn s", code.text(words.locale())).test("wrapup-code-" + code.key());
                choice.does(() -> choose(code.key().equals(chosen()) ? "" : code.key()));
                codes.put(code.key(), choice);
                choices.add(choice);
            }
        }
        notes.setPlaceholder(words.get("wrapup.notes"));
        notes.setAriaLabel(words.get("wrapup.notes"));
        notes.setMaxLength(NOTES);
        notes.setValue(presenter.draft("notes", id));
        notes.setValueChangeMode(ValueChangeMode.TIMEOUT);
        notes.addValueChangeListener(change -> presenter.keepDraft("notes:" + id, change.getValue()));
        notes.getElement().setAttribute("data-testid", "wrapup-notes");
        Press done = new Press("btn p", words.get("wrapup.complete"))
                .test("wrapup-complete")
                .guarded("wrapup " + id)
                .key("Ctrl+Enter", "Ctrl Enter");
        done.does(this::complete);
        add(head, choices, notes, Shape.box("row", Shape.text("xs t3", words.get("wrapup.kept")), Shape.space(), done));
        choose(chosen());
    }

    private String chosen() {
        return presenter.draft("code", id);
    }

    private void choose(String key) {
        presenter.keepDraft("code:" + id, key);
        codes.forEach((code, press) -> {
            press.setClassName("on", code.equals(key));
            press.getElement().setAttribute("aria-pressed", String.valueOf(code.equals(key)));
        });
    }

    private void complete() {
        presenter.complete(id, Optional.of(chosen()).filter(key -> !key.isEmpty()), notes.getValue());
    }
}
