// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.recording.Mark;
import io.patchbay.api.recording.Peaks;
import io.patchbay.api.recording.RecordedSound;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is told of a recording besides its sound. */
final class RecordedShape {
    private RecordedShape() {}

    static Map<String, Object> of(RecordedSound sound, Peaks peaks) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("durationMillis", sound.duration().toMillis());
        shape.put("fromMillis", peaks.from().toMillis());
        shape.put("toMillis", peaks.to().toMillis());
        shape.put("customer", peaks.customer());
        shape.put("agent", peaks.agent());
        shape.put("gaps", sound.gaps().stream().map(RecordedShape::gap).toList());
        return shape;
    }

    private static Map<String, Object> gap(RecordedSound.Gap gap) {
        return Map.of(
                "atMillis", gap.at().toMillis(),
                "lengthMillis", gap.length().toMillis(),
                "why", gap.why().name().toLowerCase(Locale.ROOT));
    }

    static Map<String, Object> of(Mark mark) {
        return Map.of(
                "mark", mark.id(),
                "atMillis", mark.at().toMillis(),
                "author", mark.author(),
                "setAt", mark.setAt().toString(),
                "text", mark.text());
    }
}
