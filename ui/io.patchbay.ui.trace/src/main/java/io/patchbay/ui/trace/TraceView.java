// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.trace;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Optional;

/** {@code /audit} is the list, {@code /audit/SEQ} one act. */
final class TraceView extends Div implements FollowsAddress {
    private final Sources sources;
    private final ViewContext context;
    private final Words words;
    private Optional<TraceList> list = Optional.empty();

    TraceView(Sources sources, ViewContext context) {
        this.sources = sources;
        this.context = context;
        words = Words.of(TraceView.class, context.locale());
        addClassName("view");
    }

    @Override
    public void show(Place place) {
        removeAll();
        context.frame(new Div(), new Div());
        Optional<String> seq = place.segment(1);
        if (seq.isEmpty()) {
            context.crumb("");
            if (list.isEmpty()) {
                list = Optional.of(new TraceList(sources, context, words));
            }
            list.get().show(place);
            add(list.get());
        } else {
            open(seq.get());
        }
    }

    private void open(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            missing();
            return;
        }
        add(Vacant.loading(8));
        context.load(() -> sources.trace().entry(context.scope(), Long.parseLong(text)), this::opened);
    }

    private void opened(Optional<JournalEntry> entry) {
        removeAll();
        entry.ifPresentOrElse(act -> add(new ActDetail(act, sources, context, words)), this::missing);
    }

    private void missing() {
        Press back = new Press("btn p", words.get("back")).does(() -> context.go(Place.parse("audit")));
        add(Vacant.page(words.get("missing.title"), words.get("missing.words"), back));
    }
}
