// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Permissions;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.PermissionType;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the directory declares: the permissions of the interaction path, and what happens to people. */
@Component
public final class CoreDeclarations implements Declarations {
    static final List<PermissionType> PERMISSIONS = List.of(
            new PermissionType(Permissions.AGENT, "Take and answer contacts", "接听并处理联络"),
            new PermissionType(Permissions.FLOOR, "See queues, agents and contacts as they are now", "查看队列、坐席和联络的实时状态"),
            new PermissionType(Permissions.SUPERVISE, "Move or end contacts of other agents", "转移或结束其他坐席的联络"),
            new PermissionType(Permissions.RECORDS, "Read all contacts of the past", "查看全部历史联络"),
            new PermissionType(Permissions.RECORDINGS, "Hear recordings; every look is traced", "收听录音，每次收听留痕"),
            new PermissionType(Permissions.RECORDING_MARKS, "Set marks and notes in recordings", "在录音中添加批注"),
            new PermissionType(
                    Permissions.RECORDING_COPIES, "Take recordings out as files, for a purpose", "导出录音文件，须填写用途"),
            new PermissionType(Permissions.CUSTOMERS, "Read customers", "查看客户"),
            new PermissionType(Permissions.CUSTOMERS_EDIT, "Change customers", "修改客户"),
            new PermissionType(Permissions.UNMASKED, "See numbers and addresses in full", "查看完整号码和地址"),
            new PermissionType(Permissions.JOURNAL, "Read the journal and open its content", "查看日志并打开其内容"),
            new PermissionType(Permissions.REPORTS, "Read reports", "查看报表"),
            new PermissionType(Permissions.NAMES, "See customers' names in full", "查看客户完整姓名"),
            new PermissionType(Permissions.IDENTITY, "See identity documents in full", "查看完整证件号码"),
            new PermissionType(Permissions.PEOPLE_SEE, "See colleagues with what they may", "查看人员及其权限"),
            new PermissionType(Permissions.PEOPLE, "Change people, units and roles", "修改人员、机构和角色"),
            new PermissionType(Permissions.REVIEW_FIRST, "Give the first review of changes", "变更初审"),
            new PermissionType(Permissions.REVIEW_FINAL, "Give the final review of changes", "变更终审"),
            new PermissionType(
                    Permissions.RIGHTS_ASK, "Ask who could see something on a day of the past", "查询历史某日谁有权查看"),
            new PermissionType(Permissions.ROUTING, "Change queues, skills and codes", "修改队列、技能和代码"),
            new PermissionType(Permissions.OPERATE, "Operate the system", "运维系统"));

    @Override
    public List<PermissionType> permissions() {
        return PERMISSIONS;
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("person.saved", 1, "{actor} saved person {user}", "{actor} 保存了人员 {user}"),
                new EventWords("unit.saved", 1, "{actor} saved unit {unit}", "{actor} 保存了机构 {unit}"),
                new EventWords("role.saved", 1, "{actor} saved role {role}", "{actor} 保存了角色 {role}"),
                new EventWords("unit.removed", 1, "{actor} removed unit {unit}", "{actor} 删除了机构 {unit}"),
                new EventWords("role.removed", 1, "{actor} removed role {role}", "{actor} 删除了角色 {role}"),
                new EventWords("staffTerm.saved", 1, "{actor} saved {kind} {term}", "{actor} 保存了{kind} {term}"),
                new EventWords("staffTerm.removed", 1, "{actor} removed {kind} {term}", "{actor} 删除了{kind} {term}"),
                new EventWords(
                        "approval.asked",
                        1,
                        "{maker} asked for {command} of {subject}; it waits for review",
                        "{maker} 提交了对 {subject} 的 {command}，等待审核"),
                new EventWords(
                        "approval.changed",
                        1,
                        "The change {command} of {subject} asked for by {maker} is {stage}, by {actor}",
                        "{maker} 提交的对 {subject} 的 {command} 现为 {stage}，操作人 {actor}"),
                new EventWords(
                        "approval.skipped",
                        1,
                        "{actor} changed {subject} by {command} without review: nobody else may review yet",
                        "{actor} 以 {command} 修改了 {subject}，因尚无其他审核人而未经审核"),
                new EventWords("password.changed", 1, "{user} changed the password", "{user} 修改了密码"),
                new EventWords("signIn.succeeded", 1, "{user} signed in from {source}", "{user} 从 {source} 登录"),
                new EventWords(
                        "signIn.failed",
                        1,
                        "Someone from {source} failed to sign in as {user}",
                        "有人从 {source} 以 {user} 登录失败"),
                new EventWords(
                        "signIn.locked",
                        1,
                        "Sign-in as {user} from {source} is locked until {until}",
                        "从 {source} 以 {user} 登录已锁定至 {until}"));
    }
}
