// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.id.QueueId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.api.VoiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo's numbers and phones, made through commands the first time voice is there; starting until they are. */
@Component(service = HealthPart.class, immediate = true)
public final class DemoVoice implements HealthPart {
    private static final Logger log = LoggerFactory.getLogger(DemoVoice.class);
    private static final int TRIES = 300;
    private static final long PAUSE_NANOS = 200_000_000;
    private static final Actor DEMO = new Actor.Part("demo");

    private final Commands commands;
    private volatile boolean busy;
    private volatile boolean closed;

    @Activate
    public DemoVoice(@Reference Commands commands) {
        this.commands = commands;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addVoice(VoiceSettings voice) {
        if (Boolean.getBoolean("patchbay.demo")
                && voice.numbers().isEmpty()
                && voice.phones().isEmpty()) {
            busy = true;
            new Thread(this::seed, "patchbay-demo-2").start();
        }
    }

    void removeVoice(VoiceSettings voice) {
        busy = false;
    }

    @Deactivate
    void close() {
        closed = true;
    }

    @Override
    public Health health() {
        return new Health("demo-voice", busy ? Level.STARTING : Level.UP, Optional.empty());
    }

    private void seed() {
        for (Command command : everything()) {
            CommandResult result = execute(command);
            for (int i = 0; i < TRIES && result instanceof CommandResult.Refused && busy && !closed; i++) {
                LockSupport.parkNanos(PAUSE_NANOS); // queues and handlers come a little later
                result = execute(command);
            }
            if (result instanceof CommandResult.Refused refused) {
                log.error(
                        "The demo's {} could not be made: {}",
                        command,
                        refused.problem().english());
            }
        }
        busy = false;
    }

    private CommandResult execute(Command command) {
        return commands.execute(DEMO, command, "").toCompletableFuture().join();
    }

    private static List<Command> everything() {
        List<Command> commands = new ArrayList<>();
        commands.add(number("95500", "service", "welcome-service"));
        commands.add(number("95501", "loans", "welcome"));
        commands.add(number("95502", "complaints", "welcome"));
        commands.add(number("95503", "vip", "welcome-vip"));
        for (String extension : List.of("1001", "1002", "1003", "1004", "1005")) {
            commands.add(new VoiceCommand.SavePhone(
                    new PhoneAccount(extension, PhoneAccount.Digest.MD5, PhoneAccount.Answering.ALERT_INFO),
                    Optional.of(DemoPeople.password())));
        }
        return commands;
    }

    private static Command number(String number, String queue, String greeting) {
        return new VoiceCommand.SaveNumber(
                new DialledNumber(number, new QueueId(queue), "zh-CN", greeting, DialledNumber.Rules.USUAL));
    }
}
