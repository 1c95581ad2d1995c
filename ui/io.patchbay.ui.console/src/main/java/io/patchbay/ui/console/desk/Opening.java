// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Stream;

/** What happens when a choice opens and closes; nothing of it comes between a quick hand and what it types. */
final class Opening {
    private static final String FOCUS =
            "$0.addEventListener('opened-changed', (event) => event.detail.value && setTimeout(() => this.focus()))";

    private Opening() {}

    /**
     * The first field has the focus as soon as the page has opened it; what was typed is gone when it closes, not when
     * it opens the next time: by then one may be typing.
     */
    static void of(Popover popover, Runnable fills, TextField first, TextField... others) {
        first.addAttachListener(come -> first.getElement().executeJs(FOCUS, popover.getElement()));
        List<TextField> fields =
                Stream.concat(Stream.of(first), Stream.of(others)).toList();
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                fills.run();
            } else {
                fields.forEach(TextField::clear);
            }
        });
    }
}
