// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.recording.Copy;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.SoundPlayer;
import io.patchbay.ui.kit.text.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks what a copy of a recording is for and which stretch of it, and has the browser take it. */
final class CopyDialog extends Dialog {
    private static final Pattern PLACE = Pattern.compile("(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])");

    private final Words words;
    private final SoundPlayer player;
    private final TextArea purpose = new TextArea();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final Div trouble = Shape.box("");
    private final Press take;

    CopyDialog(SoundPlayer player, Words words) {
        this.player = player;
        this.words = words;
        setHeaderTitle(words.get("copy.title"));
        purpose.setLabel(words.get("copy.purpose"));
        purpose.setHelperText(words.get("copy.why"));
        purpose.setMaxLength(Copy.LONGEST_PURPOSE);
        purpose.setWidthFull();
        purpose.setAutofocus(true);
        purpose.getElement().setAttribute("data-testid", "copy-purpose");
        place(from, "from");
        place(to, "to");
        take = new Press("btn p", words.get("copy.take")).icon("dl").test("copy-take");
        take.does(this::take);
        setWidth("440px");
        add(purpose, Shape.box("row", from, to), trouble);
        getFooter().add(new Press("btn", words.get("cancel")).does(this::close), take);
    }

    private void place(TextField field, String name) {
        field.setLabel(words.get("copy." + name));
        field.setPlaceholder(words.get("copy." + name + ".all"));
        field.setWidthFull();
        field.getElement().setAttribute("data-testid", "copy-" + name);
    }

    private void take() {
        boolean silent = purpose.getValue().strip().length() < Copy.SHORTEST_PURPOSE;
        purpose.setInvalid(silent);
        purpose.setErrorMessage(words.get("copy.short"));
        if (!silent && readable(from) && readable(to)) {
            take.setEnabled(false);
            trouble.removeAll();
            player.copy(new Copy(purpose.getValue(), place(from.getValue()), place(to.getValue())), why -> {
                take.setEnabled(true);
                if (why.isEmpty()) {
                    close();
                } else {
                    trouble.add(Shape.tip("er", "alert", why));
                }
            });
        }
    }

    private boolean readable(TextField field) {
        boolean wrong = !field.getValue().isBlank() && place(field.getValue()).isEmpty();
        field.setInvalid(wrong);
        field.setErrorMessage(words.get("copy.place"));
        return !wrong;
    }

    /** A place as the player shows it: 3:51 or 1:02:40. */
    static Optional<Duration> place(String text) {
        Matcher place = PLACE.matcher(text.strip());
        if (!place.matches()) {
            return Optional.empty();
        }
        long hours = place.group(1) == null ? 0 : Long.parseLong(place.group(1));
        return Optional.of(Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(place.group(2)))
                .plusSeconds(Long.parseLong(place.group(3))));
    }
}
