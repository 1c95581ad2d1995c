// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.edge.Request;
import io.patchbay.sip.message.Peer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

    /** Those whose far end is there. */
    List<Leg> by(Peer flow) {
        return legs.values().stream().filter(leg -> leg.peer().equals(flow)).toList();
    }

    /** Where their far ends are. */
    Set<Peer> flows() {
        return legs.values().stream().map(Leg::peer).collect(Collectors.toSet());
    }

    int size() {
        return legs.size();
    }
}
