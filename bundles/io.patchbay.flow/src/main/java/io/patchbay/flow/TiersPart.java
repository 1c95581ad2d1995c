// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.spi.config.ConfigPart;
import io.patchbay.spi.config.TextPart;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules of tiers in the configuration's text. Entries of lists are about people and are not in it. */
@Component(service = ConfigPart.class)
public final class TiersPart extends TextPart {
    @Activate
    public TiersPart(@Reference TierComponent tiers) {
        super(new Name("tiers", "tier", "rule"), Set.of("queues", "units"), true, () -> items(tiers));
    }

    private static Map<String, Map<String, Object>> items(TierComponent tiers) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        tiers.rules().forEach(rule -> {
            Map<String, Object> fields = new TreeMap<>(rule.json());
            fields.remove("rule");
            items.put(rule.id(), fields);
        });
        return items;
    }
}
