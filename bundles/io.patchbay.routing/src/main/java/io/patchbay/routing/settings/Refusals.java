// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
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

    static CommandResult reservedCode(String key) {
        return refused(
                Kind.INVALID,
                "reserved-code",
                "The key {0} is Patchbay''s own for wrap-ups in which nobody chose in time. Choose another.",
                "代码 {0} 由系统保留（超时未选），请换一个。",
                key);
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

    static CommandResult shortStep(int step, Duration lasts, Duration ring, Duration least) {
        return refused(
                Kind.INVALID,
                "short-step",
                "Step {0} lasts {1} s, shorter than the {2} s ring: it would end before the ring does. Begin the next"
                        + " step at {3} s or later, or drop the step.",
                "第 {0} 步只有 {1} 秒，短于振铃时限 {2} 秒：振铃未完就会换步。请将下一步改为 ≥ {3} 秒，或删去本步。",
                step,
                text(lasts),
                text(ring),
                text(least));
    }

    static CommandResult unknownAgent(AgentId agent) {
        return refused(
                Kind.INVALID,
                "unknown-agent",
                "There is no agent {0} to be dedicated. Name people of the directory.",
                "没有坐席 {0}，不能设为专属。请填写已有人员。",
                agent);
    }

    static CommandResult halfDedicated() {
        return refused(
                Kind.INVALID,
                "half-dedicated",
                "Dedicated agents need a time, and the time needs agents: give both or neither.",
                "专属坐席与专属时长须同时填写，或都不填。");
    }

    static CommandResult halfClosed() {
        return refused(
                Kind.INVALID,
                "half-closed",
                "\"Another queue when closed\" needs that queue, and a queue needs that choice: give both or neither.",
                "“下班转其他队列”须填写目标队列；未选该方式时请清空目标队列。");
    }

    static CommandResult unknownTarget(QueueId queue) {
        return refused(
                Kind.INVALID,
                "unknown-target",
                "There is no queue {0} to overflow to. Name an existing one.",
                "没有可溢出到的队列 {0}，请填写已有队列。",
                queue);
    }

    static CommandResult loop(List<QueueId> path) {
        String way = path.stream().map(QueueId::value).collect(Collectors.joining(" → "));
        return refused(
                Kind.INVALID,
                "overflow-loop",
                "The ways out lead back: {0}. Take one of them out.",
                "溢出形成回路：{0}。请去掉其中一条。",
                way);
    }

    static CommandResult queueIsTarget(QueueId queue, Collection<QueueId> leading) {
        return refused(
                Kind.CONFLICT,
                "queue-is-target",
                "Other queues overflow to {0}: {1}. Take that out there first.",
                "队列 {0} 是以下队列的溢出目标：{1}。请先在其中去除。",
                queue,
                list(leading));
    }

    private static String text(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }

    static String list(Collection<?> things) {
        return things.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static CommandResult refused(Kind kind, String code, String english, String chinese, Object... values) {
        return new Refused(kind, Problem.of(code, english, chinese, values));
    }
}
