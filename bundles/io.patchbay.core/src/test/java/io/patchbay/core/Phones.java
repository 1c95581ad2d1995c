// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.watch.Watch;
import io.patchbay.spi.channel.Reach;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The agents' phones: on the hook, or pulled out. */
final class Phones implements Reach {
    static final WorkKind CALL = new WorkKind("call");

    private final Set<AgentId> away = ConcurrentHashMap.newKeySet();
    private volatile Consumer<AgentId> changed = agent -> {};

    void pullOut(String agent) {
        away.add(new AgentId(agent));
        changed.accept(new AgentId(agent));
    }

    void plugIn(String agent) {
        away.remove(new AgentId(agent));
        changed.accept(new AgentId(agent));
    }

    @Override
    public WorkKind kind() {
        return CALL;
    }

    @Override
    public boolean reaches(AgentId agent) {
        return !away.contains(agent);
    }

    @Override
    public Watch watch(Consumer<AgentId> listener) {
        changed = listener;
        return () -> changed = agent -> {};
    }
}
