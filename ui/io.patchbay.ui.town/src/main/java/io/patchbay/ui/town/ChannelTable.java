// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.demo.api.TownPace;
import io.patchbay.demo.api.TownState;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.Map;

/** What came of each channel since this start. */
final class ChannelTable extends Div {
    private static final List<String> COLUMNS = List.of("begun", "open", "handled", "abandoned", "failed");

    private final Terms terms;
    private final HtmlContainer rows = Shape.tag("tbody", "");
    private Map<ChannelKey, TownState.Tally> shown = Map.of();

    ChannelTable(Words words) {
        terms = new Terms(words.locale());
        addClassName("card");
        HtmlContainer head = Shape.tag("tr", "", Shape.tag("th", "", words.get("column.channel")));
        COLUMNS.forEach(column -> head.add(Shape.tag("th", "ar", words.get("column." + column))));
        HtmlContainer table = Shape.tag("table", "", Shape.tag("thead", "", head), rows);
        add(Shape.box("h", words.get("channels.title")), table);
    }

    void show(Map<ChannelKey, TownState.Tally> tallies) {
        if (tallies.equals(shown)) {
            return;
        }
        shown = tallies;
        rows.removeAll();
        for (ChannelKey channel : TownPace.CHANNELS) {
            TownState.Tally tally = tallies.get(channel);
            HtmlContainer row = Shape.tag(
                    "tr",
                    "",
                    Shape.tag(
                            "td",
                            "",
                            Shape.line(
                                    "row", Shape.icon(Terms.icon(channel)), Shape.text("", terms.channel(channel)))));
            row.getElement().setAttribute("data-testid", "town-" + channel);
            for (long figure :
                    new long[] {tally.begun(), tally.open(), tally.handled(), tally.abandoned(), tally.failed()}) {
                row.add(Shape.tag("td", figure == 0 ? "ar num t3" : "ar num", String.valueOf(figure)));
            }
            rows.add(row);
        }
    }
}
