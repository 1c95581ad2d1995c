// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.recording.RecordingCommand;
import io.patchbay.core.recording.Marks;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands about marks in recordings. */
final class MarkHandlers {
    private MarkHandlers() {}

    private static InteractionId interaction(Fields fields) {
        return InteractionId.parse(fields.text("interaction"));
    }

    /** {@code recording.mark}. */
    @Component(service = CommandHandler.class)
    public static final class Mark extends Handler<RecordingCommand.SetMark> {
        @Activate
        public Mark(@Reference RecordingsComponent recordings) {
            super(
                    RecordingCommand.SetMark.class,
                    "recording.mark",
                    fields -> new RecordingCommand.SetMark(
                            interaction(fields), Duration.ofMillis(fields.number("atMillis")), fields.text("text")),
                    recordings);
        }

        @Override
        CompletionStage<CommandResult> carryOut(Marks marks, Actor actor, RecordingCommand.SetMark command) {
            return marks.set(actor, command);
        }
    }

    /** {@code recording.unmark}. */
    @Component(service = CommandHandler.class)
    public static final class Unmark extends Handler<RecordingCommand.RemoveMark> {
        @Activate
        public Unmark(@Reference RecordingsComponent recordings) {
            super(
                    RecordingCommand.RemoveMark.class,
                    "recording.unmark",
                    fields -> new RecordingCommand.RemoveMark(interaction(fields), fields.number("mark")),
                    recordings);
        }

        @Override
        CompletionStage<CommandResult> carryOut(Marks marks, Actor actor, RecordingCommand.RemoveMark command) {
            return marks.remove(actor, command);
        }
    }

    private abstract static class Handler<C extends RecordingCommand> implements CommandHandler<C> {
        private final Class<C> type;
        private final String name;
        private final Function<Fields, C> reader;
        private final RecordingsComponent recordings;

        Handler(Class<C> type, String name, Function<Fields, C> reader, RecordingsComponent recordings) {
            this.type = type;
            this.name = name;
            this.reader = reader;
            this.recordings = recordings;
        }

        abstract CompletionStage<CommandResult> carryOut(Marks marks, Actor actor, C command);

        @Override
        public final Class<C> type() {
            return type;
        }

        @Override
        public final String name() {
            return name;
        }

        @Override
        public final String permission() {
            return Permissions.RECORDING_MARKS;
        }

        @Override
        public final C read(Map<String, Object> body) {
            return reader.apply(Fields.of(body));
        }

        @Override
        public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return recordings.marking(marks -> carryOut(marks, actor, command));
        }
    }
}
