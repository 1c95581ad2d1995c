// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import io.patchbay.reporting.api.ReportTable.Unit;
import io.patchbay.ui.kit.text.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A report's values as people read them. */
final class Values {
    private final Formats formats;
    private final String noData;

    Values(Formats formats, String noData) {
        this.formats = formats;
        this.noData = noData;
    }

    String shown(Object value, Unit unit) {
        if (value instanceof Optional<?>) {
            return noData;
        } else if (value instanceof Instant at) {
            return formats.dated(at);
        } else if (value instanceof Number number) {
            return switch (unit) {
                case SHARE -> Formats.share(number.doubleValue());
                case SECONDS -> Formats.duration(Duration.ofSeconds(number.longValue()));
                default -> Formats.number(number.longValue());
            };
        }
        return String.valueOf(value);
    }

    static boolean numeric(Unit unit) {
        return unit == Unit.COUNT || unit == Unit.SECONDS || unit == Unit.SHARE;
    }
}
