// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which trunks there are, and the places on them of calls that were taken up again: those count as soon as their trunk
 * is there. Safe for any thread.
 */
public final class Places {
    private final Set<Trunk> trunks = ConcurrentHashMap.newKeySet();
    private final List<Place> waiting = new ArrayList<>();

    private static final class Place {
        private final String trunk;
        private Optional<Trunk> entered = Optional.empty();

        Place(String trunk) {
            this.trunk = trunk;
        }
    }

    public Set<Trunk> trunks() {
        return trunks;
    }

    public synchronized void add(Trunk trunk) {
        trunks.add(trunk);
        List.copyOf(waiting).stream()
                .filter(place -> place.trunk.equals(trunk.settings().name()))
                .forEach(place -> enter(place, trunk));
    }

    public synchronized void remove(Trunk trunk) {
        trunks.remove(trunk);
    }

    /** A running call has a place on that trunk; what is given gives it back. */
    public synchronized Runnable again(String name) {
        Place place = new Place(name);
        waiting.add(place);
        trunks.stream()
                .filter(trunk -> trunk.settings().name().equals(name))
                .findFirst()
                .ifPresent(trunk -> enter(place, trunk));
        return () -> leave(place);
    }

    private void enter(Place place, Trunk trunk) {
        if (trunk.enter()) {
            place.entered = Optional.of(trunk);
            waiting.remove(place);
        }
    }

    private synchronized void leave(Place place) {
        waiting.remove(place);
        place.entered.ifPresent(Trunk::leave);
        place.entered = Optional.empty();
    }
}
