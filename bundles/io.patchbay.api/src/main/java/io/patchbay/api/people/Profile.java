// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the organisation keeps about a member of staff beside his rights and work.
 *
 * @param post his post (岗位), the id of a {@link StaffTerm} of kind post
 * @param level his level (级别), the id of a term of kind level
 * @param groups the groups he is in, ids of terms of kind group
 * @param fields the installation's own fields, by the id of a term of kind field; texts in the form of their type
 */
public record Profile(Optional<String> post, Optional<String> level, Set<String> groups, Map<String, String> fields) {
    /** Nothing is kept. */
    public static final Profile NONE = new Profile(Optional.empty(), Optional.empty(), Set.of(), Map.of());

    public Profile {
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(level, "level");
        groups = Set.copyOf(groups);
        fields = Map.copyOf(fields);
    }
}
