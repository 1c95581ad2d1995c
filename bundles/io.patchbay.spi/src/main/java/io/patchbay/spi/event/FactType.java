// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.event;

import java.util.Objects;

/**
 * A fact that may be added to interactions; named in the {@link Declarations} of whoever finds it out.
 *
 * @param key dotted and namespaced, for example {@code chat.page}
 * @param type what its value is
 * @param sensitive whether the value is sealed
 * @param english name for people
 * @param chinese the same in zh-CN
 */
public record FactType(String key, Type type, boolean sensitive, String english, String chinese) {
    public FactType {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
    }

    /** What a value is. */
    public enum Type {
        /** At most 1 KiB of UTF-8. */
        TEXT,
        /** A whole number within ±2^53. */
        NUMBER,
        /** True or false. */
        FLAG
    }
}
