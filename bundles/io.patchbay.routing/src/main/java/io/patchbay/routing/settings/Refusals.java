// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import java.util.Collection;
import java.util.stream.Collectors;

/** The words of every no about queues, skills and codes. */
final class Refusals {
    private Refusals() {}

    static CommandResult unknownSkill(Collection<SkillId> unknown, Collection<SkillId> known) {
        return refused(
                Kind.INVALID,
                "unknown-skill",
                "There is no skill {0}. Known skills: {1}. Add the skill first.",
                "没有技能 {0}。已有技能：{1}。请先添加该技能。",
                list(unknown),
                list(known));
    }

    static CommandResult unknownUnit(UnitId unit, Collection<UnitId> known) {
        return refused(
                Kind.INVALID,
                "unknown-unit",
                "There is no unit {0}. Choose one of: {1}.",
                "没有机构 {0}，请选择：{1}。",
                unit,
                list(known));
    }

    static CommandResult unknownQueue(QueueId queue) {
        return refused(Kind.NOT_FOUND, "unknown-queue", "There is no queue {0}.", "没有队列 {0}。", queue);
    }

    static CommandResult skillInUse(SkillId skill, Collection<QueueId> queues) {
        return refused(
                Kind.CONFLICT,
                "skill-in-use",
                "The skill {0} is asked for by: {1}. Take it out there first.",
                "技能 {0} 正被以下队列使用：{1}。请先在队列中去除。",
                skill,
                list(queues));
    }

    static CommandResult wordsDue(String key) {
        return refused(
                Kind.INVALID,
                "words-due",
                "The code {0} needs words in English and in Chinese.",
                "代码 {0} 需要同时填写中文和英文名称。",
                key);
    }

    private static String list(Collection<?> things) {
        return things.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static CommandResult refused(Kind kind, String code, String english, String chinese, Object... values) {
        return new Refused(kind, Problem.of(code, english, chinese, values));
    }
}
