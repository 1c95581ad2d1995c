// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import java.util.Objects;

/**
 * What a strategy says, and why.
 *
 * @param <T> what is chosen
 */
public sealed interface Choice<T> {
    /**
     * This one.
     *
     * @param id the chosen one
     * @param reason why, a short text for supervisors: English, then {@code " / "}, then zh-CN; or one for both
     * @param <T> what is chosen
     */
    record Take<T>(T id, String reason) implements Choice<T> {
        public Take {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * None for now.
     *
     * @param reason why, a short text for supervisors: English, then {@code " / "}, then zh-CN; or one for both
     * @param <T> what would be chosen
     */
    record Leave<T>(String reason) implements Choice<T> {
        public Leave {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
