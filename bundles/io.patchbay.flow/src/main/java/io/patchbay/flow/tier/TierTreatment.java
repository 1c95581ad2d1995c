// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.tier;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.flow.api.TierRule;
import io.patchbay.spi.treatment.Sentence;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.spi.treatment.TreatmentQuestion;
import io.patchbay.spi.treatment.TreatmentQuestion.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Gives customers what the rules of their tier, unit, area and language give them. */
public final class TierTreatment implements Treatment {
    private final Supplier<List<TierRule>> rules;

    /** {@code rules} are in their order. */
    public TierTreatment(Supplier<List<TierRule>> rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "flow.tiers";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Treated treat(TreatmentQuestion question) {
        List<TierRule> fitting =
                rules.get().stream().filter(rule -> fits(rule.fits(), question)).toList();
        int credit =
                fitting.stream().mapToInt(rule -> rule.gives().credit()).max().orElse(0);
        Optional<QueueId> queue = fitting.stream()
                .flatMap(rule -> rule.gives().queue().stream())
                .findFirst()
                .filter(to -> !to.equals(question.queue()));
        Optional<AgentId> officer =
                fitting.stream().anyMatch(rule -> rule.gives().officer())
                        ? question.customer().flatMap(who -> who.care().officer())
                        : Optional.empty();
        return credit == 0 && queue.isEmpty() && officer.isEmpty()
                ? Treated.nothing()
                : new Treated.ToQueue(
                        queue, credit, officer, Map.of(), Optional.of(why(fitting, credit, queue, officer)));
    }

    private static boolean fits(TierRule.Fits fits, TreatmentQuestion question) {
        Optional<Who> who = question.customer();
        return holds(fits.tiers(), who.map(Who::tier))
                && holds(fits.units(), who.flatMap(Who::unit))
                && holds(fits.languages(), Optional.of(language(question)))
                && holds(fits.queues(), Optional.of(question.queue()))
                && (fits.areas().isEmpty()
                        || question.contact()
                                .from()
                                .filter(from -> from instanceof Address.PhoneNumber phone
                                        && fits.areas().stream().anyMatch(phone.e164()::startsWith))
                                .isPresent());
    }

    private static <T> boolean holds(Set<T> allowed, Optional<T> value) {
        return allowed.isEmpty() || value.filter(allowed::contains).isPresent();
    }

    /** What the customer's record says, else what the contact says. */
    private static String language(TreatmentQuestion question) {
        String tag = question.customer()
                .map(who -> who.care().language())
                .filter(own -> !own.isEmpty())
                .orElse(question.contact().locale());
        return Locale.forLanguageTag(tag).getLanguage();
    }

    private static Sentence why(
            List<TierRule> fitting, int credit, Optional<QueueId> queue, Optional<AgentId> officer) {
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        if (credit > 0) {
            english.add(credit + " min of credit");
            chinese.add("优先 " + credit + " 分钟");
        }
        queue.ifPresent(to -> {
            english.add("goes to " + to);
            chinese.add("转入 " + to);
        });
        officer.ifPresent(agent -> {
            english.add("own officer " + agent + " first");
            chinese.add("先找客户经理 " + agent);
        });
        String names = String.join(", ", fitting.stream().map(TierRule::id).toList());
        return new Sentence(
                "By rule " + names + ": " + String.join(", ", english),
                "按规则 " + names + "：" + String.join("，", chinese));
    }
}
