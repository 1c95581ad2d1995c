// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import java.util.List;

/**
 * Something that keeps a draft from being saved.
 *
 * @param tab the part of the editor it is in
 * @param place the card or field it is at, for example {@code step-2}
 * @param word the key of its words
 * @param values what goes into them
 */
record Fault(Tab tab, String place, String word, List<String> values) {
    Fault {
        values = List.copyOf(values);
    }

    static Fault at(Tab tab, String place, String word, Object... values) {
        return new Fault(
                tab, place, word, List.of(values).stream().map(String::valueOf).toList());
    }
}
