// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.event.RatingEvent;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * 满意请按1: when an agent's part is over and the customer is still there, he is asked, whoever ended it. He who goes or
 * says nothing is silent, and that is kept as such.
 */
final class Rated {
    /** How long a caller has from the begin of the question, which takes about half of it. */
    static final Duration BY_KEY = Duration.ofSeconds(20);

    /** How long a written answer counts. */
    static final Duration IN_WRITING = Duration.ofHours(24);

    private static final int ATTEMPTS_BY_KEY = 2;
    private static final WorkKind MAIL = new WorkKind("mail");
    private static final Actor CUSTOMER = new Actor.Customer();
    private static final Actor SYSTEM = new Actor.Part("core");

    private final SlotState state;
    private final Surroundings around;
    private final Arriving arriving;
    private final Ending ending;
    private final Messaging messaging;
    private final Ways ways;

    Rated(SlotState state, Surroundings around, Arriving arriving, Ending ending, Messaging messaging) {
        this.state = state;
        this.around = around;
        this.arriving = arriving;
        this.ending = ending;
        this.messaging = messaging;
        this.ways = new Ways(around);
    }

    /** Asks him, if his queue does and he can be asked; his agent wraps up meanwhile. Whether he is asked. */
    boolean asks(Turn turn, LiveInteraction contact, Actor actor) {
        Optional<QueueRules.Rating> rule = around.queue(contact.queue())
                .map(queue -> queue.rules().rating())
                .filter(asked -> asked.asked() && !contact.inner());
        Optional<LivePart> part = contact.engaged();
        boolean keys = keys(contact);
        if (rule.isEmpty() || part.isEmpty() || Callbacks.dialling(contact) || !(keys || reads(contact))) {
            return false;
        }
        int of = rule.get().of();
        Instant until = turn.now().plus(keys ? BY_KEY : IN_WRITING);
        turn.record(contact, new RatingEvent.Asked(part.get().agent(), of, 1, until), SYSTEM);
        ending.beginWrapUp(turn, contact, part.get(), actor);
        if (keys) {
            play(turn, contact, of);
        } else {
            say(turn, contact, question(contact, rule.get()));
        }
        silentLater(contact, until, turn.now());
        return true;
    }

    private boolean keys(LiveInteraction contact) {
        return state.session(contact.id()).filter(ChannelSession::rates).isPresent();
    }

    /** He can write back: no mails, and no short codes, behind which nobody reads. */
    private boolean reads(LiveInteraction contact) {
        boolean here = contact.byLetter()
                || state.session(contact.id()).filter(ChannelSession::reads).isPresent();
        return here
                && !contact.contact().kind().equals(MAIL)
                && !contact.contact().kind().equals(LiveInteraction.CALL)
                && contact.contact()
                        .from()
                        .filter(Address.ShortCode.class::isInstance)
                        .isEmpty();
    }

    private void play(Turn turn, LiveInteraction contact, int of) {
        Optional<ChannelSession> session = state.session(contact.id());
        turn.after(() -> session.ifPresent(remote -> remote.rate(of)));
    }

    private void silentLater(LiveInteraction contact, Instant until, Instant now) {
        Duration left = Duration.between(now, until);
        around.later(left.isNegative() ? Duration.ZERO : left, turn -> state.interaction(contact.id())
                .filter(here -> here.ratings()
                        .open()
                        .filter(asked -> asked.until().equals(until))
                        .isPresent())
                .ifPresent(here -> missed(turn, here)));
    }

    /** After a restart: a written answer still counts. */
    void goOn(Turn turn, LiveInteraction contact) {
        contact.ratings().open().ifPresent(asked -> silentLater(contact, asked.until(), turn.now()));
    }

    /** Takes a key of a caller who is asked; whether it was one. */
    boolean take(Turn turn, LiveInteraction contact, ChannelSignal signal) {
        Optional<RatingEvent.Asked> asked = contact.ratings().open();
        if (asked.isEmpty() || !(signal instanceof ChannelSignal.DigitPressed key) || !keys(contact)) {
            return false;
        }
        int value = Character.digit(key.digit(), 10);
        if (value >= 1 && value <= asked.get().of()) {
            turn.record(
                    contact,
                    new RatingEvent.Given(
                            asked.get().agent(), value, asked.get().of()),
                    CUSTOMER);
            farewell(turn, contact);
        } else {
            missed(turn, contact);
        }
        return true;
    }

    /** Reads what he writes: a mark, or something for which he waits again at the end of the line. */
    void read(Turn turn, LiveInteraction contact, String text) {
        contact.ratings().open().filter(asked -> !keys(contact)).ifPresent(asked -> {
            int value = mark(text);
            if (value >= 1 && value <= asked.of()) {
                turn.record(contact, new RatingEvent.Given(asked.agent(), value, asked.of()), CUSTOMER);
                say(turn, contact, chinese(contact) ? "感谢您的评价。" : "Thank you for your answer.");
                ending.letGo(turn, contact, SYSTEM);
            } else {
                silence(turn, contact, CUSTOMER);
                arriving.enqueue(turn, contact, contact.queue(), Optional.empty(), CUSTOMER);
            }
        });
    }

    /** A single digit, also a full-width one, with or without 分; 0 for anything else. */
    static int mark(String text) {
        String word = text.strip();
        if (word.endsWith("分")) {
            word = word.substring(0, word.length() - 1).strip();
        }
        return word.length() == 1 ? Math.max(0, Character.digit(word.charAt(0), 10)) : 0;
    }

    /** Nothing came in time, or a key that is no mark: a caller is asked once more, then it is silence. */
    private void missed(Turn turn, LiveInteraction contact) {
        RatingEvent.Asked asked = contact.ratings().open().orElseThrow();
        if (keys(contact) && asked.attempt() < ATTEMPTS_BY_KEY) {
            Instant until = turn.now().plus(BY_KEY);
            turn.record(contact, new RatingEvent.Asked(asked.agent(), asked.of(), asked.attempt() + 1, until), SYSTEM);
            play(turn, contact, asked.of());
            silentLater(contact, until, turn.now());
            return;
        }
        silence(turn, contact, SYSTEM);
        ending.letGo(turn, contact, SYSTEM);
    }

    /** An open question was not answered. */
    static void silence(Turn turn, LiveInteraction contact, Actor actor) {
        contact.ratings()
                .open()
                .ifPresent(asked -> turn.record(contact, new RatingEvent.Silent(asked.agent(), asked.of()), actor));
    }

    /** He is thanked, and then it is over. */
    private void farewell(Turn turn, LiveInteraction contact) {
        Optional<ChannelSession> session = state.session(contact.id());
        ending.remoteLeft(turn, contact, "agent", SYSTEM);
        turn.after(() -> session.ifPresent(remote -> remote.dismiss("rating-thanks")));
    }

    private void say(Turn turn, LiveInteraction contact, String words) {
        Ways.Choice choice = ways.of(contact, new InteractionCommand.SendMessage(contact.id(), words));
        if (choice.refusal().isEmpty()) {
            messaging.say(turn, contact, words, choice.way());
        }
    }

    private static boolean chinese(LiveInteraction contact) {
        return Locale.forLanguageTag(contact.contact().locale()).getLanguage().equals("zh");
    }

    private static String question(LiveInteraction contact, QueueRules.Rating rule) {
        Locale locale = Locale.forLanguageTag(contact.contact().locale());
        return rule.question()
                .map(words -> words.text(locale))
                .orElseGet(() -> chinese(contact)
                        ? "请为本次服务评分：回复 1 到 " + rule.of() + "，" + rule.of() + " 为最满意。"
                        : "How was our service? Answer with a number from 1 to " + rule.of() + "; " + rule.of()
                                + " is best.");
    }
}
