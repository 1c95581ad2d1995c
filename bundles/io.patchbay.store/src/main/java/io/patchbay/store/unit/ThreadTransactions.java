// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.unit;

import io.patchbay.store.Transactions;
import io.patchbay.store.database.CommitHooks;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.function.Function;

/** One running transaction a thread. */
final class ThreadTransactions implements Transactions {
    private final EntityManagerFactory factory;
    private final CommitHooks hooks;

    @SuppressWarnings("ThreadLocalUsage") // one a unit, and units come and go
    private final ThreadLocal<EntityManager> running = new ThreadLocal<>();

    ThreadTransactions(EntityManagerFactory factory, CommitHooks hooks) {
        this.factory = factory;
        this.hooks = hooks;
    }

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        EntityManager joined = running.get();
        if (joined != null) {
            return work.apply(joined);
        }
        List<Runnable> afterwards = List.of();
        try (EntityManager em = factory.createEntityManager()) {
            running.set(em);
            hooks.begin();
            boolean committed = false;
            try {
                em.getTransaction().begin();
                R result = work.apply(em);
                em.getTransaction().commit();
                committed = true;
                return result;
            } finally {
                running.remove();
                List<Runnable> wanted = hooks.end();
                if (committed) {
                    afterwards = wanted;
                } else if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        } finally {
            afterwards.forEach(Runnable::run);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (running.get() == null) {
            throw new IllegalStateException("no transaction runs on this thread");
        }
        hooks.add(action);
    }
}
