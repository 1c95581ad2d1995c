// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.trace.api.BusinessAct;
import io.patchbay.trace.api.BusinessActs;
import io.patchbay.trace.api.BusinessKind;
import io.patchbay.trace.business.BusinessDesk;
import io.patchbay.trace.store.ActTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acts on accounts as a service. */
@Component(
        service = {BusinessActs.class, BusinessComponent.class},
        immediate = true,
        configurationPid = "io.patchbay.trace")
@Designate(ocd = BusinessComponent.Config.class)
public final class BusinessComponent implements BusinessActs {
    private static final Logger log = LoggerFactory.getLogger(BusinessComponent.class);
    private static final int SWEEP_SECONDS = 15;

    @ObjectClassDefinition(name = "Trace", description = "Business on accounts")
    @interface Config {
        @AttributeDefinition(description = "What can be done to an account: key|English|中文")
        String[] businessKinds() default {
            "account.query|Account enquiry|账户查询",
            "card.lost|Report a lost card|挂失",
            "card.activate|Activate a card|激活卡片",
            "limit.change|Change a limit|调整限额",
            "contact.change|Change contact details|修改联系方式",
            "loan.repay|Repay a loan early|提前还款",
            "other|Other|其他"
        };

        @AttributeDefinition(description = "An act of which nothing was heard for so long is unknown, in seconds")
        int unknownAfterSeconds() default 300;
    }

    private final BusinessDesk desk;
    private final Duration patience;
    private final Future<?> sweeping;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "patchbay-business-1"));

    /** Opens the desk and looks for acts that nobody finished. */
    @Activate
    public BusinessComponent(
            @Reference(target = "(osgi.unit.name=trace)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference ContentVault vault,
            @Reference Interactions interactions,
            Config config) {
        List<BusinessKind> kinds = Arrays.stream(config.businessKinds())
                .map(BusinessComponent::kind)
                .toList();
        desk = new BusinessDesk(new ActTable(transactions, outbox, vault), interactions, kinds, InstantSource.system());
        patience = Duration.ofSeconds(config.unknownAfterSeconds());
        sweeping = worker.scheduleWithFixedDelay(this::giveUp, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Reads {@code key|English|中文}. */
    static BusinessKind kind(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("businessKinds holds key|English|中文 but \"" + line + "\"");
        }
        return new BusinessKind(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    private void giveUp() {
        try {
            desk.giveUp(patience);
        } catch (RuntimeException e) { // the thread's top: the next round tries again
            log.warn("Acts on accounts cannot be looked through, trying again", e);
        }
    }

    @Deactivate
    void close() {
        sweeping.cancel(false);
        worker.shutdown();
    }

    BusinessDesk desk() {
        return desk;
    }

    /** Where changes are carried out, off the caller's thread. */
    Executor worker() {
        return worker;
    }

    @Override
    public List<BusinessKind> kinds() {
        return desk.kinds();
    }

    @Override
    public List<BusinessAct> of(Scope scope, InteractionId interaction) {
        return desk.of(scope, interaction);
    }
}
