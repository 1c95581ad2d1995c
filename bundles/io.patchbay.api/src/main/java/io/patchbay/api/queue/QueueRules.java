// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a queue says beyond its skills and goal. Units and ranges are checked here; what it names is checked when it is
 * saved.
 *
 * @param preferred who is tried alone at first
 * @param overflow where else a contact goes, and when; the first that holds counts
 * @param overtaking wait after which nobody is taken before a contact any more, 10 s to 1 h
 * @param limits how much may wait
 * @param hours when it is open and what happens when it is not
 * @param callback whether customers may have their call back
 * @param strategy id of the routing strategy
 * @param rating what customers are asked afterwards
 * @param noAnswer what becomes of an agent who lets an offer ring out
 * @param codes keys of the wrap-up codes it offers, each with all beneath it; empty for all
 */
public record QueueRules(
        Preferred preferred,
        List<Overflow> overflow,
        Duration overtaking,
        Limits limits,
        Hours hours,
        CallbackOffer callback,
        String strategy,
        Rating rating,
        NoAnswer noAnswer,
        List<String> codes) {
    /** The strategy of queues that do not name one. */
    public static final String SLACK_FIRST = "slack-first";

    /** What a queue has where nobody said otherwise: always open, no overflow, overtaken for at most 2 minutes. */
    public static final QueueRules USUAL = new QueueRules(
            new Preferred(Duration.ZERO, List.of(), Duration.ZERO),
            List.of(),
            Duration.ofMinutes(2),
            new Limits(0, Duration.ZERO),
            new Hours(Optional.empty(), Closed.MESSAGE, Optional.empty(), Optional.empty()),
            new CallbackOffer(false, Duration.ofSeconds(60), 3, Duration.ofMinutes(10)),
            SLACK_FIRST,
            new Rating(false, Optional.empty()));

    /**
     * With the usual rule for agents who do not answer.
     *
     * @param preferred who is tried alone at first
     * @param overflow where else a contact goes, and when
     * @param overtaking wait after which nobody is taken before a contact any more
     * @param limits how much may wait
     * @param hours when it is open and what happens when it is not
     * @param callback whether customers may have their call back
     * @param strategy id of the routing strategy
     * @param rating what customers are asked afterwards
     */
    public QueueRules(
            Preferred preferred,
            List<Overflow> overflow,
            Duration overtaking,
            Limits limits,
            Hours hours,
            CallbackOffer callback,
            String strategy,
            Rating rating) {
        this(
                preferred,
                overflow,
                overtaking,
                limits,
                hours,
                callback,
                strategy,
                rating,
                new NoAnswer(NoAnswer.Then.NOT_READY, 1));
    }

    /**
     * With all wrap-up codes.
     *
     * @param preferred who is tried alone at first
     * @param overflow where else a contact goes, and when
     * @param overtaking wait after which nobody is taken before a contact any more
     * @param limits how much may wait
     * @param hours when it is open and what happens when it is not
     * @param callback whether customers may have their call back
     * @param strategy id of the routing strategy
     * @param rating what customers are asked afterwards
     * @param noAnswer what becomes of an agent who lets an offer ring out
     */
    public QueueRules(
            Preferred preferred,
            List<Overflow> overflow,
            Duration overtaking,
            Limits limits,
            Hours hours,
            CallbackOffer callback,
            String strategy,
            Rating rating,
            NoAnswer noAnswer) {
        this(preferred, overflow, overtaking, limits, hours, callback, strategy, rating, noAnswer, List.of());
    }

    public QueueRules {
        Objects.requireNonNull(preferred, "preferred");
        overflow = List.copyOf(overflow);
        within("overtaking seconds", overtaking.toSeconds(), 10, 3_600);
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(callback, "callback");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(rating, "rating");
        Objects.requireNonNull(noAnswer, "noAnswer");
        codes = List.copyOf(codes);
    }

    /**
     * The same rules with other wrap-up codes.
     *
     * @param offered keys of the codes offered; empty for all
     * @return the rules
     */
    public QueueRules offering(List<String> offered) {
        return new QueueRules(
                preferred, overflow, overtaking, limits, hours, callback, strategy, rating, noAnswer, offered);
    }

    /**
     * What becomes of an agent who lets an offer ring out. The contact keeps its place in any case.
     *
     * @param then what
     * @param times how many in a row make him not ready, 1 to 10; only for {@link Then#NOT_READY}. An accepted contact
     *     begins the count anew, and so does a restart
     */
    public record NoAnswer(Then then, int times) {
        public NoAnswer {
            Objects.requireNonNull(then, "then");
            within("times in a row", times, 1, 10);
        }

        /** What becomes of him. */
        public enum Then {
            /** He becomes not ready (no answer) after so many in a row; until then this contact is not his for 30 s. */
            NOT_READY,
            /** He stays ready; this contact is not his for 30 s. */
            READY
        }

        /**
         * Whether he becomes not ready.
         *
         * @param missed how many he has let ring out in a row, this one included
         * @return true if he does
         */
        public boolean notReady(int missed) {
            return then == Then.NOT_READY && missed >= times;
        }
    }

    /**
     * Who is tried alone before the steps count.
     *
     * @param officer how long a customer waits for his own officer, 0 s (not) to 600 s
     * @param dedicated agents of this queue who are tried next
     * @param dedicatedFor how long, 0 s (not) to 600 s
     */
    public record Preferred(Duration officer, List<AgentId> dedicated, Duration dedicatedFor) {
        public Preferred {
            within("officer seconds", officer.toSeconds(), 0, 600);
            dedicated = List.copyOf(dedicated);
            within("dedicated seconds", dedicatedFor.toSeconds(), 0, 600);
        }
    }

    /**
     * A way out of the queue.
     *
     * @param when what must hold
     * @param threshold its bound: seconds waited, contacts in the queue, percent of the goal, agents at work; 0 for
     *     closed
     * @param to the queue it goes to, with its place
     */
    public record Overflow(When when, int threshold, QueueId to) {
        public Overflow {
            Objects.requireNonNull(when, "when");
            within("threshold", threshold, when.least, when.most);
            Objects.requireNonNull(to, "to");
        }
    }

    /** What must hold for an overflow. */
    public enum When {
        /** The contact has waited so many seconds. */
        WAIT(1, 3_600),
        /** So many contacts were in the queue before it. */
        POSITION(1, 10_000),
        /** Fewer percent of today's contacts were answered in time. */
        SERVICE_LEVEL(1, 100),
        /** Fewer agents of the queue are at work. */
        STAFFING(1, 10_000),
        /** The queue's calendar is closed. */
        CLOSED(0, 0);

        private final int least;
        private final int most;

        When(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }

    /**
     * How much may wait.
     *
     * @param waiting most contacts that wait; 0 for any number. One more overflows, or is told so and let go
     * @param longest longest wait before a contact is told so and let go; 0 s for any, up to 24 h
     */
    public record Limits(int waiting, Duration longest) {
        public Limits {
            within("most waiting", waiting, 0, 10_000);
            within("longest wait, in seconds,", longest.toSeconds(), 0, 86_400);
        }
    }

    /**
     * When a queue is open.
     *
     * @param calendar its calendar; empty for always open
     * @param closed what happens to who comes while it is closed
     * @param instead the queue he goes to, for {@link Closed#QUEUE}
     * @param greeting what he is told first
     */
    public record Hours(
            Optional<String> calendar, Closed closed, Optional<QueueId> instead, Optional<Phrase> greeting) {
        public Hours {
            Objects.requireNonNull(calendar, "calendar");
            Objects.requireNonNull(closed, "closed");
            Objects.requireNonNull(instead, "instead");
            Objects.requireNonNull(greeting, "greeting");
        }
    }

    /** What happens to who comes while a queue is closed. */
    public enum Closed {
        /** What he wrote is kept and waits for the opening; a caller hears the greeting and is let go. */
        MESSAGE,
        /** He is called back when it opens. */
        CALLBACK,
        /** He goes to another queue. */
        QUEUE,
        /** He hears or reads the greeting and is let go. */
        END
    }

    /**
     * Whether and how customers have their call back.
     *
     * @param offered whether they may
     * @param after wait after which it is offered, 0 s to 3,600 s
     * @param tries most calls, 1 to 10
     * @param pause between two calls, 1 min to 24 h
     */
    public record CallbackOffer(boolean offered, Duration after, int tries, Duration pause) {
        public CallbackOffer {
            within("callback after, in seconds,", after.toSeconds(), 0, 3_600);
            within("tries", tries, 1, 10);
            within("pause, in minutes,", pause.toMinutes(), 1, 1_440);
        }
    }

    /**
     * What customers are asked when it is over.
     *
     * @param asked whether they are
     * @param question in text channels; empty for the usual words
     * @param of the best mark, 3 or 5; 1 is the worst
     */
    public record Rating(boolean asked, Optional<Phrase> question, int of) {
        public Rating {
            Objects.requireNonNull(question, "question");
            if (of != 3 && of != 5) {
                throw new IllegalArgumentException("the best mark must be 3 or 5 but is " + of);
            }
        }

        /**
         * Of five.
         *
         * @param asked whether they are asked
         * @param question in text channels; empty for the usual words
         */
        public Rating(boolean asked, Optional<Phrase> question) {
            this(asked, question, 5);
        }
    }

    /**
     * Words for customers.
     *
     * @param english up to 500 characters
     * @param chinese the same in zh-CN
     */
    public record Phrase(String english, String chinese) {
        public Phrase {
            within("English words", english.length(), 1, 500);
            within("Chinese words", chinese.length(), 1, 500);
        }

        /**
         * The words in a customer's language.
         *
         * @param locale the customer's
         * @return Chinese for any {@code zh}, else English
         */
        public String text(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }

    static void within(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + " but is " + value);
        }
    }
}
