// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.call.SecureCommand;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.InteractionId;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Fields;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands about what callers enter unheard. Whose call it is counts; the right for others' is asked there. */
final class SecureHandlers {
    private SecureHandlers() {}

    private static InteractionId interaction(Fields fields) {
        return InteractionId.parse(fields.text("interaction"));
    }

    /** {@code recording.pause}. */
    @Component(service = CommandHandler.class)
    public static final class Pause extends Handler<SecureCommand.PauseRecording> {
        @Activate
        public Pause(@Reference VoiceComponent voice) {
            super(
                    SecureCommand.PauseRecording.class,
                    "recording.pause",
                    fields -> new SecureCommand.PauseRecording(
                            interaction(fields), fields.maybeText("reason").orElse("card")),
                    voice);
        }
    }

    /** {@code recording.resume}. */
    @Component(service = CommandHandler.class)
    public static final class Resume extends Handler<SecureCommand.ResumeRecording> {
        @Activate
        public Resume(@Reference VoiceComponent voice) {
            super(
                    SecureCommand.ResumeRecording.class,
                    "recording.resume",
                    fields -> new SecureCommand.ResumeRecording(interaction(fields)),
                    voice);
        }
    }

    /** {@code verification.ask}. */
    @Component(service = CommandHandler.class)
    public static final class Ask extends Handler<SecureCommand.AskVerification> {
        @Activate
        public Ask(@Reference VoiceComponent voice) {
            super(
                    SecureCommand.AskVerification.class,
                    "verification.ask",
                    fields -> new SecureCommand.AskVerification(interaction(fields)),
                    voice);
        }
    }

    private abstract static class Handler<C extends SecureCommand> implements CommandHandler<C> {
        private final Class<C> type;
        private final String name;
        private final Function<Fields, C> reader;
        private final VoiceComponent voice;

        Handler(Class<C> type, String name, Function<Fields, C> reader, VoiceComponent voice) {
            this.type = type;
            this.name = name;
            this.reader = reader;
            this.voice = voice;
        }

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
            return "";
        }

        @Override
        public final C read(Map<String, Object> body) {
            return reader.apply(Fields.of(body));
        }

        @Override
        public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return voice.node().secure().carryOut(actor, command);
        }
    }
}
