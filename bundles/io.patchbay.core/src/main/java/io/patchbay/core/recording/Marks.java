// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.recording.Mark;
import io.patchbay.api.recording.RecordingCommand;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Marks in recordings. They are entries of the contact's journal, their text sealed under the contact's key: an erasure
 * of the contact erases them.
 */
public final class Marks {
    private static final String MARKED = "recording.marked";
    private static final String UNMARKED = "recording.unmarked";
    private static final int MOST = 200;

    private final Interactions interactions;
    private final Journal journal;
    private final ContentVault vault;
    private final InstantSource clock;

    /** Keeps them in a journal. */
    public Marks(Interactions interactions, Journal journal, ContentVault vault, InstantSource clock) {
        this.interactions = interactions;
        this.journal = journal;
        this.vault = vault;
        this.clock = clock;
    }

    /** Those of an interaction, for who may hear it, by place. */
    public List<Mark> of(Scope scope, InteractionId id) {
        return interactions
                .find(Scope.system(), id)
                .filter(contact -> SealedRecordings.hears(scope, contact))
                .map(contact -> read(id))
                .orElse(List.of());
    }

    private List<Mark> read(InteractionId id) {
        List<JournalEntry> entries = journal.of(List.of(id));
        Set<Object> removed = entries.stream()
                .filter(entry -> entry.type().equals(UNMARKED))
                .map(entry -> entry.body().get("mark"))
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> entry.type().equals(MARKED) && !removed.contains(Long.toString(entry.seq())))
                .flatMap(entry -> mark(entry).stream())
                .sorted(Comparator.comparing(Mark::at).thenComparing(Mark::id))
                .toList();
    }

    private Optional<Mark> mark(JournalEntry entry) {
        return entry.open((Confidential) entry.body().get("text"), vault)
                .map(text -> new Mark(
                        entry.seq(),
                        Duration.ofMillis(((Number) entry.body().get("atMillis")).longValue()),
                        entry.actor(),
                        entry.at(),
                        text));
    }

    /** Sets one. */
    public CompletionStage<CommandResult> set(Actor actor, RecordingCommand.SetMark command) {
        return heard(actor, command, contact -> {
            Duration length = length(contact);
            if (command.at().compareTo(length) > 0) {
                return refused(
                        CommandResult.Kind.INVALID,
                        Problem.of(
                                "outside",
                                "The recording has {1} ms; there is no place {0}. Choose one inside.",
                                "录音长 {1} 毫秒，没有 {0} 毫秒处。请选择录音之内的位置。",
                                Long.toString(command.at().toMillis()),
                                Long.toString(length.toMillis())));
            } else if (read(contact.id()).size() >= MOST) {
                return refused(
                        CommandResult.Kind.CONFLICT,
                        Problem.of(
                                "too-many-marks",
                                "This recording has {0} marks already; take one away first.",
                                "该录音已有 {0} 条批注，请先删除一条。",
                                Integer.toString(MOST)));
            }
            return append(
                    actor,
                    contact,
                    MARKED,
                    Map.of("atMillis", command.at().toMillis(), "text", new Confidential.Clear(command.text())));
        });
    }

    /** Takes one's own away. */
    public CompletionStage<CommandResult> remove(Actor actor, RecordingCommand.RemoveMark command) {
        return heard(actor, command, contact -> {
            Optional<Mark> mark = read(contact.id()).stream()
                    .filter(one -> one.id() == command.mark())
                    .findFirst();
            if (mark.isEmpty()) {
                return refused(
                        CommandResult.Kind.NOT_FOUND,
                        Problem.of(
                                "no-mark",
                                "There is no mark {0} in this recording.",
                                "该录音没有批注 {0}。",
                                Long.toString(command.mark())));
            } else if (!mark.get().author().equals(actor.text())) {
                return refused(
                        CommandResult.Kind.FORBIDDEN,
                        new Problem(
                                "not-yours",
                                "Only who set a mark takes it away. Set one beside it.",
                                "只有添加人可以删除批注，您可以在旁边另加一条。"));
            }
            return append(actor, contact, UNMARKED, Map.of("mark", Long.toString(command.mark())));
        });
    }

    private CompletionStage<CommandResult> heard(
            Actor actor, RecordingCommand command, Function<Interaction, CompletionStage<CommandResult>> done) {
        Optional<Interaction> contact = interactions
                .find(Scope.system(), command.interaction())
                .filter(one -> !one.recordings().isEmpty());
        if (contact.isEmpty()) {
            return refused(CommandResult.Kind.NOT_FOUND, Reasons.none());
        }
        return actor instanceof Actor.Person person && !may(person.scope(), contact.get())
                ? refused(CommandResult.Kind.FORBIDDEN, Reasons.forbidden())
                : done.apply(contact.get());
    }

    private static boolean may(Scope scope, Interaction contact) {
        return SealedRecordings.hears(scope, contact) && scope.may(Permissions.RECORDING_MARKS, contact.place());
    }

    /** As far as is known without the files; what runs lasts until now. */
    private Duration length(Interaction contact) {
        var begin = contact.recordings().get(0).beganAt();
        return contact.recordings().stream()
                .map(part -> Duration.between(begin, part.endedAt().orElseGet(clock::instant)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plusSeconds(1);
    }

    private CompletionStage<CommandResult> append(
            Actor actor, Interaction contact, String type, Map<String, Object> body) {
        JournalDraft act = JournalDraft.act(
                clock.instant(), type, actor, contact.placement().unit(), body);
        JournalDraft draft = new JournalDraft(
                act.at(),
                act.type(),
                act.version(),
                new JournalDraft.Subject(Optional.of(contact.id()), Optional.of(contact.conversation())),
                act.actor(),
                act.unit(),
                0,
                act.body(),
                Optional.of(new ContentOwner(
                        ContentOwner.Kind.INTERACTION, contact.id().value())));
        return journal.append(List.of(draft)).thenApply(seq -> new CommandResult.Done(Map.of("mark", seq)));
    }

    private static CompletionStage<CommandResult> refused(CommandResult.Kind kind, Problem problem) {
        return CompletableFuture.completedStage(new CommandResult.Refused(kind, problem));
    }
}
