// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueRules.Closed;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Step;
import io.patchbay.flow.Questions;
import io.patchbay.settings.api.Calendars.Opening;
import io.patchbay.spi.treatment.Treated;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HoursTreatmentTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

    private final Map<QueueId, QueueSettings> queues = new HashMap<>();
    private final Map<String, Opening> calendars = new HashMap<>();

    HoursTreatmentTest() {
        calendars.put("open", new Opening(true, "business hours", "营业时间", Optional.empty()));
        calendars.put("shut", new Opening(false, "National Day", "国庆节", Optional.of(MONDAY)));
    }

    private void queue(String id, String calendar, Closed closed, String instead) {
        QueueRules usual = QueueRules.USUAL;
        QueueRules rules = new QueueRules(
                usual.preferred(),
                usual.overflow(),
                usual.overtaking(),
                usual.limits(),
                new QueueRules.Hours(
                        Optional.of(calendar).filter(name -> !name.isEmpty()),
                        closed,
                        Optional.of(instead).filter(name -> !name.isEmpty()).map(QueueId::new),
                        Optional.empty()),
                usual.callback(),
                usual.strategy(),
                usual.rating());
        queues.put(
                new QueueId(id),
                new QueueSettings(
                        new QueueId(id),
                        id,
                        UnitId.ROOT,
                        List.of(new Step(Duration.ZERO, Map.of())),
                        0,
                        new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                        Duration.ofSeconds(15),
                        new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.NONE, Duration.ofMinutes(1)),
                        rules));
    }

    private Treated treat(String queue) {
        return new HoursTreatment(
                        id -> Optional.ofNullable(queues.get(id)),
                        (calendar, at) -> Optional.ofNullable(calendars.get(calendar)))
                .treat(Questions.call("+861012345678", queue, NOW));
    }

    @Test
    void anOpenQueueAndOneWithoutACalendarSayNothing() {
        queue("a", "open", Closed.END, "");
        queue("b", "", Closed.END, "");
        assertThat(treat("a")).isEqualTo(Treated.nothing());
        assertThat(treat("b")).isEqualTo(Treated.nothing());
        assertThat(treat("nowhere")).isEqualTo(Treated.nothing());
    }

    @Test
    void anUnknownCalendarCountsAsOpenAndSaysSo() {
        queue("a", "gone", Closed.END, "");
        Treated.ToQueue open = (Treated.ToQueue) treat("a");
        assertThat(open.queue()).isEmpty();
        assertThat(open.why().orElseThrow().english()).contains("gone", "counts as open");
    }

    @Test
    void aClosedQueueTellsWhyAndWhenItOpens() {
        queue("a", "shut", Closed.MESSAGE, "");
        Treated.Closed closed = (Treated.Closed) treat("a");
        assertThat(closed.action()).isEqualTo(Treated.Closed.Action.MESSAGE);
        assertThat(closed.opens()).contains(MONDAY);
        assertThat(closed.said().chinese()).contains("2026-11-23 09:00", "已保存");
        assertThat(closed.why().english()).contains("National Day", "2026-11-23 09:00");
        queue("a", "shut", Closed.END, "");
        assertThat(((Treated.Closed) treat("a")).action()).isEqualTo(Treated.Closed.Action.END);
    }

    @Test
    void aCallbackComesAtTheOpening() {
        queue("a", "shut", Closed.CALLBACK, "");
        Treated.CallBack call = (Treated.CallBack) treat("a");
        assertThat(call.at()).contains(MONDAY);
        assertThat(call.said().english()).contains("We will call you back");
    }

    @Test
    void anotherQueueIsTakenIfThatOneIsOpen() {
        queue("a", "shut", Closed.QUEUE, "b");
        queue("b", "open", Closed.END, "");
        Treated.ToQueue other = (Treated.ToQueue) treat("a");
        assertThat(other.queue()).contains(new QueueId("b"));
        assertThat(other.why().orElseThrow().chinese()).contains("a 非服务时间，转入 b");
    }

    @Test
    void closedQueuesThatPointAtEachOtherEnd() {
        queue("a", "shut", Closed.QUEUE, "b");
        queue("b", "shut", Closed.QUEUE, "a");
        assertThat(treat("a")).isInstanceOf(Treated.Closed.class);
        queue("c", "shut", Closed.QUEUE, "nowhere");
        assertThat(treat("c")).isInstanceOf(Treated.Closed.class);
    }
}
