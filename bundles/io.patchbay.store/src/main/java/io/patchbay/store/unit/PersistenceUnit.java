// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.unit;

import io.patchbay.store.Transactions;
import io.patchbay.store.database.CommitHooks;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** An open persistence unit. The shared cache is off: bundles that read often keep what they need themselves. */
public final class PersistenceUnit implements AutoCloseable {
    private final EntityManagerFactory factory;
    private final Transactions transactions;

    /**
     * Opens a unit; takes some 100 ms.
     *
     * @param description from its file
     * @param classes finds its entities
     * @param source its database, migrated
     * @param hooks told of its transactions
     */
    public PersistenceUnit(UnitDescription description, ClassLoader classes, DataSource source, CommitHooks hooks) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "eclipselink.logging.logger", "JavaLogger",
                "eclipselink.logging.level", "WARNING",
                "eclipselink.weaving", "static",
                "eclipselink.ddl-generation", "none"));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            factory = new PersistenceProvider()
                    .createContainerEntityManagerFactory(new UnitInfo(description, classes, source), settings);
            try (EntityManager em = factory.createEntityManager()) {
                em.getMetamodel().getEntities(); // deploys now, so that a fault shows here
            }
        } finally {
            thread.setContextClassLoader(before);
        }
        transactions = new ThreadTransactions(factory, hooks);
    }

    /**
     * Its transactions.
     *
     * @return valid until the unit is closed
     */
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public void close() {
        factory.close();
    }
}
