// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention;

import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.erase.RetentionDesk;
import io.patchbay.retention.expire.ExpiryDesk;
import io.patchbay.retention.expire.Nightly;
import io.patchbay.retention.expire.OldBackups;
import io.patchbay.retention.expire.RuleDesk;
import io.patchbay.retention.store.ExpiryTable;
import io.patchbay.retention.store.RetentionTables;
import io.patchbay.retention.store.RuleTable;
import io.patchbay.spi.erasure.PersonalRecords;
import io.patchbay.store.Home;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rules, holds, expiry and erasures; one thread does them, one after the other. */
@Component(service = RetentionComponent.class, immediate = true, configurationPid = "io.patchbay.retention")
@Designate(ocd = RetentionComponent.Config.class)
public final class RetentionComponent {
    private static final Logger log = LoggerFactory.getLogger(RetentionComponent.class);
    private static final int RESUME_SECONDS = 30;

    /** What can be configured. */
    @ObjectClassDefinition(name = "Retention", description = "When expired records go")
    @interface Config {
        @AttributeDefinition(description = "Hour of the nightly run in the zone of the root unit, 0 to 23; -1 for none")
        int hour() default 3;

        @AttributeDefinition(description = "Backups older than so many days are deleted by the run; 0 keeps all")
        int backupDays() default 0;
    }

    private final RetentionDesk desk;
    private final ExpiryDesk expiry;
    private final Nightly nightly;
    private final OldBackups backups;
    private final RuleDesk rules;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "patchbay-retention-1"));
    private final Future<?> resuming;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<PersonalRecords> records = List.of();

    /** What a kill cut off goes on a moment later, when the other bundles are there. */
    @Activate
    public RetentionComponent(
            @Reference(target = "(osgi.unit.name=retention)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference ContentVault vault,
            @Reference Customers customers,
            @Reference Interactions interactions,
            @Reference People people,
            @Reference Home home,
            @Reference Journal journal,
            Config config) {
        rules = new RuleDesk(new RuleTable(transactions, outbox), people, InstantSource.system());
        desk = new RetentionDesk(
                new RetentionTables(transactions, outbox),
                customers,
                interactions,
                vault,
                () -> records,
                InstantSource.system());
        RuleTable ruleTable = new RuleTable(transactions, outbox);
        expiry = new ExpiryDesk(
                new ExpiryDesk.Tables(
                        ruleTable, new RetentionTables(transactions, outbox), new ExpiryTable(transactions, outbox)),
                customers,
                interactions,
                people,
                vault,
                () -> records,
                InstantSource.system());
        backups = new OldBackups(home.root().resolve("backups"), journal, InstantSource.system(), config.backupDays());
        nightly = new Nightly(people, InstantSource.system(), config.hour());
        resuming = worker.scheduleWithFixedDelay(this::resume, RESUME_SECONDS, RESUME_SECONDS, TimeUnit.SECONDS);
    }

    private void resume() {
        try {
            desk.resume();
            expiry.resume();
            if (nightly.due()) {
                log.info("Expiry done: {}", run(new Actor.Part("retention")));
            }
        } catch (RuntimeException e) { // the thread's top: the next round tries again
            log.warn("An erasure or expiry cannot go on, trying again", e);
        }
    }

    /** Taken live: an expiry under way goes on. */
    @Modified
    void modified(Config config) {
        nightly.at(config.hour());
        backups.keep(config.backupDays());
    }

    @Deactivate
    void close() {
        resuming.cancel(false);
        worker.shutdown();
    }

    RetentionDesk desk() {
        return desk;
    }

    /** Records first; old backups only for whoever may let everything expire. */
    Map<String, Object> run(Actor actor) {
        Scope scope = actor instanceof Actor.Person person ? person.scope() : Scope.system();
        Map<String, Object> result = new TreeMap<>(expiry.run(actor));
        result.put("backups", scope.may(RetentionCommand.RUN, Place.of(UnitId.ROOT)) ? backups.delete(actor) : 0);
        return result;
    }

    ExpiryDesk expiry() {
        return expiry;
    }

    RuleDesk rules() {
        return rules;
    }

    Executor worker() {
        return worker;
    }
}
