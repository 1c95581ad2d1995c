// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.MessageEvent.AttachedPart;
import io.patchbay.api.event.MessageEvent.Way;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.MessageId;
import java.util.List;
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
            return with(Body.of("message", e.message(), "text", e.text()), e.way(), e.attachments());
        } else if (event instanceof MessageEvent.Sent e) {
            return with(
                    Body.of("message", e.message(), "agent", e.agent(), "text", e.text()), e.way(), e.attachments());
        } else if (event instanceof MessageEvent.Failed e) {
            return Body.of("message", e.message(), "reason", e.reason());
        }
        return Body.of("message", event.message());
    }

    private static Map<String, Object> with(Map<String, Object> body, Optional<Way> way, List<AttachedPart> parts) {
        way.ifPresent(it -> body.putAll(
                Body.of("channel", it.channel(), "ours", it.ours(), "theirs", it.theirs(), "subject", it.subject())));
        if (!parts.isEmpty()) {
            body.put("attachments", parts.stream().map(MessageBodies::write).toList());
        }
        return body;
    }

    private static Map<String, Object> write(AttachedPart part) {
        return Body.of(
                "id", part.id(),
                "role", part.role().wire(),
                "name", part.name(),
                "type", part.type(),
                "size", part.size(),
                "sha256", part.sha256());
    }

    static Optional<CoreEvent> read(String type, Body body) {
        MessageId message = new MessageId(body.text("message"));
        return switch (type) {
            case "message.received" -> Optional.of(
                    new MessageEvent.Received(message, body.confidential("text"), way(body), attachments(body)));
            case "message.sent" -> Optional.of(new MessageEvent.Sent(
                    message,
                    body.maybeText("agent").map(AgentId::new),
                    body.confidential("text"),
                    way(body),
                    attachments(body)));
            case "message.retried" -> Optional.of(new MessageEvent.Retried(message));
            case "message.delivered" -> Optional.of(new MessageEvent.Delivered(message));
            case "message.failed" -> Optional.of(new MessageEvent.Failed(message, body.text("reason")));
            default -> Optional.empty();
        };
    }

    private static Optional<Way> way(Body body) {
        return body.maybeText("channel")
                .map(channel -> new Way(
                        new ChannelKey(channel),
                        body.maybeConfidential("ours"),
                        body.maybeConfidential("theirs"),
                        body.maybeConfidential("subject")));
    }

    private static List<AttachedPart> attachments(Body body) {
        return body.list("attachments").stream()
                .map(Map.class::cast)
                .map(part -> new AttachedPart(
                        AttachmentId.parse((String) part.get("id")),
                        Attachment.Role.parse((String) part.get("role")),
                        (Confidential) part.get("name"),
                        (String) part.get("type"),
                        ((Number) part.get("size")).longValue(),
                        (String) part.get("sha256")))
                .toList();
    }
}
