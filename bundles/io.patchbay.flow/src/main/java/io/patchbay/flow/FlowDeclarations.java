// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.flow.api.Appointments;
import io.patchbay.flow.api.Lists;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.FactType;
import io.patchbay.spi.event.PermissionType;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What this bundle asks for, finds out and writes. */
@Component
public final class FlowDeclarations implements Declarations {
    @Override
    public List<PermissionType> permissions() {
        return List.of(
                new PermissionType(Lists.SEE, "See the red and the black list", "查看红黑名单"),
                new PermissionType(Lists.EDIT, "Ask for changes of the red and the black list", "提交红黑名单修改"),
                new PermissionType(Appointments.BOOK, "See and book appointments", "查看与登记预约"));
    }

    @Override
    public List<FactType> facts() {
        return List.of(
                new FactType("flow.list", FactType.Type.TEXT, true, "List", "名单"),
                new FactType("flow.alarm", FactType.Type.FLAG, false, "Take care: black list", "注意：黑名单"));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords(
                        "list.saved", 1, "Entry of the {list} list saved, until {until}", "名单条目（{list}）已保存，至 {until}"),
                new EventWords("list.imported", 1, "{entries} entries of lists imported", "导入名单条目 {entries} 条"),
                new EventWords("list.removed", 1, "Entry of the {list} list removed", "名单条目（{list}）已删除"),
                new EventWords(
                        "appointment.booked", 1, "Appointment at {at} booked, queue {queue}", "已登记预约：{at}，队列 {queue}"),
                new EventWords("appointment.moved", 1, "Appointment moved to {at}", "预约改为 {at}"),
                new EventWords("appointment.cancelled", 1, "Appointment at {at} called off", "预约 {at} 已取消"),
                new EventWords("appointment.begun", 1, "Appointment at {at} has begun", "预约 {at} 已开始"),
                new EventWords("tier.saved", 1, "Rule {rule} of tiers saved", "客户等级规则 {rule} 已保存"),
                new EventWords("tier.removed", 1, "Rule {rule} of tiers removed", "客户等级规则 {rule} 已删除"));
    }
}
