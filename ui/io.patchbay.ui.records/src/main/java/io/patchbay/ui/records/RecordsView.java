// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.id.InteractionId;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Optional;

/** {@code /records} is the list, {@code /records/ID} one interaction. */
final class RecordsView extends Div implements FollowsAddress {
    private final Archive archive;
    private final ViewContext context;
    private final Words words;
    private Optional<RecordList> list = Optional.empty();

    RecordsView(Archive archive, ViewContext context) {
        this.archive = archive;
        this.context = context;
        words = Words.of(RecordsView.class, context.locale());
        addClassName("view");
    }

    @Override
    public void show(Place place) {
        removeAll();
        context.frame(new Div(), new Div());
        Optional<String> id = place.segment(1);
        if (id.isEmpty()) {
            context.crumb("");
            if (list.isEmpty()) {
                list = Optional.of(new RecordList(archive, context, words));
            }
            list.get().show(place);
            add(list.get());
        } else {
            open(id.get());
        }
    }

    private void open(String text) {
        InteractionId id;
        try {
            id = InteractionId.parse(text);
        } catch (IllegalArgumentException notAnId) {
            missing();
            return;
        }
        add(Vacant.loading(8));
        context.load(() -> RecordReading.read(archive, context, id), found -> {
            removeAll();
            found.ifPresentOrElse(record -> add(new RecordDetail(record, archive, context, words)), this::missing);
        });
    }

    private void missing() {
        Press back = new Press("btn p", words.get("back")).does(() -> context.go(Place.parse("records")));
        add(Vacant.page(words.get("missing.title"), words.get("missing.words"), back));
    }
}
