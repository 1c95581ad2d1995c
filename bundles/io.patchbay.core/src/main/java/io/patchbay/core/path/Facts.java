// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Actor;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.event.FactType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Facts that channels and treatments find out: declared, bounded, sealed where they are sensitive. */
final class Facts {
    private static final Logger log = LoggerFactory.getLogger(Facts.class);
    private static final int MOST = 64;
    private static final int LONGEST_BYTES = 1024;
    private static final long LARGEST = 1L << 53;
    private static final Actor CHANNEL = new Actor.Part("channel");

    private final Surroundings around;

    Facts(Surroundings around) {
        this.around = around;
    }

    void found(Turn turn, LiveInteraction contact, ChannelSignal.FactFound fact) {
        found(turn, contact, fact.key(), fact.value(), CHANNEL);
    }

    void found(Turn turn, LiveInteraction contact, String key, Object value, Actor by) {
        Optional<FactType> type = around.factType(key);
        if (type.isEmpty() || !fits(type.get().type(), value)) {
            log.warn("Fact {} of {} is not taken: undeclared, of another type or too large", key, contact.id());
        } else if (contact.facts().size() >= MOST && !contact.facts().containsKey(key)) {
            log.warn("Fact {} of {} is not taken: it has {} already", key, contact.id(), MOST);
        } else {
            Object kept = type.get().sensitive() ? new Confidential.Clear(value.toString()) : value;
            turn.record(contact, new InteractionEvent.FactAdded(key, kept), by);
        }
    }

    private static boolean fits(FactType.Type type, Object value) {
        return switch (type) {
            case TEXT -> value instanceof String text && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
            case NUMBER -> (value instanceof Long || value instanceof Integer)
                    && Math.abs(((Number) value).longValue()) <= LARGEST;
            case FLAG -> value instanceof Boolean;
        };
    }
}
