// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.agent.Presence;
import java.util.Map;
import java.util.Optional;

/** Journal form of {@link PresenceEvent}. */
final class PresenceBodies {
    private PresenceBodies() {}

    static Map<String, Object> write(PresenceEvent event) {
        if (event instanceof PresenceEvent.Changed e) {
            Optional<String> reason =
                    e.presence() instanceof Presence.NotReady away ? Optional.of(away.reason()) : Optional.empty();
            return Body.of("agent", e.agent(), "presence", e.presence().wire(), "reason", reason, "why", e.why());
        }
        throw new AssertionError(event);
    }

    static Optional<CoreEvent> read(String type, Body body) {
        if (!type.equals("presence.changed")) {
            return Optional.empty();
        }
        Presence presence =
                switch (body.text("presence")) {
                    case "ready" -> new Presence.Ready();
                    case "loggedOut" -> new Presence.LoggedOut();
                    default -> new Presence.NotReady(body.text("reason"));
                };
        return Optional.of(new PresenceEvent.Changed(body.agent(), presence, body.maybeText("why")));
    }
}
