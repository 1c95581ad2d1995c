// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.routing.store.CodeChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All versions of the trees of codes. Immutable. */
final class CodeBook {
    private final Map<Code.Use, List<CodeChange>> changes = new EnumMap<>(Code.Use.class);
    private final Map<Code.Use, CodeTree> newest = new EnumMap<>(Code.Use.class);

    CodeBook(Collection<CodeChange> all) {
        for (Code.Use use : Code.Use.values()) {
            List<CodeChange> own = all.stream()
                    .filter(change -> change.code().use() == use)
                    .sorted(Comparator.comparingInt(CodeChange::version)
                            .thenComparing(change -> change.code().key()))
                    .toList();
            changes.put(use, own);
            newest.put(use, tree(own));
        }
    }

    /** Siblings stand in the order in which they first came. */
    private static CodeTree tree(List<CodeChange> changes) {
        Map<String, Code> codes = new LinkedHashMap<>();
        changes.forEach(change -> codes.put(change.code().key(), change.code()));
        int version = changes.isEmpty() ? 0 : changes.get(changes.size() - 1).version();
        return new CodeTree(version, codes.values());
    }

    CodeTree tree(Code.Use use) {
        return newest.get(use);
    }

    /** As it was; before the first version as the first. */
    CodeTree tree(Code.Use use, Instant at) {
        List<CodeChange> until = new ArrayList<>();
        for (CodeChange change : changes.get(use)) {
            if (!change.at().isAfter(at) || change.version() == 1) {
                until.add(change);
            }
        }
        return until.size() == changes.get(use).size() ? newest.get(use) : tree(until);
    }
}
