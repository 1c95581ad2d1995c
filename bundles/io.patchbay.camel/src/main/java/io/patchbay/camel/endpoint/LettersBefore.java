// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;

/** Ids of letters of a conversation, oldest first; read when a route looks, because most never do. */
final class LettersBefore extends AbstractList<String> {
    private final Supplier<List<String>> reading;
    private List<String> ids;

    LettersBefore(Supplier<List<String>> reading) {
        this.reading = reading;
    }

    private synchronized List<String> ids() {
        if (ids == null) {
            ids = reading.get();
        }
        return ids;
    }

    @Override
    public String get(int index) {
        return ids().get(index);
    }

    @Override
    public int size() {
        return ids().size();
    }
}
