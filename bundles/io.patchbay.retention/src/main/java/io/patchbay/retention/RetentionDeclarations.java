// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention;

import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.PermissionType;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What retention asks for and writes. */
@Component
public final class RetentionDeclarations implements Declarations {
    @Override
    public List<PermissionType> permissions() {
        return List.of(
                new PermissionType(RetentionCommand.HOLD, "Place and lift legal holds", "设置和解除法律保全"),
                new PermissionType(RetentionCommand.ERASE, "Erase a person", "清除个人信息"),
                new PermissionType(RetentionCommand.RULES, "Change retention rules", "修改保留规则"),
                new PermissionType(RetentionCommand.RUN, "See and run expiry", "查看和执行到期清除"));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("retention.held", 1, "Legal hold placed, case {case}", "设置法律保全，案号 {case}"),
                new EventWords("retention.lifted", 1, "Legal hold lifted, case {case}", "解除法律保全，案号 {case}"),
                new EventWords(
                        "retention.ruleSet", 1, "Retention rule set: {class}, {days} days", "设置保留规则：{class}，{days} 天"),
                new EventWords("retention.ruleRemoved", 1, "Retention rule ended: {class}", "终止保留规则：{class}"),
                new EventWords("retention.expiring", 1, "Records expire, batch {expiry}", "记录到期清除，批次 {expiry}"),
                new EventWords(
                        "retention.expired",
                        1,
                        "Expired: {conversations} conversations, {interactions} contacts, {customers} customers",
                        "已到期清除：往来 {conversations}，会话 {interactions}，客户 {customers}"),
                new EventWords(
                        "retention.kept",
                        1,
                        "Not expired: {held} records are under legal hold",
                        "未清除：{held} 条记录处于法律保全中"),
                new EventWords("retention.backupDeleted", 1, "Old backup {file} deleted", "已删除过期备份 {file}"),
                new EventWords("erasure.begun", 1, "Erasure of a person begun", "开始清除个人信息"),
                new EventWords("erasure.done", 1, "Person erased, {keys} keys destroyed", "个人信息已清除，销毁密钥 {keys} 个"),
                new EventWords(
                        "erasure.refused", 1, "Erasure refused: legal hold, case {case}", "拒绝清除：法律保全，案号 {case}"));
    }
}
