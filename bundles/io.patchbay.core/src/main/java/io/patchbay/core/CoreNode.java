// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.CustomerIdentification;
import io.patchbay.api.floor.PastFloor;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.QueueHours;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.settings.Parameters;
import io.patchbay.api.watch.Watch;
import io.patchbay.core.command.ColleagueHandler;
import io.patchbay.core.command.DialHandler;
import io.patchbay.core.command.LetterHandlers;
import io.patchbay.core.command.PathHandlers;
import io.patchbay.core.content.KeptAttachments;
import io.patchbay.core.journal.CallsOut;
import io.patchbay.core.journal.RemoteContacts;
import io.patchbay.core.journal.SqlJournal;
import io.patchbay.core.letter.LetterRoom;
import io.patchbay.core.past.JournalledFloor;
import io.patchbay.core.path.CallbackVocabulary;
import io.patchbay.core.path.Doorway;
import io.patchbay.core.path.Known;
import io.patchbay.core.path.Numbers;
import io.patchbay.core.path.OutboundCap;
import io.patchbay.core.path.QueueGroup;
import io.patchbay.core.path.QueueGroups;
import io.patchbay.core.path.SettingsLook;
import io.patchbay.core.read.InteractionProjection;
import io.patchbay.core.read.JournalledInteractions;
import io.patchbay.core.read.LiveBoard;
import io.patchbay.core.read.QueueBoard;
import io.patchbay.core.read.QueueDay;
import io.patchbay.core.read.RecordedProjection;
import io.patchbay.core.read.WorkingAgents;
import io.patchbay.core.restart.Restart;
import io.patchbay.core.restart.Snapshots;
import io.patchbay.core.slot.Slot;
import io.patchbay.core.treat.Treatments;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.LetterBox;
import io.patchbay.spi.channel.Reach;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.event.FactType;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.store.Database;
import io.patchbay.store.content.ContentFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The core of one node, put together: plain Java, so that tests and benchmarks run the same thing as the container. */
public final class CoreNode implements AutoCloseable {
    private static final Set<String> SETTINGS = Set.of("person.saved", "queue.saved", "queue.removed", "matrix.saved");
    private static final Duration LOOK_EACH = Duration.ofSeconds(1);

    private static final Duration REMOTE_IDS = Duration.ofHours(24);

    private final Threads threads = new Threads();
    private final Known known;
    private final QueueGroups groups;
    private final Doorway intake;
    private final KeptAttachments attachments;
    private final LetterRoom letters;
    private final Interactions interactions;
    private final Agents agents;
    private final LiveQueues queueBoard;
    private final JournalledFloor pastFloor;
    private final List<CommandHandler<?>> handlers;
    private final InteractionProjection projection;
    private final RecordedProjection recorded;
    private final Snapshots snapshots;
    private final SettingsLook look;
    private final Watch settings;

    /** What a node is made of. */
    public record Parts(
            Database database,
            ContentVault vault,
            SqlJournal journal,
            Queues queues,
            People people,
            CustomerIdentification identification,
            Matching.Factory matching,
            Supplier<List<FactType>> facts,
            Supplier<List<Reach>> reach,
            Supplier<List<Channel>> channels,
            Supplier<Optional<QueueHours>> hours,
            Supplier<List<Treatment>> treatments,
            Path content,
            InstantSource clock) {}

    /** Puts it together, restores what was open, and goes to work. */
    public CoreNode(Parts parts) {
        LateBoard late = new LateBoard();
        known = new Known(
                parts.queues(),
                parts.people(),
                parts.clock(),
                late::agent,
                parts.facts(),
                parts.reach(),
                parts.channels(),
                late::serviceLevel,
                parts.hours(),
                new Treatments(parts.treatments(), threads.treatments(), threads.timers(), parts.clock()));
        LiveBoard board = new LiveBoard(new QueueDay(known), threads.teller());
        late.is(board);
        groups = new QueueGroups(
                known,
                (name, all) -> new QueueGroup(
                        new Slot(name, threads.slot(name), parts.journal(), parts.clock(), board),
                        parts.matching().create(),
                        threads.timers(),
                        known,
                        all));
        attachments = new KeptAttachments(new ContentFiles(parts.content(), parts.vault()), parts.clock());
        interactions = new JournalledInteractions(
                parts.journal(),
                parts.vault(),
                parts.database(),
                board,
                attachments::open,
                key -> sensitive(parts, key));
        agents = new WorkingAgents(board, known, groups);
        queueBoard = new QueueBoard(board, parts.queues(), known);
        pastFloor = pastFloor(parts);
        Numbers numbers = new Numbers();
        intake = new Doorway(
                groups,
                known,
                parts.journal(),
                numbers,
                parts.identification(),
                board::typing,
                remoteIds(parts),
                id -> past(id).map(Interaction::conversation),
                threads.teller());
        letters = new LetterRoom(
                parts.database(),
                parts.journal(),
                parts.vault(),
                parts.identification(),
                interactions,
                board.interactions(),
                intake,
                attachments,
                parts.clock(),
                threads.letters());
        handlers =
                new ArrayList<>(new PathHandlers(groups, known, parts.clock(), id -> past(id).isPresent()).handlers());
        handlers.addAll(LetterHandlers.of(letters));
        handlers.add(new DialHandler(intake));
        handlers.add(new ColleagueHandler(intake));
        known.outboundCap().made(callsOut(parts));
        look = new SettingsLook(known, groups);
        snapshots = new Restart(parts.journal(), parts.database(), parts.vault(), known, parts.clock())
                .restore(groups, numbers);
        projection = new InteractionProjection(parts.database(), parts.journal(), board.interactions());
        recorded = new RecordedProjection(parts.database(), parts.journal(), parts.vault());
        settings = parts.journal().follow("settings", parts.journal().head(), this::settingsChanged);
        lookLater();
    }

    /** What was, read by the rights of now; a node of the past knows no devices, channels or hours. */
    private JournalledFloor pastFloor(Parts parts) {
        return new JournalledFloor(
                parts.journal(),
                parts.vault(),
                parts.database(),
                parts.queues(),
                then -> new Known(
                        parts.queues(),
                        parts.people(),
                        then::get,
                        agent -> Optional.empty(),
                        parts.facts(),
                        List::of,
                        List::of,
                        queue -> Optional.empty(),
                        Optional::empty,
                        new Treatments(List::of, threads.treatments(), threads.timers(), parts.clock())),
                then -> new JournalledInteractions(
                        parts.journal(),
                        parts.vault(),
                        parts.database(),
                        then,
                        attachments::open,
                        key -> sensitive(parts, key)));
    }

    private static boolean sensitive(Parts parts, String key) {
        return parts.facts().get().stream()
                .anyMatch(type -> type.sensitive() && type.key().equals(key));
    }

    private static Map<String, InteractionId> remoteIds(Parts parts) {
        try (Connection connection = parts.database().dataSource().getConnection()) {
            return RemoteContacts.since(connection, parts.clock().instant().minus(REMOTE_IDS));
        } catch (SQLException e) {
            throw new IllegalStateException("the channels' ids cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<AgentId, List<Instant>> callsOut(Parts parts) {
        try (Connection connection = parts.database().dataSource().getConnection()) {
            return CallsOut.since(connection, parts.clock().instant().minus(OutboundCap.HOUR));
        } catch (SQLException e) {
            throw new IllegalStateException("the calls of the last hour cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<Interaction> past(InteractionId id) {
        return interactions.find(Scope.system(), id);
    }

    /** People and queues are tables: their entries say at once that something changed, a look each second what. */
    private void settingsChanged(List<JournalEntry> entries) {
        if (entries.stream().map(JournalEntry::type).anyMatch(SETTINGS::contains)) {
            look.look();
        }
    }

    private void lookLater() {
        Runnable unused = threads.timers().after(LOOK_EACH, () -> {
            look.look();
            lookLater();
        });
    }

    QueueGroups groups() {
        return groups;
    }

    /** The words by which customers ask for callbacks. */
    void callbackWords(CallbackVocabulary words) {
        known.vocabulary(words);
    }

    /** Where rules are read that units may change. */
    void parameters(Parameters parameters) {
        known.outboundCap().parameters(parameters);
    }

    /** A device of an agent came or went. */
    void reachChanged(AgentId agent) {
        groups.of(agent).reachChanged(agent);
    }

    /** A channel with devices came or went. */
    void reachChanged() {
        groups.all().forEach(QueueGroup::reachChanged);
    }

    /** Queues or people were changed: groups that no longer fit are made anew. */
    void regroup() {
        groups.regroup();
    }

    public Intake intake() {
        return intake;
    }

    public LetterBox letters() {
        return letters.box();
    }

    public Attachments attachments() {
        return attachments;
    }

    public Interactions interactions() {
        return interactions;
    }

    /** The floor as it was. */
    public PastFloor pastFloor() {
        return pastFloor;
    }

    public Agents agents() {
        return agents;
    }

    public LiveQueues queues() {
        return queueBoard;
    }

    /** The handlers of the interaction path's commands. */
    public List<CommandHandler<?>> handlers() {
        return handlers;
    }

    @Override
    public void close() {
        settings.close();
        letters.close();
        threads.close();
        projection.close();
        recorded.close();
        snapshots.close();
    }

    /** The board exists only after what asks it. */
    private static final class LateBoard {
        private LiveBoard board;

        void is(LiveBoard made) {
            board = made;
        }

        Optional<AgentState> agent(AgentId agent) {
            return board.agent(agent);
        }

        Optional<Double> serviceLevel(QueueId queue) {
            return board.day().counts(queue).serviceLevel();
        }
    }
}
