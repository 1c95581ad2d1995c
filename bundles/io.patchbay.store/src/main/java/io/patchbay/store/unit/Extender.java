// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.unit;

import io.patchbay.store.Database;
import io.patchbay.store.Migrations;
import io.patchbay.store.Transactions;
import io.patchbay.store.database.CommitHooks;
import java.io.IOException;
import java.util.Dictionary;
import java.util.Map;
import javax.sql.DataSource;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the persistence unit of each bundle with the header {@code Meta-Persistence}, after running the changelog that
 * its header {@code Patchbay-Migration} names, and registers its {@link Transactions}.
 */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.patchbay.store.Transactions\"",
        effective = "active")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"javax.sql.DataSource\"",
        effective = "active")
public final class Extender implements BundleTrackerCustomizer<Extender.OpenUnit> {
    private static final Logger log = LoggerFactory.getLogger(Extender.class);

    private final BundleContext context;
    private final Database database;
    private final Migrations migrations;
    private final CommitHooks hooks;
    private final ServiceRegistration<DataSource> source;
    private final BundleTracker<OpenUnit> tracker;

    /** A bundle's unit and its registration. */
    record OpenUnit(PersistenceUnit unit, ServiceRegistration<Transactions> registration) {
        void close() {
            registration.unregister();
            unit.close();
        }
    }

    /**
     * Begins to look at bundles.
     *
     * @param context of the store
     * @param database for all units
     * @param migrations run first
     * @param hooks told of all transactions
     */
    @Activate
    public Extender(
            BundleContext context,
            @Reference Database database,
            @Reference Migrations migrations,
            @Reference CommitHooks hooks) {
        this.context = context;
        this.database = database;
        this.migrations = migrations;
        this.hooks = hooks;
        source = context.registerService(
                DataSource.class, database.dataSource(), properties("osgi.jndi.service.name", "patchbay"));
        tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
        source.unregister();
    }

    @Override
    public OpenUnit addingBundle(Bundle bundle, BundleEvent event) {
        String file = bundle.getHeaders("").get("Meta-Persistence");
        if (file == null) {
            return null;
        }
        ClassLoader classes = bundle.adapt(BundleWiring.class).getClassLoader();
        String changelog = bundle.getHeaders("").get("Patchbay-Migration");
        try {
            if (changelog != null) {
                migrations.migrate(bundle.getSymbolicName(), classes, changelog.strip());
            }
            UnitDescription description = UnitDescription.read(bundle.getEntry(file.strip()));
            PersistenceUnit unit = new PersistenceUnit(description, classes, database.dataSource(), hooks);
            return new OpenUnit(
                    unit,
                    context.registerService(
                            Transactions.class, unit.transactions(), properties("osgi.unit.name", description.name())));
        } catch (IOException | RuntimeException e) { // another bundle's fault must not take this one down
            log.error("The persistence unit of {} cannot be opened", bundle.getSymbolicName(), e);
            return null;
        }
    }

    private static Dictionary<String, Object> properties(String key, String value) {
        return FrameworkUtil.asDictionary(Map.of(key, value));
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, OpenUnit unit) {}

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, OpenUnit unit) {
        unit.close();
    }
}
