// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Transactions of one persistence unit; the unit's name is the service property {@code osgi.unit.name}. Safe for any
 * thread; blocks for the database.
 */
@ProviderType
public interface Transactions {
    /**
     * Works inside the running transaction of this thread, or inside a new one that is committed at the end and rolled
     * back if anything is thrown.
     *
     * @param work what to do; the entity manager is closed at the end of the transaction
     * @param <R> what it gives
     * @return what it gave
     */
    <R> R call(Function<EntityManager, R> work);

    /**
     * As {@link #call}, giving nothing.
     *
     * @param work what to do
     */
    default void run(Consumer<EntityManager> work) {
        call(em -> {
            work.accept(em);
            return Boolean.TRUE;
        });
    }

    /**
     * Does something once the running transaction of this thread is committed; never if it is rolled back.
     *
     * @param action what to do, on this thread, in the order given
     * @throws IllegalStateException if no transaction runs
     */
    void afterCommit(Runnable action);
}
