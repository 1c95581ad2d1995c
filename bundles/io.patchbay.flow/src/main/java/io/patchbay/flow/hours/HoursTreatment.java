// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.hours;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.settings.api.Calendars.Opening;
import io.patchbay.spi.treatment.Sentence;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether anybody is there: the queue's calendar, and what its rules say of who comes outside it. A queue without a
 * calendar, or with one that nobody knows, is open.
 */
public final class HoursTreatment implements Treatment {
    private static final Logger log = LoggerFactory.getLogger(HoursTreatment.class);
    private static final ChannelKey APPOINTMENT = new ChannelKey("appointment");
    private static final int MOST_QUEUES = 5;

    private final Function<QueueId, Optional<QueueSettings>> queues;
    private final BiFunction<String, Instant, Optional<Opening>> calendars;

    /** {@code calendars} answers for a name and a moment; empty if it does not know the name. */
    public HoursTreatment(
            Function<QueueId, Optional<QueueSettings>> queues,
            BiFunction<String, Instant, Optional<Opening>> calendars) {
        this.queues = queues;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "flow.hours";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Treated treat(TreatmentQuestion question) {
        boolean agreed = question.contact().channel().equals(APPOINTMENT); // a time that was agreed is kept
        return agreed ? Treated.nothing() : look(question, question.queue(), new HashSet<>());
    }

    /** Follows closed queues to the first that is open; in a circle, the first one's words count. */
    private Treated look(TreatmentQuestion question, QueueId at, Set<QueueId> seen) {
        Optional<QueueSettings> queue = queues.apply(at);
        Optional<String> calendar = queue.flatMap(one -> one.rules().hours().calendar());
        if (calendar.isEmpty()) {
            return reached(question, at);
        }
        Optional<Opening> opening = calendars.apply(calendar.get(), question.now());
        if (opening.isEmpty()) {
            log.warn("Queue {} has the calendar {}, which does not exist: it counts as open", at, calendar.get());
            return unknown(question, at, calendar.get());
        } else if (opening.get().open()) {
            return reached(question, at);
        }
        QueueRules.Hours hours = queue.get().rules().hours();
        seen.add(at);
        Optional<QueueId> next = hours.instead()
                .filter(to -> hours.closed() == QueueRules.Closed.QUEUE
                        && queues.apply(to).isPresent()
                        && !seen.contains(to)
                        && seen.size() < MOST_QUEUES);
        return next.isPresent() ? look(question, next.get(), seen) : Closing.of(question, at, hours, opening.get());
    }

    private static Treated reached(TreatmentQuestion question, QueueId at) {
        return at.equals(question.queue())
                ? Treated.nothing()
                : to(
                        at,
                        Sentence.of(
                                "{0} is closed: goes to {1}",
                                "{0} 非服务时间，转入 {1}", question.queue().value(), at.value()));
    }

    private static Treated unknown(TreatmentQuestion question, QueueId at, String calendar) {
        return to(
                at.equals(question.queue()) ? Optional.empty() : Optional.of(at),
                Sentence.of(
                        "The calendar {0} of {1} does not exist: it counts as open",
                        "{1} 的日历 {0} 不存在，按开放处理", calendar, at.value()));
    }

    private static Treated to(QueueId queue, Sentence why) {
        return to(Optional.of(queue), why);
    }

    private static Treated to(Optional<QueueId> queue, Sentence why) {
        return new Treated.ToQueue(queue, 0, Optional.empty(), Map.of(), Optional.of(why));
    }
}
