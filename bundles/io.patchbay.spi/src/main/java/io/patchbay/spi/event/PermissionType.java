// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.event;

import java.util.Objects;

/**
 * A permission, named in the {@link Declarations} of the bundle that asks for it.
 *
 * @param key dotted, for example {@code report.see}
 * @param english words for administrators
 * @param chinese the same in zh-CN
 */
public record PermissionType(String key, String english, String chinese) {
    public PermissionType {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
    }
}
