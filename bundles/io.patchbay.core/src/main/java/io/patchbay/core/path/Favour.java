// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.core.treat.Verdict;
import io.patchbay.core.treat.Verdict.Step;
import io.patchbay.spi.treatment.Sentence;
import io.patchbay.spi.treatment.Treated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all treatments together give a contact: the sum of their credits, the first officer, all their reasons. */
final class Favour {
    private static final int MOST = 240;

    private Favour() {}

    static Optional<InteractionEvent.Favoured> of(Verdict verdict) {
        int credit = 0;
        Optional<AgentId> officer = Optional.empty();
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        for (Step step : verdict.steps()) {
            if (step instanceof Step.Decided decided) {
                int given = credit(decided.treated());
                Optional<AgentId> first = officer(decided.treated());
                credit += given;
                officer = officer.or(() -> first);
                if (given != 0 || first.isPresent()) {
                    why(decided.treated()).ifPresent(why -> {
                        english.add(why.english());
                        chinese.add(why.chinese());
                    });
                }
            }
        }
        return credit == 0 && officer.isEmpty()
                ? Optional.empty()
                : Optional.of(new InteractionEvent.Favoured(
                        Math.max(-MOST, Math.min(MOST, credit)),
                        officer,
                        String.join("; ", english) + " / " + String.join("；", chinese)));
    }

    private static int credit(Treated treated) {
        return treated instanceof Treated.ToQueue to
                ? to.creditMinutes()
                : treated instanceof Treated.CallBack call ? call.creditMinutes() : 0;
    }

    private static Optional<AgentId> officer(Treated treated) {
        return treated instanceof Treated.ToQueue to
                ? to.officer()
                : treated instanceof Treated.CallBack call ? call.officer() : Optional.empty();
    }

    private static Optional<Sentence> why(Treated treated) {
        return treated instanceof Treated.ToQueue to
                ? to.why()
                : treated instanceof Treated.CallBack call ? Optional.of(call.why()) : Optional.empty();
    }
}
