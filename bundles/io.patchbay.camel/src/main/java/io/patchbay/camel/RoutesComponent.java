// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Problem;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.camel.api.DeadLetter;
import io.patchbay.camel.api.RouteContext;
import io.patchbay.camel.api.Routes;
import io.patchbay.camel.endpoint.Doors;
import io.patchbay.camel.endpoint.Positions;
import io.patchbay.camel.guard.Limits;
import io.patchbay.camel.host.RouteFolder;
import io.patchbay.camel.host.RouteHost;
import io.patchbay.camel.host.Workshop;
import io.patchbay.camel.letter.DeadLetters;
import io.patchbay.spi.channel.LetterBox;
import io.patchbay.spi.customer.CustomerSource;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import io.patchbay.store.Migrations;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.RoutesBuilder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The host of routes while the bundle is there; a changed configuration makes it anew, and all contexts with it. */
@Component(
        service = {RoutesComponent.class, Routes.class, HealthPart.class},
        immediate = true,
        configurationPid = "io.patchbay.camel")
@Designate(ocd = CamelConfig.class)
public final class RoutesComponent implements Routes, HealthPart {
    private final AtomicReference<LetterBox> letterBox = new AtomicReference<>();
    private final DeadLetters deadLetters;
    private final RouteHost host;
    private final RouteThreads threads = new RouteThreads();
    private final BundleContext context;

    /** The context's name of each builder: a service that is gone no longer tells its bundle. */
    private final Map<RoutesBuilder, String> names = new ConcurrentHashMap<>();

    /** Makes the tables and begins to look into the folder. */
    @Activate
    public RoutesComponent(
            BundleContext context,
            CamelConfig config,
            @Reference Home home,
            @Reference Migrations migrations,
            @Reference Database database,
            @Reference ContentVault vault,
            @Reference Journal journal,
            @Reference Commands commands,
            @Reference Interactions interactions,
            @Reference People people)
            throws IOException {
        this.context = context;
        migrations.migrate(
                "io.patchbay.camel", RoutesComponent.class.getClassLoader(), "io/patchbay/camel/changelog.sql");
        deadLetters = new DeadLetters(
                database.dataSource(),
                vault,
                InstantSource.system(),
                config.deadLetters(),
                Duration.ofDays(config.deadLetterDays()));
        Doors doors = new Doors(
                () -> Optional.ofNullable(letterBox.get()),
                commands,
                journal,
                vault,
                interactions,
                people,
                new Positions(database.dataSource()),
                this::publish);
        Workshop workshop = new Workshop(
                doors,
                new Limits(
                        Duration.ofSeconds(config.timeoutSeconds()),
                        config.exchanges(),
                        config.perSecond(),
                        config.threads()),
                Duration.ofSeconds(config.stopSeconds()),
                deadLetters::of,
                threads.worker(),
                InstantSource.system(),
                System::nanoTime);
        host = new RouteHost(
                workshop, new BundleGround(context, new InstalledClasses(context)), config.stopSeconds() + 5L);
        RouteFolder folder = new RouteFolder(home.routes(), host);
        threads.everySecond(folder::look);
        threads.everySecond(host::scan);
    }

    private AutoCloseable publish(CustomerSource source) {
        ServiceRegistration<CustomerSource> registration = context.registerService(CustomerSource.class, source, null);
        return registration::unregister;
    }

    @Deactivate
    void close() {
        threads.close();
        host.close();
    }

    /** The core's door for letters. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setLetterBox(LetterBox came) {
        letterBox.set(came);
    }

    public void unsetLetterBox(LetterBox gone) {
        letterBox.compareAndSet(gone, null);
    }

    /** Routes of a bundle; the context's name is the bundle's unless its property {@code patchbay.routes} says one. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addRoutes(RoutesBuilder builder, ServiceReference<RoutesBuilder> reference) {
        names.put(builder, name(reference));
        host.builderCame(name(reference), BundleGround.of(reference.getBundle()), builder);
    }

    public void removeRoutes(RoutesBuilder builder) {
        Optional.ofNullable(names.remove(builder)).ifPresent(name -> host.builderGone(name, builder));
    }

    private static String name(ServiceReference<RoutesBuilder> reference) {
        return reference.getProperty("patchbay.routes") instanceof String name && !name.isBlank()
                ? name
                : reference.getBundle().getSymbolicName();
    }

    RouteHost host() {
        return host;
    }

    DeadLetters letters() {
        return deadLetters;
    }

    java.util.concurrent.Executor worker() {
        return threads.worker();
    }

    @Override
    public List<RouteContext> contexts() {
        return host.contexts();
    }

    @Override
    public List<DeadLetter> deadLetters(int limit) {
        return deadLetters.newest(limit);
    }

    @Override
    public int deadLetterCount() {
        return deadLetters.count();
    }

    @Override
    public Health health() {
        return host.contexts().stream()
                .filter(one -> !one.problem().isEmpty())
                .findFirst()
                .map(one -> new Health("routes", Level.DEGRADED, Optional.of(problem(one))))
                .orElse(new Health("routes", Level.UP, Optional.empty()));
    }

    @Override
    public List<Health> lines() {
        List<Health> wrong = host.contexts().stream()
                .filter(one -> !one.problem().isEmpty())
                .map(one -> new Health("routes:" + one.name(), Level.DEGRADED, Optional.of(problem(one))))
                .toList();
        return wrong.isEmpty() ? List.of(health()) : wrong;
    }

    private static Problem problem(RouteContext context) {
        return new Problem(
                "routes",
                "Routes of " + context.name() + ": " + context.problem() + ". Mend the file or look into the log.",
                "路由 " + context.name() + "：" + context.problem() + "。请修改文件或查看日志。");
    }
}
