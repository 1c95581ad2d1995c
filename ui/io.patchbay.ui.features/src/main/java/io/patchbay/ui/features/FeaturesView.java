// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.features;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.provision.api.FeatureLine;
import io.patchbay.provision.api.Features;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /features/NAME}: all features at the left, one of them at the right; follows whoever changes them. */
final class FeaturesView extends Div implements FollowsAddress {
    private final Supplier<Optional<Features>> features;
    private final ViewContext context;
    private final Words words;
    private final FeatureSide side;
    private final Div right = new Div();
    private List<FeatureLine> lines = List.of();
    private String selected = "";
    private Optional<FeatureDetail> open = Optional.empty();

    FeaturesView(Supplier<Optional<Features>> features, ViewContext context) {
        this.features = features;
        this.context = context;
        words = Words.of(FeaturesView.class, context.locale());
        side = new FeatureSide(words);
        addClassNames("view", "ad");
        right.getStyle().set("min-height", "0").set("min-width", "0");
        add(side, right);
        context.frame(new Div(), new Div());
        features.get().ifPresent(there -> context.untilGone(there.watch(() -> context.soon("features", this::read))));
        put(Vacant.loading(6));
        read();
    }

    @Override
    public void show(Place place) {
        selected = place.segment(1).orElse("");
        open = Optional.empty();
        draw();
    }

    private void read() {
        Optional<Features> now = features.get();
        if (now.isEmpty()) {
            put(Vacant.page(words.get("away.title"), words.get("away.words")));
            return;
        }
        context.load(() -> now.get().all(), all -> {
            lines = all;
            draw();
        });
    }

    private void draw() {
        side.show(lines, selected);
        if (lines.isEmpty()) {
            return;
        }
        Optional<FeatureLine> line =
                lines.stream().filter(one -> one.name().equals(selected)).findFirst();
        context.crumb(line.map(one -> FeatureSide.name(words, one)).orElse(""));
        if (line.isEmpty()) {
            put(Vacant.page(words.get("choose.title"), words.get("choose.words")));
        } else if (open.isPresent()) {
            open.get().show(line.get());
        } else {
            features.get().ifPresent(there -> {
                FeatureDetail detail = new FeatureDetail(there, context, words);
                open = Optional.of(detail);
                detail.show(line.get());
                put(detail);
            });
        }
    }

    private void put(Component shown) {
        right.removeAll();
        right.add(shown);
    }
}
