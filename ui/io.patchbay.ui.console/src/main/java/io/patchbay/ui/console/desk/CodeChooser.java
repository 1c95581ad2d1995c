// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.text.Initials;
import io.patchbay.ui.kit.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The wrap-up codes of a queue: buttons while they are few and without levels, else a list of paths to type in. */
final class CodeChooser extends Div {
    private static final int FEW = 8;

    private final CodeTree tree;
    private final Words words;
    private final Consumer<String> choose;
    private final Map<String, Press> presses = new LinkedHashMap<>();
    private String chosen;

    CodeChooser(CodeTree tree, List<Code> choices, String chosen, Words words, Consumer<String> choose) {
        this.tree = tree;
        this.words = words;
        this.choose = choose;
        this.chosen = chosen;
        addClassName("codes");
        if (choices.size() <= FEW
                && choices.stream().allMatch(code -> code.parent().isEmpty())) {
            buttons(choices);
        } else {
            add(list(choices));
        }
    }

    private void buttons(List<Code> choices) {
        getElement().setAttribute("role", "group").setAttribute("aria-label", words.get("wrapup.code"));
        for (Code code : choices) {
            Press press = new Press("btn s", code.text(words.locale())).test("wrapup-code-" + code.key());
            press.does(() -> press(code.key().equals(chosen) ? "" : code.key()));
            presses.put(code.key(), press);
            add(press);
        }
        mark();
    }

    private void press(String key) {
        chosen = key;
        mark();
        choose.accept(key);
    }

    private void mark() {
        presses.forEach((code, press) -> {
            press.setClassName("on", code.equals(chosen));
            press.getElement().setAttribute("aria-pressed", String.valueOf(code.equals(chosen)));
        });
    }

    private ComboBox<Code> list(List<Code> choices) {
        ComboBox<Code> list = new ComboBox<>();
        list.setAriaLabel(words.get("wrapup.code"));
        list.setPlaceholder(words.get("wrapup.code.find"));
        list.setWidthFull();
        list.setClearButtonVisible(true);
        list.setItemLabelGenerator(code -> tree.text(code.key(), words.locale()));
        list.setItems(this::fits, choices);
        choices.stream().filter(code -> code.key().equals(chosen)).findFirst().ifPresent(list::setValue);
        list.getElement().setAttribute("data-testid", "wrapup-code");
        list.addValueChangeListener(change -> choose.accept(
                Optional.ofNullable(change.getValue()).map(Code::key).orElse("")));
        return list;
    }

    /** Each word typed is in the path, in either language, or in its initials. */
    private boolean fits(Code code, String typed) {
        String chinese = tree.text(code.key(), Locale.CHINA);
        String text = (tree.text(code.key(), Locale.ENGLISH) + " " + chinese).toLowerCase(Locale.ROOT);
        String initials = Initials.of(chinese);
        return Stream.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(word -> text.contains(word) || initials.contains(word));
    }
}
