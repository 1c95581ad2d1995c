// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.api.settings.Parameters;
import io.patchbay.settings.api.Calendars;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What a new visitor reads before he writes: the greeting, or outside the hours what is said then. */
final class Greeting {
    private final Parameters parameters;
    private final Optional<Calendars> calendars;
    private final Function<QueueId, UnitId> units;

    Greeting(Parameters parameters, Optional<Calendars> calendars, Function<QueueId, UnitId> units) {
        this.parameters = parameters;
        this.calendars = calendars;
        this.units = units;
    }

    /** Empty if nothing shall be said. A calendar that is not there is always open. */
    Optional<String> words(QueueId queue, boolean chinese, Instant now) {
        String calendar = text(ChatDeclarations.CALENDAR, queue);
        boolean closed = calendars
                .flatMap(known -> known.opening(calendar, now))
                .filter(opening -> !opening.open())
                .isPresent();
        ParameterType type = closed
                ? chinese ? ChatDeclarations.CLOSED : ChatDeclarations.CLOSED_ENGLISH
                : chinese ? ChatDeclarations.GREETING : ChatDeclarations.GREETING_ENGLISH;
        return Optional.of(text(type, queue)).filter(words -> !words.isBlank());
    }

    private String text(ParameterType type, QueueId queue) {
        return (String) parameters.value(type, units.apply(queue), queue);
    }
}
