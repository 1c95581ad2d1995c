// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueRules.CallbackOffer;
import io.patchbay.api.queue.QueueRules.Closed;
import io.patchbay.api.queue.QueueRules.Hours;
import io.patchbay.api.queue.QueueRules.Limits;
import io.patchbay.api.queue.QueueRules.NoAnswer;
import io.patchbay.api.queue.QueueRules.Phrase;
import io.patchbay.api.queue.QueueRules.Preferred;
import io.patchbay.api.queue.QueueRules.Rating;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueSettings.ServiceGoal;
import io.patchbay.api.queue.QueueSettings.WrapUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue while it is edited; it may be wrong. Owned by one window. */
final class QueueDraft {
    final boolean fresh;
    final StepList steps;
    final List<DraftWay> ways = new ArrayList<>();
    UnitId unit;
    WrapUp.Mode mode;
    String strategy;
    List<AgentId> dedicated;
    List<String> codes;
    Closed closed;
    Optional<QueueId> instead;
    boolean callback;
    NoAnswer.Then unanswered;
    boolean rated;
    int best;
    private final QueueSettings saved;
    private final Map<Amount, Optional<Integer>> amounts = new EnumMap<>(Amount.class);
    private final Map<Phrasing, String> texts = new EnumMap<>(Phrasing.class);

    private QueueDraft(QueueSettings queue, boolean fresh) {
        this.saved = queue;
        this.fresh = fresh;
        steps = new StepList(queue.steps());
        unit = queue.unit();
        mode = queue.wrapUp().mode();
        QueueRules rules = queue.rules();
        rules.overflow().forEach(way -> ways.add(DraftWay.of(way)));
        strategy = rules.strategy();
        dedicated = rules.preferred().dedicated();
        codes = rules.codes();
        closed = rules.hours().closed();
        instead = rules.hours().instead();
        callback = rules.callback().offered();
        unanswered = rules.noAnswer().then();
        rated = rules.rating().asked();
        best = rules.rating().of();
        texts.put(Phrasing.ID, fresh ? "" : queue.id().value());
        texts.put(Phrasing.NAME, fresh ? "" : queue.name());
        texts.put(Phrasing.CALENDAR, rules.hours().calendar().orElse(""));
        phrase(rules.hours().greeting(), Phrasing.CHINESE, Phrasing.ENGLISH);
        phrase(rules.rating().question(), Phrasing.RATE_CHINESE, Phrasing.RATE_ENGLISH);
        numbers(queue, rules);
    }

    private void phrase(Optional<Phrase> phrase, Phrasing chinese, Phrasing english) {
        texts.put(chinese, phrase.map(Phrase::chinese).orElse(""));
        texts.put(english, phrase.map(Phrase::english).orElse(""));
    }

    private void numbers(QueueSettings queue, QueueRules rules) {
        amount(Amount.PRIORITY, queue.priority());
        amount(Amount.SHARE, (int) Math.round(queue.goal().targetShare() * 100));
        amount(Amount.WITHIN, seconds(queue.goal().answerWithin()));
        amount(Amount.RING, seconds(queue.ring()));
        amount(Amount.LIMIT, seconds(queue.wrapUp().limit()));
        amount(Amount.OVERTAKING, seconds(rules.overtaking()));
        amount(Amount.OFFICER, seconds(rules.preferred().officer()));
        amount(Amount.DEDICATED, seconds(rules.preferred().dedicatedFor()));
        amount(Amount.WAITING, rules.limits().waiting());
        amount(Amount.LONGEST, seconds(rules.limits().longest()));
        amount(Amount.CALLBACK, seconds(rules.callback().after()));
        amount(Amount.TRIES, rules.callback().tries());
        amount(Amount.PAUSE, (int) rules.callback().pause().toMinutes());
        amount(Amount.TIMES, rules.noAnswer().times());
    }

    static QueueDraft of(QueueSettings queue) {
        return new QueueDraft(queue, false);
    }

    /** A queue that is not there yet, with the usual rules. */
    static QueueDraft fresh(UnitId unit) {
        return new QueueDraft(
                new QueueSettings(
                        new QueueId("new"),
                        "new",
                        unit,
                        Map.of(),
                        0,
                        new ServiceGoal(Duration.ofSeconds(20), 0.8),
                        Duration.ofSeconds(15),
                        new WrapUp(WrapUp.Mode.OPTIONAL, Duration.ofSeconds(60))),
                true);
    }

    Optional<Integer> amount(Amount which) {
        return amounts.get(which);
    }

    void amount(Amount which, Integer value) {
        amounts.put(which, Optional.ofNullable(value));
    }

    String text(Phrasing which) {
        return texts.get(which);
    }

    void text(Phrasing which, String value) {
        texts.put(which, value);
    }

    /** Whether it differs from what holds. */
    boolean changed() {
        return fresh || !settings().equals(saved);
    }

    /** As it would be saved; only while it has no fault. */
    QueueSettings settings() {
        return new QueueSettings(
                new QueueId(text(Phrasing.ID)),
                text(Phrasing.NAME).strip(),
                unit,
                steps.value(),
                number(Amount.PRIORITY),
                new ServiceGoal(duration(Amount.WITHIN), number(Amount.SHARE) / 100.0),
                duration(Amount.RING),
                new WrapUp(mode, duration(Amount.LIMIT)),
                rules().offering(codes));
    }

    private QueueRules rules() {
        return new QueueRules(
                new Preferred(duration(Amount.OFFICER), dedicated, duration(Amount.DEDICATED)),
                ways.stream().map(DraftWay::way).toList(),
                duration(Amount.OVERTAKING),
                new Limits(number(Amount.WAITING), duration(Amount.LONGEST)),
                hours(),
                new CallbackOffer(
                        callback,
                        duration(Amount.CALLBACK),
                        number(Amount.TRIES),
                        Duration.ofMinutes(number(Amount.PAUSE))),
                strategy,
                new Rating(rated, phrase(Phrasing.RATE_CHINESE, Phrasing.RATE_ENGLISH), best),
                new NoAnswer(unanswered, number(Amount.TIMES)));
    }

    private Hours hours() {
        return new Hours(
                Optional.of(text(Phrasing.CALENDAR).strip()).filter(calendar -> !calendar.isEmpty()),
                closed,
                instead,
                phrase(Phrasing.CHINESE, Phrasing.ENGLISH));
    }

    private Optional<Phrase> phrase(Phrasing chinese, Phrasing english) {
        String words = text(chinese).strip();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Phrase(text(english).strip(), words));
    }

    private int number(Amount which) {
        return amount(which).orElseThrow();
    }

    private Duration duration(Amount which) {
        return Duration.ofSeconds(number(which));
    }

    private static int seconds(Duration duration) {
        return (int) duration.toSeconds();
    }
}
