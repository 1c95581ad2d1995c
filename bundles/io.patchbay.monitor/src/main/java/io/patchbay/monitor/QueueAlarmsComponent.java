// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor;

import io.patchbay.api.alarm.AlarmSource;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.settings.Parameters;
import io.patchbay.monitor.threshold.QueueAlarms;
import java.time.InstantSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Queues out of their bounds, as a source of alarms. */
@Component
public final class QueueAlarmsComponent implements AlarmSource {
    private final QueueAlarms alarms;

    @Activate
    public QueueAlarmsComponent(
            @Reference LiveQueues live, @Reference Queues queues, @Reference Parameters parameters) {
        alarms = new QueueAlarms(live, queues, parameters, InstantSource.system());
    }

    @Override
    public List<Health> wrong() {
        return alarms.wrong();
    }
}
