// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.phone;

import io.patchbay.api.id.AgentId;
import io.patchbay.channel.voice.api.BrowserPhones.Window;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Which window is whose phone, and what is connected with it. Safe for any thread; tells outside of its lock. */
public final class Browsers {
    /** A window that says nothing for so long is not there. */
    public static final Duration SILENCE = Duration.ofSeconds(3);

    /** One connection with a window. */
    public interface Connection {
        /** The agent's phone is in another window now: connect there. */
        void moved();

        void answered(String sdp);

        void failed(String why);

        /** Whether sound comes from the window. */
        boolean flows();
    }

    private final Map<AgentId, Window> windows = new HashMap<>();
    private final Map<AgentId, Map<String, Connection>> connections = new HashMap<>();
    private final Consumer<AgentId> changed;

    /** {@code changed} hears of whom a phone came or went. */
    public Browsers(Consumer<AgentId> changed) {
        this.changed = changed;
    }

    /** Makes it his phone; false if another window is and is to keep it. */
    public boolean attach(AgentId agent, Window window, boolean takeOver) {
        Optional<Window> former;
        synchronized (this) {
            former = window(agent);
            if (former.isPresent() && !takeOver) {
                return false;
            }
            windows.put(agent, window);
        }
        former.filter(other -> other != window).ifPresent(other -> {
            running(agent).keySet().forEach(other::disconnect);
            other.taken();
        });
        running(agent).values().forEach(Connection::moved);
        changed.accept(agent);
        return true;
    }

    /** It is nobody's phone any more. */
    public void detach(AgentId agent, Window window) {
        synchronized (this) {
            if (!windows.remove(agent, window)) {
                return;
            }
        }
        running(agent).values().forEach(connection -> connection.failed("window closed"));
        changed.accept(agent);
    }

    public synchronized Optional<Window> window(AgentId agent) {
        return Optional.ofNullable(windows.get(agent));
    }

    public synchronized boolean has(AgentId agent) {
        return windows.containsKey(agent);
    }

    public synchronized boolean isOf(AgentId agent, Window window) {
        return windows.get(agent) == window;
    }

    /** A connection begins. */
    public synchronized void begins(AgentId agent, String call, Connection connection) {
        connections.computeIfAbsent(agent, none -> new LinkedHashMap<>()).put(call, connection);
    }

    /** It is over. */
    public void ends(AgentId agent, String call) {
        synchronized (this) {
            Map<String, Connection> his = connections.getOrDefault(agent, new HashMap<>());
            if (his.remove(call) == null) {
                return;
            }
            if (his.isEmpty()) {
                connections.remove(agent);
            }
        }
        window(agent).ifPresent(window -> window.disconnect(call));
    }

    public synchronized Optional<Connection> connection(AgentId agent, String call) {
        return Optional.ofNullable(connections.getOrDefault(agent, Map.of()).get(call));
    }

    /** What runs now. */
    public synchronized Map<String, Connection> running(AgentId agent) {
        return Map.copyOf(connections.getOrDefault(agent, Map.of()));
    }
}
