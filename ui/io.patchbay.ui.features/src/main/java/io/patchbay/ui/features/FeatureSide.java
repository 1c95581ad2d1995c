// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.features;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.provision.api.FeatureLine;
import io.patchbay.provision.api.Piece;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.Locale;

/** The list of features: those one works with first, then what carries them, then what could be installed. */
final class FeatureSide extends Div {
    /** The groups, in their order. */
    enum Group {
        CHANNELS,
        VIEWS,
        OTHERS,
        AVAILABLE
    }

    private final Words words;
    private final Div list = Shape.box("sl");
    private final Span count = Shape.count("", 0);
    private final TextField search = new TextField();
    private List<FeatureLine> lines = List.of();
    private String selected = "";

    FeatureSide(Words words) {
        this.words = words;
        addClassName("side");
        search.setPlaceholder(words.get("search"));
        search.setAriaLabel(words.get("search"));
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.addValueChangeListener(change -> fill());
        list.getElement().setAttribute("data-testid", "features");
        add(Shape.box("h", Shape.text("", words.get("title")), count), Shape.box("sf", search), list);
    }

    void show(List<FeatureLine> now, String chosen) {
        lines = now;
        selected = chosen;
        count.setText(String.valueOf(now.size()));
        fill();
    }

    private void fill() {
        String asked = search.getValue().strip().toLowerCase(Locale.ROOT);
        list.removeAll();
        for (Group group : Group.values()) {
            List<FeatureLine> members = lines.stream()
                    .filter(line -> group(line) == group)
                    .filter(line -> (line.name() + " " + name(words, line))
                            .toLowerCase(Locale.ROOT)
                            .contains(asked))
                    .toList();
            if (!members.isEmpty()) {
                Div head = Shape.box("xs t3", words.get("group." + group.name().toLowerCase(Locale.ROOT)));
                head.getStyle().set("padding", "12px 12px 4px");
                list.add(head);
                members.forEach(line -> list.add(link(line)));
            }
        }
        if (list.getChildren().findAny().isEmpty()) {
            list.add(Vacant.small(words.get("none")));
        }
    }

    private Component link(FeatureLine line) {
        var link = Shape.tag("a", line.state() == FeatureLine.State.AVAILABLE ? "off" : "");
        link.setClassName("on", line.name().equals(selected));
        link.add(Shape.icon(icon(line)), Shape.text("el sp", name(words, line)));
        if (line.ties().newer().isPresent()) {
            link.add(Shape.badge("pr", "up", words.get("newer")));
        } else if (line.state() == FeatureLine.State.TROUBLED) {
            link.add(Shape.badge("er", "alert", words.get("state.troubled")));
        }
        link.getElement()
                .setAttribute("href", "features/" + line.name())
                .setAttribute("router-link", true)
                .setAttribute("title", line.name())
                .setAttribute("data-state", line.state().wire())
                .setAttribute("data-testid", "feature-" + line.name());
        if (line.name().equals(selected)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    static Group group(FeatureLine line) {
        if (line.state() == FeatureLine.State.AVAILABLE) {
            return Group.AVAILABLE;
        } else if (has(line, Piece.Kind.CHANNEL)) {
            return Group.CHANNELS;
        }
        return has(line, Piece.Kind.VIEW) ? Group.VIEWS : Group.OTHERS;
    }

    private static boolean has(FeatureLine line, Piece.Kind kind) {
        return line.brings().stream().anyMatch(piece -> piece.kind() == kind);
    }

    private static String icon(FeatureLine line) {
        return switch (group(line)) {
            case CHANNELS -> "chat";
            case VIEWS -> "desk";
            case OTHERS -> "box";
            case AVAILABLE -> "dl";
        };
    }

    /** The name people know it by; a foreign one says it itself. */
    static String name(Words words, FeatureLine line) {
        String own = line.name().startsWith("patchbay-") ? line.name().substring("patchbay-".length()) : line.name();
        return words.or("name." + own, own);
    }
}
