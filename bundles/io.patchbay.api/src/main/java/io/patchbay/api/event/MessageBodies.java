// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.id.MessageId;
import java.util.Map;
import java.util.Optional;

/** Journal form of {@link MessageEvent}. */
final class MessageBodies {
    private MessageBodies() {}

    static String type(MessageEvent event) {
        String name = event.getClass().getSimpleName();
        return "message." + Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static Map<String, Object> write(MessageEvent event) {
        if (event instanceof MessageEvent.Received e) {
            return Body.of("message", e.message(), "text", e.text());
        } else if (event instanceof MessageEvent.Sent e) {
            return Body.of("message", e.message(), "agent", e.agent(), "text", e.text());
        } else if (event instanceof MessageEvent.Failed e) {
            return Body.of("message", e.message(), "reason", e.reason());
        }
        return Body.of("message", event.message());
    }

    static Optional<CoreEvent> read(String type, Body body) {
        MessageId message = new MessageId(body.text("message"));
        return switch (type) {
            case "message.received" -> Optional.of(new MessageEvent.Received(message, body.confidential("text")));
            case "message.sent" -> Optional.of(new MessageEvent.Sent(message, body.agent(), body.confidential("text")));
            case "message.delivered" -> Optional.of(new MessageEvent.Delivered(message));
            case "message.failed" -> Optional.of(new MessageEvent.Failed(message, body.text("reason")));
            default -> Optional.empty();
        };
    }
}
