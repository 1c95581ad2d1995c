// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace;

import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.PermissionType;
import io.patchbay.trace.api.BusinessActs;
import io.patchbay.trace.api.Exports;
import io.patchbay.trace.api.Trace;
import io.patchbay.trace.business.FinishedWords;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the trace asks for and writes. */
@Component
public final class TraceDeclarations implements Declarations {
    @Override
    public List<PermissionType> permissions() {
        return List.of(
                new PermissionType(Trace.SEE, "Read the trace of acts of one's units", "查看本机构的操作审计"),
                new PermissionType(BusinessActs.HANDLE, "Handle business on customers' accounts", "为客户账户办理业务"),
                new PermissionType(Exports.MAKE, "Take lists out of Patchbay as files", "导出清单文件"));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("business.begun", 1, "Business {kind} begun on an account", "开始办理业务 {kind}"),
                new FinishedWords(),
                new EventWords(
                        "export.made",
                        1,
                        "{count} rows of {what} exported for: {purpose}",
                        "导出 {what} {count} 行，用途：{purpose}"),
                new EventWords("export.refused", 1, "Export of {what} refused", "拒绝导出 {what}"),
                new EventWords(
                        "journal.opened",
                        1,
                        "Sealed content of the entries {first} to {last} opened",
                        "查看条目 {first} 至 {last} 的密封内容"));
    }
}
