// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.approval.Approvals;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.command.Commands;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.measure.Exposition;
import io.patchbay.api.people.People;
import io.patchbay.api.people.PeoplePast;
import io.patchbay.api.people.SignIn;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.recording.Recordings;
import io.patchbay.flow.api.Appointments;
import io.patchbay.flow.api.Lists;
import io.patchbay.flow.api.TierRules;
import io.patchbay.provision.api.Features;
import io.patchbay.settings.api.ConfigText;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.event.Declarations;
import io.patchbay.trace.api.Trace;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** All that the resources ask. */
@Component(service = Services.class)
public final class Services {
    final Commands commands;
    final Agents agents;
    final Interactions interactions;
    final Journal journal;
    final ContentVault vault;
    final People people;
    final SignIn signIn;
    final Queues queues;
    final LiveQueues liveQueues;
    final Customers customers;
    final Recordings recordings;
    final Attachments attachments;
    final Approvals approvals;
    final PeoplePast past;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Channel> channels = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<HealthPart> healthParts = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Declarations> declarations = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Features features;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ConfigText config;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Exposition exposition;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Trace trace;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Lists lists;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile TierRules tiers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Appointments appointments;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile FrequentNumbers frequent;

    @Activate
    public Services(
            @Reference Commands commands,
            @Reference Agents agents,
            @Reference Interactions interactions,
            @Reference Journal journal,
            @Reference ContentVault vault,
            @Reference People people,
            @Reference SignIn signIn,
            @Reference Queues queues,
            @Reference LiveQueues liveQueues,
            @Reference Customers customers,
            @Reference Recordings recordings,
            @Reference Attachments attachments,
            @Reference Approvals approvals,
            @Reference PeoplePast past) {
        this.commands = commands;
        this.agents = agents;
        this.interactions = interactions;
        this.journal = journal;
        this.vault = vault;
        this.people = people;
        this.signIn = signIn;
        this.queues = queues;
        this.liveQueues = liveQueues;
        this.customers = customers;
        this.recordings = recordings;
        this.attachments = attachments;
        this.approvals = approvals;
        this.past = past;
    }

    List<Channel> channels() {
        return channels;
    }

    List<Declarations> declarations() {
        return declarations;
    }

    Optional<Features> features() {
        return Optional.ofNullable(features);
    }

    Optional<ConfigText> config() {
        return Optional.ofNullable(config);
    }

    List<HealthPart> healthParts() {
        return healthParts;
    }

    Optional<Exposition> exposition() {
        return Optional.ofNullable(exposition);
    }

    Optional<Trace> trace() {
        return Optional.ofNullable(trace);
    }

    Optional<Lists> lists() {
        return Optional.ofNullable(lists);
    }

    Optional<FrequentNumbers> frequent() {
        return Optional.ofNullable(frequent);
    }

    Optional<Appointments> appointments() {
        return Optional.ofNullable(appointments);
    }

    Optional<TierRules> tiers() {
        return Optional.ofNullable(tiers);
    }

    boolean isScraper(String token) {
        return exposition().filter(known -> known.isScraper(token)).isPresent();
    }
}
