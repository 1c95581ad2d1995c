// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import io.patchbay.api.command.Command;
import java.util.Objects;

/** What is changed about the rules of tiers. */
public sealed interface TierCommand extends Command {
    /**
     * {@code tier.save}: adds or changes a rule.
     *
     * @param rule how it shall be
     */
    record SaveTier(TierRule rule) implements TierCommand {
        public SaveTier {
            Objects.requireNonNull(rule, "rule");
        }
    }

    /**
     * {@code tier.remove}: takes a rule away.
     *
     * @param rule its name
     */
    record RemoveTier(String rule) implements TierCommand {
        public RemoveTier {
            Objects.requireNonNull(rule, "rule");
        }
    }
}
