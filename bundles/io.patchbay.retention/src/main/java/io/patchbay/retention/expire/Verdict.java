// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.retention.api.Hold;
import io.patchbay.retention.api.RecordClass;
import io.patchbay.retention.api.RetentionRule;
import java.time.Instant;
import java.util.Optional;

/** What becomes of one record. */
sealed interface Verdict {
    /** Every period is over: it goes. */
    record Due() implements Verdict {}

    /** Its periods are over, a hold keeps it. */
    record Held(Hold hold) implements Verdict {}

    /** A period runs; {@code against} is a class under the same key whose period is over: the longer rule wins. */
    record Running(RetentionRule rule, Instant until, Optional<RecordClass> against) implements Verdict {}

    /** A class under its key has no rule: it is kept. */
    record Unruled(RecordClass missing) implements Verdict {}

    /** Something of it is not closed. */
    record Open() implements Verdict {}
}
