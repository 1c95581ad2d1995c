// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.reply.api.CannedAnswers;
import io.patchbay.spi.channel.Channel;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.DeskPanel;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings the agent desk to the console. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class DeskContribution implements ViewContribution {
    private final DeskServices services;
    private final CallFeed calls = new CallFeed();
    private final DeskWindows windows = new DeskWindows();
    private final DeskPanels panels = new DeskPanels();
    private final List<Channel> channels = new CopyOnWriteArrayList<>();
    private final AtomicReference<FrequentNumbers> frequent = new AtomicReference<>();
    private final AtomicReference<CannedAnswers> answers = new AtomicReference<>();

    @Activate
    public DeskContribution(
            @Reference Agents agents,
            @Reference Interactions interactions,
            @Reference Queues queues,
            @Reference LiveQueues live,
            @Reference Customers customers,
            @Reference People people,
            @Reference Attachments attachments) {
        services = new DeskServices(
                agents,
                interactions,
                queues,
                live,
                customers,
                attachments,
                calls,
                () -> channels,
                new Outward((scope, user) -> served(people, queues, scope, user), () -> channels),
                () -> Optional.ofNullable(frequent.get()),
                () -> Optional.ofNullable(answers.get()).map(CannedAnswers::all).orElse(List.of()));
    }

    private static List<QueueSettings> served(People people, Queues queues, Scope scope, UserId user) {
        return people.person(scope, user)
                .map(person -> queues.queues(scope).stream()
                        .filter(queue -> queue.servedBy(person.work().skills()))
                        .toList())
                .orElse(List.of());
    }

    /** Calls are there while the voice channel is. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setCalls(LiveCalls came) {
        calls.joined(came);
    }

    public void unsetCalls(LiveCalls gone) {
        calls.left(gone);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addChannel(Channel channel) {
        channels.add(channel);
    }

    public void removeChannel(Channel channel) {
        channels.remove(channel);
    }

    /** Frequent numbers are there while the voice channel is. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setFrequent(FrequentNumbers came) {
        frequent.set(came);
    }

    public void unsetFrequent(FrequentNumbers gone) {
        frequent.compareAndSet(gone, null);
    }

    /** Canned answers are there while their feature is. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setAnswers(CannedAnswers came) {
        answers.set(came);
    }

    public void unsetAnswers(CannedAnswers gone) {
        answers.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPanel(DeskPanel panel) {
        panels.add(panel);
    }

    public void removePanel(DeskPanel panel) {
        panels.remove(panel);
    }

    @Override
    public String path() {
        return "desk";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(DeskContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "desk";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean sensitive() {
        return true;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.AGENT);
    }

    @Override
    public Component create(ViewContext context) {
        return new DeskView(services, context, Reader.current().orElseThrow().drafts(), windows, panels);
    }
}
