// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.id.RecordingId;
import io.patchbay.store.recording.RecordingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which files lie among the recordings that no entry names. A day's names are kept until the journal is two days
 * further, so that memory holds a few days at most.
 */
final class StrayFiles {
    private static final int DAYS_KEPT = 2;
    private static final int JUST_MADE_SECONDS = 300;

    private final RecordingFiles files;
    private final Map<LocalDate, Set<String>> known = new TreeMap<>();
    private final Instant begin;
    private LocalDate looked = LocalDate.MIN;

    /** Looks from a moment on: {@code begin}. */
    StrayFiles(RecordingFiles files, Instant begin) {
        this.files = files;
        this.begin = begin;
    }

    void known(String id) {
        known.computeIfAbsent(RecordingFiles.day(RecordingId.parse(id)), day -> new HashSet<>())
                .add(id + RecordingFiles.SUFFIX);
    }

    /** The journal has come this far: the folders of days before are looked at. */
    void passed(Instant at, Consumer<String> stray) {
        LocalDate until = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(DAYS_KEPT);
        if (until.isAfter(looked)) {
            look(until, stray);
        }
    }

    void end(Consumer<String> stray) {
        look(LocalDate.MAX, stray);
    }

    private void look(LocalDate until, Consumer<String> stray) {
        try {
            for (LocalDate day : files.days()) {
                if (day.isAfter(looked) && !day.isAfter(until)) {
                    Set<String> ours = known.getOrDefault(day, Set.of());
                    List<String> names = files.names(day);
                    names.stream()
                            .filter(name -> !ours.contains(name) && !justMade(name))
                            .sorted()
                            .forEach(stray);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known.keySet().removeIf(day -> !day.isAfter(until));
        looked = until;
    }

    /** A file whose entry may have come after the journal was read. */
    private boolean justMade(String name) {
        try {
            RecordingId id = RecordingId.parse(name.replace(RecordingFiles.SUFFIX, ""));
            long millis = id.value().getMostSignificantBits() >>> 16;
            return millis > begin.minusSeconds(JUST_MADE_SECONDS).toEpochMilli();
        } catch (IllegalArgumentException foreign) {
            return false;
        }
    }
}
