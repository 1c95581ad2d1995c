// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.id.ChannelKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Journal form of {@link CallbackEvent}. */
final class CallbackBodies {
    private CallbackBodies() {}

    static String type(CallbackEvent event) {
        return "callback." + event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static Map<String, Object> write(CallbackEvent event) {
        if (event instanceof CallbackEvent.Asked e) {
            return Body.of("number", e.number(), "channel", e.channel(), "at", e.at());
        } else if (event instanceof CallbackEvent.Moved e) {
            return Body.of("at", e.at());
        } else if (event instanceof CallbackEvent.Dialling e) {
            return Body.of("attempt", e.attempt(), "agent", e.agent());
        } else if (event instanceof CallbackEvent.Reached e) {
            return Body.of("attempt", e.attempt());
        } else if (event instanceof CallbackEvent.Failed e) {
            return Body.of("attempt", e.attempt(), "reason", e.reason(), "again", e.again());
        } else if (event instanceof CallbackEvent.Done e) {
            return Body.of("result", e.result());
        }
        throw new AssertionError(event);
    }

    static Optional<CoreEvent> read(String type, Body body) {
        return switch (type) {
            case "callback.asked" -> Optional.of(new CallbackEvent.Asked(
                    body.confidential("number"),
                    new ChannelKey(body.text("channel")),
                    body.maybeText("at").map(Instant::parse)));
            case "callback.moved" -> Optional.of(new CallbackEvent.Moved(Instant.parse(body.text("at"))));
            case "callback.dialling" -> Optional.of(new CallbackEvent.Dialling(body.number("attempt"), body.agent()));
            case "callback.reached" -> Optional.of(new CallbackEvent.Reached(body.number("attempt")));
            case "callback.failed" -> Optional.of(new CallbackEvent.Failed(
                    body.number("attempt"),
                    body.text("reason"),
                    body.maybeText("again").map(Instant::parse)));
            case "callback.done" -> Optional.of(new CallbackEvent.Done(body.text("result")));
            default -> Optional.empty();
        };
    }
}
