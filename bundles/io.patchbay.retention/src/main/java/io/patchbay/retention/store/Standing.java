// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.CustomerId;
import io.patchbay.retention.api.Hold;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The holds that stand at one moment, by what they hold. */
public final class Standing {
    private final Map<ContentOwner, Hold> holds = new HashMap<>();

    public Standing(List<Hold> standing) {
        standing.forEach(hold -> holds.put(hold.subject(), hold));
    }

    /** The customers that are held themselves. */
    public List<CustomerId> customers() {
        return holds.keySet().stream()
                .filter(owner -> owner.kind() == ContentOwner.Kind.CUSTOMER)
                .map(owner -> new CustomerId(owner.id()))
                .toList();
    }

    /** A hold on any of these. */
    public Optional<Hold> on(Collection<ContentOwner> owners) {
        return owners.stream().map(holds::get).filter(Objects::nonNull).findFirst();
    }
}
