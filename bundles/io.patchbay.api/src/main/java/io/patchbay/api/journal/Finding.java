// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.journal;

import io.patchbay.api.command.Problem;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is not as it was written.
 *
 * @param seq the journal entry it is about, if it is about one
 * @param place what was altered: {@code entry}, {@code key}, {@code file}, {@code recording}, or a table's name
 * @param id which one, for example the entry's number, a file's id, a row's key
 * @param words what is wrong with it
 */
public record Finding(Optional<Long> seq, String place, String id, Problem words) {
    public Finding {
        Objects.requireNonNull(seq, "seq");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(words, "words");
    }
}
