// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.RoutingWords;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.Locale;

/** Why a contact went the way it went: a sentence for each reason in its journal, with the time. */
public final class WhyList extends Div {
    /**
     * The reasons among journal lines.
     *
     * @param entries the journal of one contact, oldest first
     * @param routing the words of reasons
     * @param formats for times
     * @param locale the reader's
     */
    public WhyList(List<JournalEntry> entries, RoutingWords routing, Formats formats, Locale locale) {
        getElement().setAttribute("data-testid", "why");
        for (JournalEntry entry : entries) {
            CoreEvents.read(entry).flatMap(routing::text).ifPresent(reason -> {
                Div line =
                        Shape.box("asg", Shape.text("xs t3 num", formats.clock(entry.at())), Shape.text("s", reason));
                line.getElement().setAttribute("data-type", entry.type());
                add(line);
            });
        }
        if (getComponentCount() == 0) {
            add(Vacant.small(Words.of(Words.class, locale).get("why.none")));
        }
    }

    /**
     * The heading over such a list.
     *
     * @param locale the reader's
     * @return one word or two
     */
    public static String title(Locale locale) {
        return Words.of(Words.class, locale).get("why");
    }
}
