// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.treat;

import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.util.List;
import java.util.Optional;

/**
 * What all treatments together decided.
 *
 * @param question as it stood at the end
 * @param steps who decided what, in order; only those that said something
 */
public record Verdict(TreatmentQuestion question, List<Step> steps) {
    public Verdict {
        steps = List.copyOf(steps);
    }

    /** What the last one decided, if it did. */
    public Optional<Treated> last() {
        return steps.isEmpty() || !(steps.get(steps.size() - 1) instanceof Step.Decided decided)
                ? Optional.empty()
                : Optional.of(decided.treated());
    }

    /** What one treatment decided. */
    public sealed interface Step {
        /** Which. */
        String by();

        /** It decided. */
        record Decided(String by, Treated treated) implements Step {}

        /** It threw, or did not answer in time; {@code why} names it. */
        record Failed(String by, String why) implements Step {}
    }
}
