// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.customer.CustomerCommand;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the demo's data once, through commands, when Patchbay runs with {@code --demo}; starting until it is there. */
@Component(service = HealthPart.class, immediate = true)
public final class DemoData implements HealthPart {
    private static final Logger log = LoggerFactory.getLogger(DemoData.class);
    private static final int TRIES = 100;
    private static final long PAUSE_NANOS = 200_000_000;
    private static final Actor DEMO = new Actor.Part("demo");

    private final Commands commands;
    private final People people;
    private final Queues queues;
    private final Thread seeding = new Thread(this::seed, "patchbay-demo-1");
    private volatile boolean done;

    @Activate
    public DemoData(@Reference Commands commands, @Reference People people, @Reference Queues queues) {
        this.commands = commands;
        this.people = people;
        this.queues = queues;
        done = !Boolean.getBoolean("patchbay.demo");
        if (!done) {
            seeding.start();
        }
    }

    @Deactivate
    void close() {
        seeding.interrupt();
    }

    @Override
    public Health health() {
        return new Health("demo", done ? Level.UP : Level.STARTING, Optional.empty());
    }

    private void seed() {
        try {
            if (people.person(Scope.system(), new UserId("alice")).isEmpty()) {
                queues();
                people();
                DemoCustomers.all(InstantSource.system().millis())
                        .forEach(customer -> run(new CustomerCommand.SaveCustomer(customer)));
                log.info("Demo data made");
            }
        } catch (CompletionException | IllegalStateException e) {
            log.error("The demo data could not be made", e);
        }
        done = true;
    }

    private void queues() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("service", "客户服务");
        names.put("loans", "个人贷款");
        names.put("complaints", "投诉处理");
        names.put("vip", "贵宾专线");
        names.forEach((id, name) -> {
            run(new QueueCommand.SaveSkill(new Skill(new SkillId(id), name)));
            if (queues.queue(Scope.system(), new QueueId(id)).isEmpty()) {
                run(new QueueCommand.SaveQueue(queue(id, name)));
            }
        });
    }

    private static QueueSettings queue(String id, String name) {
        return new QueueSettings(
                new QueueId(id),
                name,
                DemoPeople.UNIT,
                Map.of(new SkillId(id), 1),
                id.equals("vip") ? 10 : 0,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                Duration.ofSeconds(15),
                new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.OPTIONAL, Duration.ofMinutes(1)));
    }

    private void people() {
        DemoPeople.all()
                .forEach(person -> run(new PeopleCommand.SavePerson(person, Optional.of(DemoPeople.password()))));
    }

    private void run(Command command) {
        CommandResult result = execute(command);
        for (int i = 0; i < TRIES && noHandlerYet(result); i++) {
            pause();
            result = execute(command);
        }
        if (result instanceof CommandResult.Refused refused) {
            throw new IllegalStateException(command + ": " + refused.problem().english());
        }
    }

    private CommandResult execute(Command command) {
        return commands.execute(DEMO, command, "").toCompletableFuture().join();
    }

    /** At the first start handlers come one after the other. */
    private static boolean noHandlerYet(CommandResult result) {
        return result instanceof CommandResult.Refused refused
                && refused.problem().code().equals("no-handler");
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
        if (Thread.interrupted()) {
            throw new IllegalStateException("stopped while making the demo data");
        }
    }
}
