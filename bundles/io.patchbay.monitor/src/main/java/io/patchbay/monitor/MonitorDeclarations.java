// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor;

import io.patchbay.api.alarm.AlarmCommand;
import io.patchbay.api.alarm.Alarms;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.monitor.threshold.QueueThresholds;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.PermissionType;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The permissions about alarms and the words of their journal entries. */
@Component
public final class MonitorDeclarations implements Declarations {
    /** Made by the container. */
    public MonitorDeclarations() {}

    @Override
    public List<PermissionType> permissions() {
        return List.of(
                new PermissionType(Alarms.SEE, "See alarms", "查看告警"),
                new PermissionType(AlarmCommand.PERMISSION, "Acknowledge alarms", "确认告警"));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("alarm.raised", 1, "Alarm {part}: {english}", "告警 {part}：{chinese}"),
                new EventWords(
                        "alarm.escalated", 1, "Alarm {part} is critical: {english}", "告警 {part} 升级为严重：{chinese}"),
                new EventWords(
                        "alarm.acknowledged", 1, "Alarm {part} acknowledged by {actor}", "告警 {part} 已由 {actor} 确认"),
                new EventWords("alarm.cleared", 1, "Alarm {part} is over", "告警 {part} 已恢复"));
    }

    @Override
    public List<ParameterType> parameters() {
        return QueueThresholds.types();
    }
}
