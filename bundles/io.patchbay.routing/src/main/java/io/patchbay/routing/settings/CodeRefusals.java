// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import static io.patchbay.routing.settings.Refusals.list;
import static io.patchbay.routing.settings.Refusals.refused;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.CodeTree;
import java.util.Collection;
import java.util.List;

/** The words of every no about the tree of codes. */
final class CodeRefusals {
    private CodeRefusals() {}

    static CommandResult flat(String key) {
        return refused(
                Kind.INVALID,
                "flat-parent",
                "Not-ready reasons have no levels: {0} cannot stand beneath another.",
                "示忙原因不分级：{0} 不能有上级。",
                key);
    }

    static CommandResult unknownParent(String parent, Collection<String> known) {
        return refused(
                Kind.INVALID,
                "unknown-parent",
                "There is no code {0} to stand beneath. Known codes: {1}.",
                "没有上级代码 {0}，已有：{1}。",
                parent,
                list(known));
    }

    static CommandResult circle(List<String> way) {
        return refused(
                Kind.INVALID,
                "circular-parent",
                "The code would stand beneath itself: {0}. Choose another parent.",
                "上级形成回路：{0}，请另选上级。",
                String.join(CodeTree.STEP, way));
    }

    static CommandResult retiredParent(String parent, String key) {
        return refused(
                Kind.CONFLICT,
                "retired-parent",
                "{0} is retired, so {1} could not be chosen beneath it. Bring {0} back first.",
                "{0} 已停用，其下的 {1} 无法选择。请先恢复 {0}。",
                parent,
                key);
    }

    static CommandResult tooDeep(String key, int levels) {
        return refused(
                Kind.INVALID,
                "deep-parent",
                "With {0} there the tree would have {1} levels; it may have {2}. Choose a parent further up.",
                "{0} 放在此处将有 {1} 级，最多 {2} 级，请选择更高的上级。",
                key,
                Integer.toString(levels),
                Integer.toString(CodeTree.DEEPEST));
    }

    static CommandResult codesBeneath(String key, Collection<String> beneath) {
        return refused(
                Kind.CONFLICT,
                "codes-beneath",
                "Codes stand beneath {0}: {1}. Retire or move them first.",
                "{0} 之下还有代码：{1}，请先停用或移走。",
                key,
                list(beneath));
    }

    static CommandResult codeOffered(String key, Collection<QueueId> queues) {
        return refused(
                Kind.CONFLICT,
                "code-offered",
                "The code {0} is offered by: {1}. Take it out there first.",
                "代码 {0} 正被以下队列使用：{1}，请先在队列中去除。",
                key,
                list(queues));
    }

    static CommandResult unknownCodes(Collection<String> unknown, Collection<String> known) {
        return refused(
                Kind.INVALID,
                "unknown-codes",
                "These wrap-up codes are not there or retired: {0}. Offer some of: {1}, or none for all.",
                "联系种类 {0} 不存在或已停用，可选：{1}；不填则全部可用。",
                list(unknown),
                list(known));
    }
}
