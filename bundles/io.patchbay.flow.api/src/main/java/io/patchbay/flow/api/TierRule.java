// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What customers of some kind are given (客户智能排队策略). All rules that fit a contact hold: the largest credit, the queue of
 * the first that names one, and his own officer if any of them says so.
 *
 * @param id its name, 1 to 64 lower-case letters, digits and -
 * @param order rules are looked at in this order, 0 to 999
 * @param fits whom it means
 * @param gives what he is given
 */
public record TierRule(String id, int order, Fits fits, Gives gives) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public TierRule {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "rule must be 1 to 64 lower-case letters, digits and - but is \"" + id + "\"");
        }
        if (order < 0 || order > 999) {
            throw new IllegalArgumentException("order must be 0 to 999 but is " + order);
        }
        Objects.requireNonNull(fits, "fits");
        Objects.requireNonNull(gives, "gives");
    }

    /**
     * Whom a rule means: who fits each condition that is given; at least one is.
     *
     * @param tiers one of these tiers
     * @param units kept by one of these units
     * @param areas calls or writes from a number that begins so, for example {@code +8610}
     * @param languages speaks one of these, by his record or else by the contact, for example {@code en}
     * @param queues is going to one of these queues
     */
    public record Fits(
            Set<String> tiers, Set<UnitId> units, Set<String> areas, Set<String> languages, Set<QueueId> queues) {
        private static final Pattern AREA = Pattern.compile("\\+[1-9][0-9]{0,13}");
        private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

        public Fits {
            tiers = Set.copyOf(tiers);
            units = Set.copyOf(units);
            areas = Set.copyOf(areas);
            languages = Set.copyOf(languages);
            queues = Set.copyOf(queues);
            areas.forEach(area -> check(AREA, "area must be + and digits", area));
            languages.forEach(language -> check(LANGUAGE, "language must be like en or zh", language));
            if (tiers.isEmpty() && units.isEmpty() && areas.isEmpty() && languages.isEmpty()) {
                throw new IllegalArgumentException("a rule needs a tier, unit, area or language");
            }
        }

        private static void check(Pattern form, String rule, String value) {
            if (!form.matcher(value).matches()) {
                throw new IllegalArgumentException(rule + " but is \"" + value + "\"");
            }
        }
    }

    /**
     * What he is given.
     *
     * @param credit minutes that he counts as having come earlier, 0 to 120
     * @param queue where he goes instead
     * @param officer whether his own officer is tried first, for as long as the queue says
     */
    public record Gives(int credit, Optional<QueueId> queue, boolean officer) {
        public Gives {
            if (credit < 0 || credit > 120) {
                throw new IllegalArgumentException("credit must be 0 to 120 minutes but is " + credit);
            }
            Objects.requireNonNull(queue, "queue");
            if (credit == 0 && queue.isEmpty() && !officer) {
                throw new IllegalArgumentException("a rule must give credit, a queue or the own officer");
            }
        }
    }

    /**
     * Its fields as commands and the configuration's text have them.
     *
     * @return JSON values
     */
    public Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("rule", id);
        json.put("order", order);
        json.put("tiers", sorted(fits.tiers()));
        json.put("units", sorted(fits.units()));
        json.put("areas", sorted(fits.areas()));
        json.put("languages", sorted(fits.languages()));
        json.put("queues", sorted(fits.queues()));
        json.put("credit", gives.credit());
        json.put("queue", gives.queue().map(QueueId::value).orElse(""));
        json.put("officer", gives.officer());
        return json;
    }

    private static List<String> sorted(Set<?> values) {
        Set<String> sorted = new TreeSet<>();
        values.forEach(value -> sorted.add(value.toString()));
        return List.copyOf(sorted);
    }
}
