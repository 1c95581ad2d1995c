// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.recording.RecordingsCheck;
import io.patchbay.store.KeyProof;
import io.patchbay.store.json.CanonicalJson;
import io.patchbay.store.recording.RecordingFiles;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the journal page by page and each recording at the entry that ended it. */
public final class RecordingVerification implements RecordingsCheck {
    private static final String BEGAN = "interaction.recordingBegan";
    private static final String ENDED = "interaction.recordingEnded";

    private final DataSource source;
    private final KeyProof keys;
    private final RecordingFiles files;
    private final InstantSource clock;

    /** Verifies these. */
    public RecordingVerification(DataSource source, KeyProof keys, RecordingFiles files, InstantSource clock) {
        this.clock = clock;
        this.source = source;
        this.keys = keys;
        this.files = files;
    }

    @Override
    public synchronized Report check(Consumer<Progress> progress) {
        Run run = new Run(new SecondsProof(files, progress), new StrayFiles(files, clock.instant()));
        try (Connection connection = source.getConnection()) {
            new RawJournal(connection).each(lines -> run.take(connection, lines));
            run.end(connection);
            return run.seconds.report();
        } catch (SQLException e) {
            throw new IllegalStateException("the journal cannot be read: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("the folder of recordings cannot be read: " + e.getMessage(), e);
        }
    }

    /** One run. What began and has not ended is still being written, or was left behind by a hard stop. */
    private final class Run {
        private final SecondsProof seconds;
        private final StrayFiles stray;
        private final Map<String, RawLine> open = new LinkedHashMap<>();

        Run(SecondsProof seconds, StrayFiles stray) {
            this.seconds = seconds;
            this.stray = stray;
        }

        void take(Connection connection, List<RawLine> lines) throws SQLException {
            List<RawLine> ours = lines.stream()
                    .filter(line -> line.type().equals(BEGAN) || line.type().equals(ENDED))
                    .toList();
            Map<ContentOwner, KeyProof.Stand> stands = stands(connection, ours);
            for (RawLine line : ours) {
                body(line).ifPresent(body -> {
                    String id = String.valueOf(body.get("recording"));
                    if (line.type().equals(BEGAN)) {
                        open.put(id, line);
                        stray.known(id);
                    } else {
                        open.remove(id);
                        seconds.ended(line, Written.of(body), erased(stands, line));
                    }
                });
            }
            if (!lines.isEmpty()) {
                stray.passed(Instant.ofEpochMilli(lines.get(lines.size() - 1).at()), seconds::stray);
            }
        }

        void end(Connection connection) throws SQLException {
            Map<ContentOwner, KeyProof.Stand> stands = stands(connection, List.copyOf(open.values()));
            open.forEach((id, line) -> seconds.running(line, id, erased(stands, line)));
            stray.end(seconds::stray);
        }
    }

    private Map<ContentOwner, KeyProof.Stand> stands(Connection connection, List<RawLine> lines) throws SQLException {
        return lines.isEmpty()
                ? Map.of()
                : keys.stands(
                        connection,
                        lines.stream().flatMap(line -> owner(line).stream()).collect(Collectors.toSet()));
    }

    private static Optional<ContentOwner> owner(RawLine line) {
        return line.interaction().map(id -> new ContentOwner(ContentOwner.Kind.INTERACTION, id));
    }

    private static boolean erased(Map<ContentOwner, KeyProof.Stand> stands, RawLine line) {
        return owner(line)
                .map(stands::get)
                .filter(KeyProof.Stand.DESTROYED::equals)
                .isPresent();
    }

    /** A line that cannot be read is the journal's own matter: patchbay:journal-verify names it. */
    private static Optional<Map<String, Object>> body(RawLine line) {
        try {
            Map<String, Object> body = CanonicalJson.read(line.body());
            RecordingId.parse(String.valueOf(body.get("recording")));
            return Optional.of(body);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What the entry that ended a recording says of it.
     *
     * @param recording which
     * @param seconds how much it holds
     * @param head its hash; empty if it could not be closed
     * @param whole whether nothing was known to be missing
     */
    record Written(RecordingId recording, int seconds, String head, boolean whole) {
        static Written of(Map<String, Object> body) {
            return new Written(
                    RecordingId.parse(String.valueOf(body.get("recording"))),
                    body.get("seconds") instanceof Number number ? number.intValue() : 0,
                    String.valueOf(body.get("head")),
                    !Boolean.FALSE.equals(body.get("whole")));
        }
    }
}
