// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Locale;

/** A list of things at the left, the form of the chosen one at the right. */
public final class ListAndForm extends Div {
    /** The address of a thing that is not there yet. */
    public static final String NEW = "~new";

    private final String base;
    private final String section;
    private final Words words;
    private final Div list = Shape.box("sl");
    private final List<Item> items;
    private final String selected;
    private final Press create;

    /**
     * One thing in the list.
     *
     * @param id its id
     * @param name its name
     * @param detail a few characters at the right
     * @param icon a name of the icon set
     * @param off whether it is out of use
     */
    public record Item(String id, String name, String detail, String icon, boolean off) {}

    /**
     * A list, and room for a form.
     *
     * @param base the list's address; a thing's has its id behind it
     * @param title what is listed
     * @param items what there is
     * @param selected the id of the chosen one; {@link #NEW} or another text for none
     * @param context the window and its reader
     */
    public ListAndForm(String base, String title, List<Item> items, String selected, ViewContext context) {
        this.base = base;
        this.section = base.substring(base.indexOf('/') + 1);
        this.words = Words.of(Terms.class, context.locale());
        this.items = items;
        this.selected = selected;
        addClassName("ad");
        create = new Press("btn s", words.get("form.new")).icon("plus b14").test("new-" + section);
        create.does(() -> context.go(Place.parse(base + "/" + NEW)));
        TextField search = new TextField();
        search.setPlaceholder(words.get("form.search"));
        search.setAriaLabel(words.get("form.search"));
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.addValueChangeListener(change -> fill(change.getValue()));
        Div head = Shape.box("h", Shape.text("", title), Shape.count("", items.size()), Shape.space(), create);
        add(Shape.box("side", head, Shape.box("sf", search), list));
        fill("");
    }

    private void fill(String typed) {
        String asked = typed.strip().toLowerCase(Locale.ROOT);
        list.removeAll();
        items.stream()
                .filter(item ->
                        (item.name() + " " + item.id()).toLowerCase(Locale.ROOT).contains(asked))
                .forEach(item -> list.add(link(item)));
        if (list.getChildren().findAny().isEmpty()) {
            list.add(Vacant.small(words.get(items.isEmpty() ? "form.list.none" : "form.list.noMatch")));
        }
    }

    private Component link(Item item) {
        var link = Shape.tag("a", item.off() ? "off" : "");
        link.setClassName("on", item.id().equals(selected));
        link.add(Shape.icon(item.icon()), Shape.text("el sp", item.name()), Shape.text("xs t3 nb", item.detail()));
        link.getElement()
                .setAttribute("href", base + "/" + item.id())
                .setAttribute("router-link", true)
                .setAttribute("data-testid", section + "-" + item.id());
        return link;
    }

    /**
     * Takes the button for new things away, where nothing can be made here.
     *
     * @return this
     */
    public ListAndForm fixed() {
        create.setVisible(false);
        return this;
    }

    /**
     * Puts the form beside the list.
     *
     * @param form of the chosen thing
     */
    public void form(Component form) {
        add(form);
    }
}
