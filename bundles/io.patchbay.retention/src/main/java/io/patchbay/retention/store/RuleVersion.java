// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import io.patchbay.retention.api.RetentionRule;
import java.time.Instant;
import java.util.Optional;

/** A rule as somebody set it, and who ended that; the present one has no end. */
public record RuleVersion(
        RetentionRule rule, String setBy, Instant setAt, Optional<String> endedBy, Optional<Instant> endedAt) {}
