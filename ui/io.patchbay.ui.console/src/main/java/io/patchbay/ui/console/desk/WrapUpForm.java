// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.queue.Code;
import io.patchbay.ui.console.desk.DeskModel.Front;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.Optional;

/** Code and notes after a contact; kept as a draft until completed. */
final class WrapUpForm extends Div {
    static final int NOTES = 4000;

    private final DeskPresenter presenter;
    private final Words words;
    private final InteractionId id;
    private final boolean fixed;
    private final Span kept;
    private final Div time = Shape.box("row g1");
    private List<Object> shown = List.of();
    private final TextArea notes = new TextArea();

    WrapUpForm(DeskServices services, Words words, DeskPresenter presenter, Front front) {
        this.presenter = presenter;
        this.words = words;
        this.id = front.contact().id();
        addClassName("wrapup");
        getElement()
                .setAttribute("data-testid", "wrapup")
                .setAttribute("role", "form")
                .setAttribute("aria-label", words.get("wrapup"));
        fixed = front.fixed();
        kept = Shape.text("xs t3", words.get("wrapup.kept"));
        Div head = Shape.box("row", Shape.badge("vi", "edit", words.get("wrapup")));
        String asked = front.codeNeeded() ? "wrapup.choose" : fixed ? "wrapup.fixed" : "wrapup.mayChoose";
        head.add(Shape.text("s t2", words.get(asked)), Shape.space(), time);
        CodeChooser choices = new CodeChooser(
                services.queues().tree(Code.Use.DISPOSITION),
                presenter.choices(id),
                chosen(),
                words,
                key -> presenter.keepDraft("code:" + id, key));
        notes.setPlaceholder(words.get("wrapup.notes"));
        notes.setAriaLabel(words.get("wrapup.notes"));
        notes.setMaxLength(NOTES);
        notes.setValue(presenter.draft("notes", id));
        notes.setValueChangeMode(ValueChangeMode.TIMEOUT);
        notes.addValueChangeListener(change -> presenter.keepDraft("notes:" + id, change.getValue()));
        notes.getElement().setAttribute("data-testid", "wrapup-notes");
        Press done = new Press("btn p", words.get(fixed ? "wrapup.save" : "wrapup.complete"))
                .test(fixed ? "wrapup-save" : "wrapup-complete")
                .guarded("wrapup " + id)
                .key("Ctrl+Enter", "Ctrl Enter");
        done.does(this::complete);
        add(head, choices, notes, Shape.box("row", kept, Shape.space(), done));
        show(front);
    }

    /** Its end has moved, or a supervisor was asked for more time. */
    void show(Front front) {
        List<Object> wanted = List.of(front.endsAt(), front.askedSeconds());
        if (wanted.equals(shown) || front.endsAt().isEmpty()) {
            return;
        }
        shown = wanted;
        time.removeAll();
        time.add(
                Shape.text("s t2", words.get("wrapup.left")),
                Running.until(front.endsAt().get()));
        if (front.askedSeconds() > 0) {
            time.add(Shape.badge("wa", "clock", words.get("wrapup.asked")));
        } else {
            time.add(new Press("btn q s", words.get("wrapup.extend"))
                    .test("wrapup-extend")
                    .guarded("extend " + id)
                    .does(() -> presenter.extend(id)));
        }
    }

    private String chosen() {
        return presenter.draft("code", id);
    }

    private void complete() {
        Optional<String> code = Optional.of(chosen()).filter(key -> !key.isEmpty());
        if (fixed) {
            presenter.choose(id, code, notes.getValue(), () -> kept.setText(words.get("wrapup.saved")));
            return;
        }
        presenter.complete(id, code, notes.getValue());
    }
}
