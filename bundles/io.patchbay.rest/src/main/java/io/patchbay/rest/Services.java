// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.command.Commands;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.measure.Exposition;
import io.patchbay.api.people.People;
import io.patchbay.api.people.SignIn;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.recording.Recordings;
import io.patchbay.provision.api.Features;
import io.patchbay.spi.channel.Channel;
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
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Features features;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Exposition exposition;

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
            @Reference Attachments attachments) {
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
    }

    List<Channel> channels() {
        return channels;
    }

    Optional<Features> features() {
        return Optional.ofNullable(features);
    }

    List<HealthPart> healthParts() {
        return healthParts;
    }

    Optional<Exposition> exposition() {
        return Optional.ofNullable(exposition);
    }

    boolean isScraper(String token) {
        return exposition().filter(known -> known.isScraper(token)).isPresent();
    }
}
