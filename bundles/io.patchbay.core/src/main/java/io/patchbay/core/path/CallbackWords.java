// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Mask;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.core.model.LiveCallback;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.path.CallbackVocabulary.Wish;
import io.patchbay.core.slot.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Customers who write that they wish to be called back, in chat or by SMS, and what they are answered. */
final class CallbackWords {
    private static final Actor CUSTOMER = new Actor.Customer();
    /** The first message of a contact comes before it is in its queue. */
    private static final Duration SOON = Duration.ofMillis(200);

    private static final int LOOKS = 50;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Surroundings around;
    private final Known known;
    private final CallbackAsking asking;
    private final Messaging messaging;
    private final Ways ways;

    CallbackWords(Surroundings around, CallbackAsking asking, Messaging messaging) {
        this.around = around;
        this.known = around.known();
        this.asking = asking;
        this.messaging = messaging;
        this.ways = new Ways(around);
    }

    /** Does what a message asks for, if it does and its queue offers it. */
    void read(Turn turn, LiveInteraction contact, String text) {
        boolean offered = around.queue(contact.queue())
                .filter(queue -> queue.rules().callback().offered())
                .isPresent();
        if (offered && !contact.arrived().kind().equals(LiveInteraction.CALL)) {
            known.vocabulary().read(text).ifPresent(wish -> carryOut(turn, contact, wish, LOOKS));
        }
    }

    private void carryOut(Turn turn, LiveInteraction contact, Wish wish, int looks) {
        if (contact.queuedAt().isEmpty() && !contact.closed() && looks > 0) {
            around.later(SOON, later -> carryOut(later, contact, wish, looks - 1));
            return;
        }
        CommandResult result =
                wish instanceof Wish.Ask ask ? ask(turn, contact, ask) : asking.cancel(turn, contact.id(), CUSTOMER);
        if (!contact.closed()) {
            answer(turn, contact, result);
        }
    }

    private CommandResult ask(Turn turn, LiveInteraction contact, Wish.Ask wish) {
        Optional<Instant> at = wish.time()
                .map(time -> CallbackVocabulary.next(time, ZonedDateTime.ofInstant(turn.now(), zone(contact))));
        if (contact.callback().isPresent() && at.isPresent()) {
            return asking.move(turn, new InteractionCommand.MoveCallback(contact.id(), at.get()), CUSTOMER);
        }
        return asking.ask(turn, new InteractionCommand.AskCallback(contact.id(), wish.number(), at), CUSTOMER);
    }

    private ZoneId zone(LiveInteraction contact) {
        Optional<QueueSettings> queue = around.queue(contact.queue());
        return queue.map(known::zone).orElse(ZONE);
    }

    private void answer(Turn turn, LiveInteraction contact, CommandResult result) {
        Locale locale = Locale.forLanguageTag(contact.contact().locale());
        String words = result instanceof CommandResult.Refused refused
                ? refused.problem().text(locale)
                : taken(turn, contact, locale.getLanguage().equals("zh"));
        Ways.Choice choice = ways.of(contact, new InteractionCommand.SendMessage(contact.id(), words));
        if (choice.refusal().isEmpty()) {
            messaging.say(turn, contact, words, choice.way());
        }
    }

    private String taken(Turn turn, LiveInteraction contact, boolean chinese) {
        LiveCallback call = contact.callback().orElseThrow();
        String number = call.number()
                .map(Address::text)
                .map(text -> Mask.ending(text.substring(text.indexOf(':') + 1)))
                .orElse("");
        Optional<String> time = call.due()
                .filter(turn.now()::isBefore)
                .map(due -> DateTimeFormatter.ofPattern("MM-dd HH:mm").format(due.atZone(zone(contact))));
        if (chinese) {
            return "已为您保留位置，" + time.map(at -> "将于 " + at + " ").orElse("轮到您时") + "回电 " + number + "。回复“取消回电”可取消。";
        }
        return "You keep your place. We will call " + number + " "
                + time.map(at -> "at " + at).orElse("when it is your turn") + ". Write CALLBACK OFF to cancel.";
    }
}
