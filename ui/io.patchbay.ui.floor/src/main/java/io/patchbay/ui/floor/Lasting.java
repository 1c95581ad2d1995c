// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long things last: it runs on the live floor and stands still on a rewound one. */
record Lasting(Optional<Instant> then) {
    boolean rewound() {
        return then.isPresent();
    }

    Component since(Instant moment) {
        return then.<Component>map(at -> Shape.text("num", Formats.duration(Duration.between(moment, at))))
                .orElseGet(() -> Running.since(moment));
    }
}
