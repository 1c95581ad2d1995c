// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.id.AgentId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Of an agent's open desks exactly one has the sound: the first opened, or the one that was asked for it last. */
public final class DeskWindows {
    private final Map<AgentId, Deque<Desk>> open = new HashMap<>();

    /** One open desk; told on any thread whether it has the sound. */
    public interface Desk {
        void sound(boolean has);
    }

    /** A desk opens. */
    public synchronized void opened(AgentId agent, Desk desk) {
        Deque<Desk> desks = open.computeIfAbsent(agent, none -> new ArrayDeque<>());
        desks.addLast(desk);
        desk.sound(desks.peekFirst() == desk);
    }

    /** A desk asks for the sound. */
    public synchronized void take(AgentId agent, Desk desk) {
        Deque<Desk> desks = open.get(agent);
        if (desks == null || !desks.remove(desk)) {
            return;
        }
        Desk former = desks.peekFirst();
        desks.addFirst(desk);
        if (former != null) {
            former.sound(false);
        }
        desk.sound(true);
    }

    /** A desk closes; the next one gets the sound. */
    public synchronized void closed(AgentId agent, Desk desk) {
        Deque<Desk> desks = open.get(agent);
        if (desks == null) {
            return;
        }
        boolean had = desks.peekFirst() == desk;
        desks.remove(desk);
        if (desks.isEmpty()) {
            open.remove(agent);
        } else if (had) {
            desks.peekFirst().sound(true);
        }
    }
}
