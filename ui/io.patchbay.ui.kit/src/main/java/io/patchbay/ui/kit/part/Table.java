// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import java.util.List;

/** A plain table: numbers at the right, one line a row, headings that stay. */
public final class Table extends HtmlContainer {
    private final HtmlContainer head = new HtmlContainer("tr");
    private final HtmlContainer body = new HtmlContainer("tbody");

    /**
     * A table without columns.
     *
     * @param label what it lists
     */
    public Table(String label) {
        super("table");
        getElement().setAttribute("aria-label", label);
        add(Shape.tag("thead", "", head), body);
    }

    /**
     * Adds a column.
     *
     * @param heading its words, may be empty
     * @param number whether it holds numbers
     * @return this
     */
    public Table column(String heading, boolean number) {
        HtmlContainer cell = Shape.tag("th", number ? "r" : "", heading);
        cell.getElement().setAttribute("scope", "col");
        head.add(cell);
        return this;
    }

    /** Takes all rows away. */
    public void clear() {
        body.removeAll();
    }

    /**
     * Adds a row.
     *
     * @param cells one a column; {@link #number} makes one of numbers
     * @return the row
     */
    public HtmlContainer row(List<? extends Component> cells) {
        HtmlContainer row = new HtmlContainer("tr");
        cells.forEach(row::add);
        body.add(row);
        return row;
    }

    /**
     * Adds a row that opens something.
     *
     * @param cells one a column
     * @param open what a press does
     * @return the row
     */
    public HtmlContainer row(List<? extends Component> cells, Runnable open) {
        HtmlContainer row = row(cells);
        row.addClassName("go");
        row.getElement().addEventListener("click", press -> open.run());
        return row;
    }

    /**
     * The row under the table.
     *
     * @param cells one a column
     */
    public void foot(List<? extends Component> cells) {
        HtmlContainer row = new HtmlContainer("tr");
        cells.forEach(row::add);
        add(Shape.tag("tfoot", "", row));
    }

    /**
     * A cell.
     *
     * @param content what is in it
     * @return the cell
     */
    public static HtmlContainer cell(Component... content) {
        return Shape.tag("td", "", content);
    }

    /**
     * A cell of words.
     *
     * @param text the words
     * @return the cell
     */
    public static HtmlContainer cell(String text) {
        return Shape.tag("td", "", text);
    }

    /**
     * A cell of numbers.
     *
     * @param text the number, formatted
     * @return the cell
     */
    public static HtmlContainer number(String text) {
        return Shape.tag("td", "r num", text);
    }

    /**
     * A cell of numbers.
     *
     * @param content the number
     * @return the cell
     */
    public static HtmlContainer number(Component content) {
        return Shape.tag("td", "r num", content);
    }
}
