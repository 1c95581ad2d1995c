// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.tier;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.flow.api.TierRule;
import io.patchbay.flow.field.Fields;
import java.util.Map;
import java.util.function.Function;

/** A rule of tiers as commands and rows have it. */
public final class TierFields {
    private TierFields() {}

    public static TierRule read(Map<String, Object> body) {
        Fields fields = new Fields(body);
        return new TierRule(
                fields.text("rule"),
                fields.number("order"),
                new TierRule.Fits(
                        fields.set("tiers", Function.identity()),
                        fields.set("units", UnitId::new),
                        fields.set("areas", Function.identity()),
                        fields.set("languages", Function.identity()),
                        fields.set("queues", QueueId::new)),
                new TierRule.Gives(
                        fields.number("credit"), fields.maybe("queue").map(QueueId::new), fields.flag("officer")));
    }
}
