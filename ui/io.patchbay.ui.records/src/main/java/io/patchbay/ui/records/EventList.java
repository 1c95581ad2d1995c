// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.CoreEventWords;
import io.patchbay.ui.kit.text.CoreEventWords.Line;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;

/** The journal of one interaction in words, with number and hash for who may read the journal. */
final class EventList extends HtmlContainer {
    private static final int HASH_SHOWN = 4;

    private final Archive archive;
    private final ViewContext context;
    private final CoreEventWords core;
    private final Formats formats;
    private final boolean hashes;

    EventList(List<JournalEntry> entries, Archive archive, ViewContext context, Words words) {
        super("section");
        this.archive = archive;
        this.context = context;
        formats = new Formats(context.locale(), context.zone());
        hashes = RecordDetail.seesHashes(context);
        core = new CoreEventWords(
                context.locale(),
                agent -> archive.agent(context.scope(), agent),
                queue -> archive.queue(context.scope(), queue),
                archive::skill,
                (key, at) -> archive.code(key, at, context.locale()));
        addClassNames("card", "jn");
        add(Shape.box("h", Shape.text("", words.get("events")), Shape.count("", entries.size())));
        if (entries.isEmpty()) {
            add(Vacant.small(words.get("events.none")));
            return;
        }
        var list = Shape.tag("ol", "tl jl");
        list.getElement().setAttribute("data-testid", "journal");
        entries.forEach(entry -> list.add(item(entry)));
        add(list);
    }

    private Component item(JournalEntry entry) {
        Line line = core.line(entry).orElseGet(() -> foreign(entry));
        Component icon = Shape.line(("ic " + line.tone()).trim(), Shape.icon(line.icon()));
        Div what = Shape.box("", Shape.tag("b", "", line.title()), Shape.tag("p", "t2", line.detail()));
        Div when = Shape.box("ar", Shape.box("num", formats.exact(entry.at())));
        if (hashes) {
            String hash = entry.hash();
            String shown = hash.length() > 2 * HASH_SHOWN
                    ? hash.substring(0, HASH_SHOWN) + "…" + hash.substring(hash.length() - HASH_SHOWN)
                    : hash;
            when.add(Shape.box("mono t3", "#" + entry.seq() + " · " + shown));
        }
        var item = Shape.tag("li", "", icon, what, when);
        item.getElement().setAttribute("data-type", entry.type());
        return item;
    }

    /** A line of another bundle, in its own words if it is still there. */
    private Line foreign(JournalEntry entry) {
        return archive.declarations().stream()
                .flatMap(declared -> declared.events().stream())
                .filter(type -> type.type().equals(entry.type()))
                .findFirst()
                .map(type -> new Line(type.words(type.upcast(entry), context.locale()), "", "info", ""))
                .orElseGet(() -> new Line(entry.type(), "", "info", ""));
    }
}
