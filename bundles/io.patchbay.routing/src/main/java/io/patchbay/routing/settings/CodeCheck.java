// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.QueueSettings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether a code can be as somebody wants it: its parent is there, no circle, not too deep, nothing loses its place.
 */
final class CodeCheck {
    private final CodeTree tree;
    private final Collection<QueueSettings> queues;

    CodeCheck(CodeTree tree, Collection<QueueSettings> queues) {
        this.tree = tree;
        this.queues = queues;
    }

    /** The first thing that is wrong. */
    Optional<CommandResult> refusal(Code code) {
        if (code.english().isBlank() || code.chinese().isBlank()) {
            return Optional.of(Refusals.wordsDue(code.key()));
        } else if (code.key().equals(Code.TIMED_OUT)) {
            return Optional.of(Refusals.reservedCode(code.key()));
        }
        return Stream.<Supplier<Optional<CommandResult>>>of(
                        () -> code.parent().flatMap(parent -> wrongParent(code, parent)), () -> lost(code))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<CommandResult> wrongParent(Code code, String parent) {
        if (code.use() != Code.Use.DISPOSITION) {
            return Optional.of(CodeRefusals.flat(code.key()));
        } else if (parent.equals(code.key())) {
            return Optional.of(CodeRefusals.circle(List.of(parent, parent)));
        }
        List<Code> above = tree.path(parent);
        if (above.isEmpty()) {
            return Optional.of(CodeRefusals.unknownParent(parent, keys(tree.all())));
        }
        List<String> way = keys(above);
        int at = way.indexOf(code.key());
        if (at >= 0) {
            return Optional.of(
                    CodeRefusals.circle(Stream.concat(way.subList(at, way.size()).stream(), Stream.of(code.key()))
                            .toList()));
        } else if (!code.retired() && above.get(above.size() - 1).retired()) {
            return Optional.of(CodeRefusals.retiredParent(parent, code.key()));
        }
        int levels = way.size() + height(code.key());
        return levels > CodeTree.DEEPEST ? Optional.of(CodeRefusals.tooDeep(code.key(), levels)) : Optional.empty();
    }

    /** How many levels a code and all beneath it make. */
    private int height(String key) {
        return 1
                + tree.beneath(Optional.of(key)).stream()
                        .mapToInt(code -> height(code.key()))
                        .max()
                        .orElse(0);
    }

    /** Who retires a code takes out first what stands beneath it and who offers it. */
    private Optional<CommandResult> lost(Code code) {
        if (!code.retired()) {
            return Optional.empty();
        }
        List<String> beneath = tree.beneath(Optional.of(code.key())).stream()
                .filter(one -> !one.retired())
                .map(Code::key)
                .toList();
        if (!beneath.isEmpty()) {
            return Optional.of(CodeRefusals.codesBeneath(code.key(), beneath));
        }
        List<QueueId> offering = queues.stream()
                .filter(queue -> code.use() == Code.Use.DISPOSITION
                        && queue.rules().codes().contains(code.key()))
                .map(QueueSettings::id)
                .toList();
        return offering.isEmpty() ? Optional.empty() : Optional.of(CodeRefusals.codeOffered(code.key(), offering));
    }

    private static List<String> keys(List<Code> codes) {
        return codes.stream().map(Code::key).toList();
    }
}
