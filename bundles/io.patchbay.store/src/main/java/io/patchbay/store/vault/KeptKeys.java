// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.vault;

import io.patchbay.api.content.ContentOwner;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Keys that are durable, the most recently used ones in memory. It also knows which owners cannot have a key in the
 * database: ids are time-ordered, so an owner above all that were stored before the start and above all that fell out
 * of this memory is new. That spares a query for each new conversation; it rests on one process a database.
 */
final class KeptKeys {
    /**
     * A key as it was found.
     *
     * @param key empty if it was destroyed
     */
    record Held(Optional<SecretKey> key) {
        static final Held DESTROYED = new Held(Optional.empty());

        static Held of(SecretKey key) {
            return new Held(Optional.of(key));
        }
    }

    private final int most;
    private final Map<ContentOwner.Kind, String> highest = new EnumMap<>(ContentOwner.Kind.class);
    private final LinkedHashMap<ContentOwner, Held> keys = new LinkedHashMap<>(64, 0.75f, true);

    KeptKeys(int most) {
        this.most = most;
    }

    synchronized void put(ContentOwner owner, Held key) {
        keys.put(owner, key);
        if (keys.size() > most) {
            var eldest = keys.keySet().iterator();
            stored(eldest.next());
            eldest.remove();
        }
    }

    synchronized Optional<Held> get(ContentOwner owner) {
        return Optional.ofNullable(keys.get(owner));
    }

    /** There is a key in the database that may not be in memory. */
    synchronized void stored(ContentOwner owner) {
        highest.merge(owner.kind(), owner.text(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    synchronized boolean mayBeStored(ContentOwner owner) {
        return owner.text().compareTo(highest.getOrDefault(owner.kind(), "")) <= 0;
    }
}
