// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.watch.Watch;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Interactions for readers: open ones from memory, the others folded from the journal. */
public final class JournalledInteractions implements Interactions {
    private final Journal journal;
    private final ContentVault vault;
    private final Database database;
    private final LiveBoard board;
    private final Messages messages;
    private final Files files;
    private final Masking masking;

    public JournalledInteractions(
            Journal journal,
            ContentVault vault,
            Database database,
            LiveBoard board,
            Files files,
            Predicate<String> sensitive) {
        this.journal = journal;
        this.vault = vault;
        this.database = database;
        this.board = board;
        this.messages = new Messages(vault);
        this.files = files;
        masking = new Masking(sensitive);
    }

    @Override
    public Optional<Interaction> find(Scope scope, InteractionId id) {
        Optional<Interaction> live = board.interactions().find(id);
        return live.or(() -> fold(List.of(id)).stream().findFirst())
                .filter(found -> visible(scope, found))
                .map(found -> masking.seen(scope, found));
    }

    private List<Interaction> fold(Collection<InteractionId> ids) {
        return ids.isEmpty()
                ? List.of()
                : new Folding(vault)
                        .take(journal.of(ids)).interactions().values().stream()
                                .map(LiveInteraction::view)
                                .toList();
    }

    /** One's own contacts always; others with the right and in one's units. */
    private static boolean visible(Scope scope, Interaction interaction) {
        boolean mine =
                scope.reader().filter(user -> worked(interaction, user.value())).isPresent();
        return mine
                || scope.may(Permissions.RECORDS, interaction.place())
                || (open(interaction) && scope.may(Permissions.FLOOR, interaction.place()));
    }

    private static boolean worked(Interaction interaction, String user) {
        AgentId agent = new AgentId(user);
        return interaction.assignments().stream()
                        .anyMatch(assignment -> assignment.agent().equals(agent))
                || interaction.participants().stream().anyMatch(one -> one.id().equals(PartyId.of(agent)));
    }

    private static boolean open(Interaction interaction) {
        return interaction.state() != InteractionState.CLOSED;
    }

    @Override
    public List<Interaction> list(Scope scope, InteractionFilter filter) {
        Map<InteractionId, Interaction> found = new LinkedHashMap<>();
        board.interactions().all().stream()
                .filter(interaction -> matches(interaction, filter))
                .forEach(interaction -> found.put(interaction.id(), interaction));
        if (filter.state().isEmpty() || filter.state().get() == InteractionState.CLOSED) {
            List<InteractionId> past = new ArrayList<>(query(scope, filter));
            Set<InteractionId> live =
                    board.interactions().all().stream().map(Interaction::id).collect(Collectors.toSet());
            past.removeAll(live);
            fold(past).forEach(interaction -> found.put(interaction.id(), interaction));
        }
        return found.values().stream()
                .filter(interaction -> visible(scope, interaction))
                .sorted(Comparator.comparing((Interaction i) -> i.id().value(), Uuid7.BYTE_ORDER)
                        .reversed())
                .limit(filter.limit())
                .map(interaction -> masking.seen(scope, interaction))
                .toList();
    }

    private List<InteractionId> query(Scope scope, InteractionFilter filter) {
        try (Connection connection = database.dataSource().getConnection()) {
            return InteractionTable.find(connection, scope, filter);
        } catch (SQLException e) {
            throw new IllegalStateException("interactions cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean matches(Interaction interaction, InteractionFilter filter) {
        return filter.state().map(interaction.state()::equals).orElse(true)
                && filter.channel().map(interaction.contact().channel()::equals).orElse(true)
                && filter.queue().map(interaction.placement().queue()::equals).orElse(true)
                && (filter.customer().isEmpty() || filter.customer().equals(interaction.customer()))
                && filter.agent()
                        .map(agent -> worked(interaction, agent.value()))
                        .orElse(true)
                && filter.from()
                        .map(from -> !interaction.times().arrivedAt().isBefore(from))
                        .orElse(true)
                && filter.to()
                        .map(to -> interaction.times().arrivedAt().isBefore(to))
                        .orElse(true)
                && filter.after()
                        .map(after -> interaction.id().compareTo(after) < 0)
                        .orElse(true);
    }

    @Override
    public List<Interaction> open(Scope scope) {
        return board.interactions().all().stream()
                .filter(JournalledInteractions::open)
                .filter(interaction -> visible(scope, interaction))
                .sorted(Comparator.comparing(Interaction::id))
                .map(interaction -> masking.seen(scope, interaction))
                .toList();
    }

    @Override
    public List<Message> messages(Scope scope, InteractionId id) {
        return find(scope, id).isEmpty() ? List.of() : messages.messages(journal.of(List.of(id)));
    }

    @Override
    public List<Message> messages(Scope scope, ConversationId conversation) {
        var entries = journal.of(conversation);
        Set<InteractionId> seen = new Folding(vault)
                .take(entries).interactions().values().stream()
                        .map(LiveInteraction::view)
                        .filter(interaction -> visible(scope, interaction))
                        .map(Interaction::id)
                        .collect(Collectors.toSet());
        return messages.messages(entries.stream()
                .filter(entry -> entry.interaction().filter(seen::contains).isPresent())
                .toList());
    }

    @Override
    public Optional<InputStream> attachment(Scope scope, InteractionId id, AttachmentId attachment) throws IOException {
        boolean named = messages(scope, id).stream()
                .flatMap(message -> message.attachments().stream())
                .anyMatch(one -> one.id().equals(attachment));
        return named ? files.open(attachment) : Optional.empty();
    }

    /** Opens what messages name. */
    public interface Files {
        /** The bytes; empty if they are not there or erased. */
        Optional<InputStream> open(AttachmentId id) throws IOException;
    }

    @Override
    public List<Note> notes(Scope scope, InteractionId id) {
        return find(scope, id).isEmpty() ? List.of() : messages.notes(journal.of(List.of(id)));
    }

    @Override
    public Watch watch(Consumer<Interaction> listener) {
        return board.watchInteractions(listener);
    }

    @Override
    public Watch watchTyping(Consumer<InteractionId> listener) {
        return board.watchTyping(listener);
    }
}
