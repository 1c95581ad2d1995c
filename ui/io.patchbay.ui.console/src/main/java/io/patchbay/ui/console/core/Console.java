// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import com.vaadin.flow.internal.ReflectionCache;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.alarm.Alarms;
import io.patchbay.api.command.Commands;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.people.People;
import io.patchbay.api.people.SignIn;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.recording.Recordings;
import io.patchbay.api.settings.Parameters;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.channel.voice.api.BrowserPhones;
import io.patchbay.provision.api.FeatureChange;
import io.patchbay.provision.api.Features;
import io.patchbay.settings.api.Menus;
import io.patchbay.ui.kit.view.ViewContribution;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What all windows of the console share: the core's services, the views that bundles bring, the threads. */
@Component(service = Console.class)
public final class Console {
    private static final Duration FORGET_AFTER = Duration.ofSeconds(5);

    private final Services services;
    private final Threads threads = new Threads();
    private final OpenWindows windows = new OpenWindows(InstantSource.system());
    private final List<ViewContribution> views = new CopyOnWriteArrayList<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final AtomicReference<Features> features = new AtomicReference<>();

    /** Which bundle brings the view of a path, or did: names only, nothing of a bundle that is gone is kept. */
    private final Map<String, String> bundles = new ConcurrentHashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Alarms alarms;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Menus menus;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Parameters parameters = Parameters.STANDARD;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile BrowserPhones browserPhones;

    /** Takes what the base feature offers; all of it is there whenever the console is. */
    @Activate
    public Console(
            @Reference People people,
            @Reference SignIn signIn,
            @Reference Agents agents,
            @Reference Interactions interactions,
            @Reference Queues queues,
            @Reference LiveQueues live,
            @Reference Commands commands,
            @Reference Customers customers,
            @Reference Recordings recordings,
            @Reference AccountSecurity security) {
        this(new Services(
                people,
                signIn,
                agents,
                interactions,
                queues,
                live,
                commands,
                customers,
                recordings,
                security,
                Clock.systemUTC()));
    }

    /** For tests and the development harness. */
    public Console(Services services) {
        this.services = services;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addView(ViewContribution view, ServiceReference<ViewContribution> reference) {
        bundles.put(view.path(), reference.getBundle().getSymbolicName());
        contribute(view);
    }

    void removeView(ViewContribution view) {
        views.remove(view);
        followers.forEach(Runnable::run);
        threads.later(FORGET_AFTER, Console::forget);
    }

    /**
     * Vaadin keeps what it found out about component classes for ever, and with it the class loader of a bundle that
     * has left. Called once the windows show none of its parts any more; what is still needed is found out again.
     */
    public static void forget() {
        ReflectionCache.clearAll();
    }

    /** Adds a view without OSGi, for the development harness. */
    public void contribute(ViewContribution view) {
        views.add(view);
        followers.forEach(Runnable::run);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setFeatures(Features came) {
        features.set(came);
    }

    void unsetFeatures(Features gone) {
        features.compareAndSet(gone, null);
    }

    /** Why the view of a path's first segment is away, as far as that is known. */
    public Optional<FeatureChange> lastChange(String path) {
        return Optional.ofNullable(bundles.get(path))
                .flatMap(bundle -> Optional.ofNullable(features.get()).flatMap(there -> there.lastChange(bundle)));
    }

    public Services services() {
        return services;
    }

    public Threads threads() {
        return threads;
    }

    /** The alarms, while somebody watches for them. */
    public Optional<Alarms> alarms() {
        return Optional.ofNullable(alarms);
    }

    /** Telephones in browsers, while there is a voice channel. */
    public Optional<BrowserPhones> browserPhones() {
        return Optional.ofNullable(browserPhones);
    }

    /** What each role sees in the rail, where somebody has said so. */
    public Optional<Menus> menus() {
        return Optional.ofNullable(menus);
    }

    /** The business rules. */
    public Parameters parameters() {
        return Optional.ofNullable(parameters).orElse(Parameters.STANDARD);
    }

    public OpenWindows windows() {
        return windows;
    }

    /** The views there are now, in the order of the rail. */
    public List<ViewContribution> views() {
        return views.stream()
                .sorted(Comparator.comparingInt(ViewContribution::order))
                .toList();
    }

    /** The view of a path's first segment. */
    public Optional<ViewContribution> view(String path) {
        return views.stream().filter(view -> view.path().equals(path)).findFirst();
    }

    /** Follows the coming and going of views, on any thread. */
    public AutoCloseable follow(Runnable follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    @Deactivate
    public void close() {
        threads.close();
    }
}
