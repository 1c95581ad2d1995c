// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import io.patchbay.ui.kit.view.ViewContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments with their day and year, in the reader's zone. */
final class Times {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Times() {}

    static String text(Instant at, ViewContext context) {
        return FORM.format(at.atZone(context.zone()));
    }
}
