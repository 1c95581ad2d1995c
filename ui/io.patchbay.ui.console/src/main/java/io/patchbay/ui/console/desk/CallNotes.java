// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.id.InteractionId;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;

/** Notes while talking; wrap-up begins with them. */
final class CallNotes extends Div {
    CallNotes(InteractionId call, Words words, DeskPresenter presenter) {
        addClassName("cmp");
        TextArea notes = new TextArea();
        notes.setPlaceholder(words.get("wrapup.notes"));
        notes.setAriaLabel(words.get("wrapup.notes"));
        notes.setMaxLength(WrapUpForm.NOTES);
        notes.setWidthFull();
        notes.setValue(presenter.draft("notes", call));
        notes.setValueChangeMode(ValueChangeMode.TIMEOUT);
        notes.addValueChangeListener(change -> presenter.keepDraft("notes:" + call, change.getValue()));
        notes.getElement().setAttribute("data-testid", "call-notes");
        add(notes, Shape.text("xs t3", words.get("callNotes.kept")));
    }
}
