// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.past;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.floor.PastFloor;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.Queues;
import io.patchbay.core.path.Known;
import io.patchbay.core.read.JournalledInteractions;
import io.patchbay.core.read.LiveBoard;
import io.patchbay.core.read.QueueBoard;
import io.patchbay.core.read.WorkingAgents;
import io.patchbay.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Folds the journal of a day up to a moment; a look nearby begins at a snapshot that an earlier one left. */
public final class JournalledFloor implements PastFloor {
    /** What agents did the evening before belongs to the night. */
    private static final Duration BEFORE = Duration.ofHours(12);

    private static final int PAGE = 2_000;
    private static final int OPEN = 2_000;
    private static final int LINES_OF = 500;

    private final Journal journal;
    private final ContentVault vault;
    private final Database database;
    private final Queues queues;
    private final Function<Supplier<Instant>, Known> known;
    private final Function<LiveBoard, JournalledInteractions> readers;
    private final FloorSnapshots snapshots = new FloorSnapshots();
    private final DayCurve curve = new DayCurve();

    /** {@code known} makes what the core knew with a clock; {@code readers} reads a board by right and masked. */
    public JournalledFloor(
            Journal journal,
            ContentVault vault,
            Database database,
            Queues queues,
            Function<Supplier<Instant>, Known> known,
            Function<LiveBoard, JournalledInteractions> readers) {
        this.journal = journal;
        this.vault = vault;
        this.database = database;
        this.queues = queues;
        this.known = known;
        this.readers = readers;
    }

    @Override
    public synchronized Moment at(Scope scope, Instant moment, DoubleConsumer progress) {
        Instant midnight = midnight(moment);
        FloorFold fold = snapshots
                .before(midnight, moment)
                .map(snapshot -> new FloorFold(vault, known, snapshot, lines(snapshot.open(), snapshot.seq())))
                .orElseGet(() -> begin(midnight.minus(BEFORE)));
        goOn(fold, midnight, moment, progress);
        List<QueueFigures> figures = new QueueBoard(fold.board(), queues, fold.known())
                .figures(scope).stream().map(JournalledFloor::withoutEstimate).toList();
        return new Moment(
                moment,
                figures,
                WorkingAgents.of(fold.board(), scope),
                readers.apply(fold.board()).open(scope),
                curve.until(moment, figures.stream().map(QueueFigures::queue).collect(Collectors.toSet())));
    }

    /** When the day of a moment began, where the centre is. */
    private Instant midnight(Instant moment) {
        ZoneId zone = known.apply(() -> moment).zone(UnitId.ROOT);
        return moment.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** What was told of waits went by a pace that nobody keeps. */
    private static QueueFigures withoutEstimate(QueueFigures one) {
        return new QueueFigures(
                one.queue(),
                one.waiting(),
                one.longestSince(),
                one.ready(),
                one.working(),
                one.today(),
                Optional.empty(),
                one.trend());
    }

    private void goOn(FloorFold fold, Instant midnight, Instant moment, DoubleConsumer progress) {
        Instant from = fold.now();
        double span = Math.max(1, Duration.between(from, moment).toMillis());
        while (true) {
            List<JournalEntry> page = journal.read(fold.seq(), PAGE);
            for (JournalEntry entry : page) {
                if (entry.at().isAfter(moment)) {
                    curve.pass(midnight, fold, moment);
                    fold.wait(moment);
                    return;
                }
                curve.pass(midnight, fold, entry.at());
                fold.next(entry);
            }
            if (page.size() < PAGE) {
                curve.pass(midnight, fold, moment);
                fold.wait(moment);
                return;
            }
            snapshots.offer(midnight, fold);
            progress.accept(Math.min(1, Duration.between(from, fold.now()).toMillis() / span));
        }
    }

    private FloorFold begin(Instant from) {
        long seq = before(from);
        FloorFold fold = new FloorFold(vault, known, seq, from);
        fold.begin(lines(open(from), seq));
        return fold;
    }

    /** What happened to some contacts up to a line. */
    private List<JournalEntry> lines(List<InteractionId> contacts, long seq) {
        List<JournalEntry> lines = new ArrayList<>();
        for (int at = 0; at < contacts.size(); at += LINES_OF) {
            journal.of(contacts.subList(at, Math.min(contacts.size(), at + LINES_OF))).stream()
                    .filter(line -> line.seq() <= seq)
                    .forEach(lines::add);
        }
        return lines;
    }

    /** The last line before a moment, found by halving; 0 if there is none. */
    private long before(Instant moment) {
        long low = 0;
        long high = journal.head();
        while (low < high) {
            long middle = (low + high) >>> 1;
            Optional<JournalEntry> next = journal.read(middle, 1).stream().findFirst();
            if (next.isPresent() && next.get().at().isBefore(moment)) {
                low = Math.max(middle + 1, next.get().seq());
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<InteractionId> open(Instant moment) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id from interaction where arrived_at < ? and (closed_at is"
                                + " null or closed_at >= ?) order by arrived_at desc limit " + OPEN)) {
            select.setLong(1, moment.toEpochMilli());
            select.setLong(2, moment.toEpochMilli());
            List<InteractionId> open = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    open.add(new InteractionId(rows.getObject(1, java.util.UUID.class)));
                }
            }
            return open;
        } catch (SQLException e) {
            throw new IllegalStateException("the past floor cannot be read: " + e.getMessage(), e);
        }
    }
}
