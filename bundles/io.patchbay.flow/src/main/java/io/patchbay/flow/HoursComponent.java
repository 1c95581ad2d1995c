// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.access.Scope;
import io.patchbay.api.queue.QueueHours;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.flow.hours.HoursTreatment;
import io.patchbay.settings.api.Calendars;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The queues' hours, for the core and as a treatment. */
@Component(service = {Treatment.class, QueueHours.class})
public final class HoursComponent implements Treatment, QueueHours {
    private final Treatment treatment;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Calendars calendars;

    @Activate
    public HoursComponent(@Reference Queues queues) {
        treatment = new HoursTreatment(queue -> queues.queue(Scope.system(), queue), this::opening);
    }

    @Override
    public boolean open(QueueSettings queue, Instant at) {
        return queue.rules()
                .hours()
                .calendar()
                .flatMap(calendar -> opening(calendar, at))
                .map(Calendars.Opening::open)
                .orElse(true);
    }

    private Optional<Calendars.Opening> opening(String calendar, Instant at) {
        return Optional.ofNullable(calendars).flatMap(all -> all.opening(calendar, at));
    }

    @Override
    public String name() {
        return treatment.name();
    }

    @Override
    public int order() {
        return treatment.order();
    }

    @Override
    public Treated treat(TreatmentQuestion question) {
        return treatment.treat(question);
    }
}
