// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import org.osgi.annotation.versioning.ProviderType;

/** Brings a bundle's own tables to the form its code expects. Safe for any thread; one runs at a time. */
@ProviderType
public interface Migrations {
    /**
     * Runs what has not run yet. Blocks; costs one small query if nothing changed since the last start. Called in the
     * constructor of the component that owns the tables, before it touches them. A bundle with the header
     * {@code Patchbay-Migration} need not call it.
     *
     * @param owner whose tables: the bundle's symbolic name
     * @param resources loader that finds the changelog
     * @param changelog name of the Liquibase changelog, unique among all bundles, for example
     *     {@code io/patchbay/directory/changelog.sql}; one file without includes, only ever appended to
     * @throws IllegalStateException naming the changelog and the fault, if the database refuses it
     */
    void migrate(String owner, ClassLoader resources, String changelog);
}
