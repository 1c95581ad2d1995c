// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.UnitId;
import io.patchbay.retention.api.RecordClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One key with what it seals.
 *
 * @param owner whose key
 * @param classes of what it seals
 * @param units where its contacts lie; the first is the one it is counted under
 * @param since when its periods began; empty while something of it is open
 * @param holders a hold on any of these keeps it
 * @param contacts of which it is part
 */
record Item(
        ContentOwner owner,
        List<RecordClass> classes,
        List<UnitId> units,
        Optional<Instant> since,
        Set<ContentOwner> holders,
        List<Contact> contacts) {
    Item with(List<RecordClass> others) {
        return new Item(owner, others, units, since, holders, contacts);
    }
}
