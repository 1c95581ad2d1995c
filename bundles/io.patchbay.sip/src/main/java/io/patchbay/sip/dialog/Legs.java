// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.edge.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The legs in use, by our tag, which nobody can guess. Any thread. */
final class Legs {
    private final Map<String, Leg> legs = new ConcurrentHashMap<>();

    void add(Leg leg) {
        legs.put(leg.localTag(), leg);
    }

    void remove(Leg leg) {
        legs.remove(leg.localTag(), leg);
    }

    /** The leg that a request within a dialog is for. */
    Optional<Leg> of(Request request) {
        return Optional.ofNullable(legs.get(request.to().tag()))
                .filter(leg -> leg.id().equals(request.callId()));
    }

    int size() {
        return legs.size();
    }
}
