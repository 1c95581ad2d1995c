// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.letter;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.command.Problem;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand.ReportMessage;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.core.path.Doorway;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.OverloadException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of messages that follow the journal, also long after their contact was closed. What then fails must not
 * stay unseen: it comes back as a contact of its conversation.
 */
public final class Reports {
    private static final Logger log = LoggerFactory.getLogger(Reports.class);
    private static final int LONGEST_SUBJECT = 400;

    private final Doorway door;
    private final Interactions interactions;
    private final Journal journal;
    private final InstantSource clock;
    private final Executor pool;

    Reports(Doorway door, Interactions interactions, Journal journal, InstantSource clock, Executor pool) {
        this.door = door;
        this.interactions = interactions;
        this.journal = journal;
        this.clock = clock;
        this.pool = pool;
    }

    /** Takes a report. */
    public CompletionStage<CommandResult> take(Actor actor, ReportMessage report) {
        return door.report(report, actor)
                .thenComposeAsync(
                        taken -> taken ? CompletableFuture.completedStage(new Done()) : late(actor, report), pool);
    }

    private CompletionStage<CommandResult> late(Actor actor, ReportMessage report) {
        Optional<Interaction> contact = interactions.find(Scope.system(), report.interaction());
        Optional<Message> message = interactions.messages(Scope.system(), report.interaction()).stream()
                .filter(it -> it.id().equals(report.message()))
                .findFirst();
        if (contact.isEmpty() || message.isEmpty()) {
            return CompletableFuture.completedStage(unknown(report));
        } else if (message.get().delivery() == report.delivery()) {
            return CompletableFuture.completedStage(new Done());
        }
        return journal.append(List.of(draft(actor, report, contact.get()))).thenApply(seq -> {
            if (report.delivery() == Message.Delivery.FAILED) {
                comeBack(contact.get(), message.get(), report.reason());
            }
            return new Done();
        });
    }

    private JournalDraft draft(Actor actor, ReportMessage report, Interaction contact) {
        MessageEvent event = Doorway.event(report);
        return new JournalDraft(
                clock.instant(),
                CoreEvents.type(event),
                CoreEvents.VERSION,
                new JournalDraft.Subject(Optional.of(contact.id()), Optional.of(contact.conversation())),
                actor.text(),
                contact.placement().unit(),
                0, // the provider's word, not the owner's
                CoreEvents.body(event),
                Optional.empty());
    }

    private void comeBack(Interaction contact, Message message, String reason) {
        Message.Way way = message.way();
        if (way.theirs().isEmpty()) {
            return;
        }
        String words = "未送达 / not delivered: " + reason;
        Arrival arrival = new Arrival(
                way.channel(),
                contact.contact().kind(),
                way.theirs().get(),
                way.ours(),
                contact.placement().queue(),
                Optional.of(contact.conversation()),
                Optional.of("failed-" + message.id()),
                new Arrival.About(
                        contact.contact().name(),
                        Optional.of(words.length() > LONGEST_SUBJECT ? words.substring(0, LONGEST_SUBJECT) : words),
                        contact.contact().locale()),
                List.of());
        try {
            door.open(arrival, new LetterSession(), List.of());
        } catch (OverloadException e) {
            log.warn("The failed message {} of {} could not be brought back", message.id(), contact.number(), e);
        }
    }

    private static CommandResult unknown(ReportMessage report) {
        return new CommandResult.Refused(
                CommandResult.Kind.NOT_FOUND,
                Problem.of(
                        "unknown-message",
                        "There is no message {0} in the contact {1}.",
                        "会话 {1} 中没有消息 {0}。",
                        report.message(),
                        report.interaction()));
    }
}
