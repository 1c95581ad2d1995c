// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.html.Span;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.alarm.Alarms;
import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in the top bar, wherever one is, that something is wrong; a press opens the alarms. */
final class AlarmBell extends Span {
    private final Console console;
    private final Words words;
    private final Locale language;
    private final Span count = Shape.text("bd er num", "");
    private final Span said = Shape.text("el", "");
    private final Press press;
    private Optional<List<Alarm>> shown = Optional.empty();

    AlarmBell(Console console, Words words, Locale language, Runnable open) {
        this.console = console;
        this.words = words;
        this.language = language;
        press = new Press("btn g alarmbell", "").icon("bell").test("alarm-bell").does(open);
        press.add(count, said);
        press.getElement().setAttribute("aria-live", "polite");
        addClassName("row");
        add(press);
        setVisible(false);
    }

    static boolean isFor(Scope scope) {
        return scope.may(Alarms.SEE) || scope.may(Permissions.SUPERVISE) || scope.may(Permissions.OPERATE);
    }

    /** Looks at the alarms; draws only if they changed. */
    void look() {
        Optional<List<Alarm>> now = console.alarms().map(Alarms::open);
        if (!now.equals(shown)) {
            shown = now;
            draw(now.orElse(List.of()));
        }
    }

    private void draw(List<Alarm> open) {
        setVisible(!open.isEmpty());
        Optional<Alarm> first =
                open.stream().filter(alarm -> alarm.acknowledged().isEmpty()).findFirst();
        boolean critical = first.filter(alarm -> alarm.severity() == Alarm.Severity.CRITICAL)
                .isPresent();
        press.setClassName("er", critical);
        press.named(words.get("alarm.open", String.valueOf(open.size())));
        count.setText(String.valueOf(open.size()));
        count.setClassName("er", first.isPresent());
        said.setText(first.map(alarm -> alarm.problem().text(language)).orElse(""));
        press.getElement().setAttribute("data-alarms", String.valueOf(open.size()));
    }
}
