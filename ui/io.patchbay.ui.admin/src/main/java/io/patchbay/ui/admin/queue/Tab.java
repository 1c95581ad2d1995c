// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of the editor; the lower-case name stands in the address. */
enum Tab {
    BASICS,
    STEPS,
    PRIORITY,
    OVERFLOW,
    WAITING,
    WRAPUP,
    PEOPLE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Tab> of(String key) {
        return Stream.of(values()).filter(tab -> tab.key().equals(key)).findFirst();
    }
}
