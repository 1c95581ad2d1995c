// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.form;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Asks what an export is for, once an export, and hands the file out. */
public final class PurposeDialog extends Dialog {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 200;

    private final TextArea purpose = new TextArea();
    private final Div trouble = Shape.box("");

    /**
     * A dialog, not yet open.
     *
     * @param locale the reader's language
     * @param asked gets the purpose; answers by {@link #give} or {@link #refuse}
     */
    public PurposeDialog(Locale locale, BiConsumer<PurposeDialog, String> asked) {
        Words words = Words.of(Terms.class, locale);
        setHeaderTitle(words.get("purpose.title"));
        purpose.setLabel(words.get("purpose.label"));
        purpose.setHelperText(words.get("purpose.why"));
        purpose.setMaxLength(LONGEST);
        purpose.setWidthFull();
        purpose.setAutofocus(true);
        purpose.getElement().setAttribute("data-testid", "purpose");
        Press make = new Press("btn p", words.get("purpose.make")).icon("dl").test("purpose-make");
        make.does(() -> {
            String text = purpose.getValue().strip();
            purpose.setInvalid(text.length() < SHORTEST);
            purpose.setErrorMessage(words.get("purpose.short"));
            if (text.length() >= SHORTEST) {
                asked.accept(this, text);
            }
        });
        setWidth("420px");
        add(purpose, trouble);
        getFooter().add(new Press("btn", words.get("purpose.cancel")).does(this::close), make);
    }

    /**
     * Hands a file out and closes.
     *
     * @param name its name
     * @param csv its text
     */
    public void give(String name, String csv) {
        close();
        UI.getCurrent().getPage().executeJs("window.patchbay.download($0, $1, 'text/csv;charset=utf-8')", name, csv);
    }

    /**
     * Says why there is no file.
     *
     * @param why in words
     */
    public void refuse(String why) {
        trouble.removeAll();
        trouble.add(Shape.tip("er", "alert", why));
    }
}
