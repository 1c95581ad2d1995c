// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.patchbay.store.cfg}. */
@ObjectClassDefinition(name = "Store", description = "The database and the master key")
public @interface StoreConfig {
    /** The configuration's name. */
    String PID = "io.patchbay.store";

    /**
     * Where the database is.
     *
     * @return a JDBC address
     */
    @AttributeDefinition(description = "JDBC address, jdbc:h2:… or jdbc:postgresql:…")
    String url() default "jdbc:h2:file:${home}/data/db/patchbay;MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE";

    /**
     * Who connects.
     *
     * @return the database's user
     */
    @AttributeDefinition(description = "The database's user", required = false)
    String user() default "patchbay";

    /**
     * His password.
     *
     * @return may be empty
     */
    @AttributeDefinition(description = "His password", type = AttributeType.PASSWORD, required = false)
    String password() default "";

    /**
     * How many connections are held.
     *
     * @return a count
     */
    @AttributeDefinition(description = "Connections held, 2 to 200", min = "2", max = "200")
    int poolSize() default 10;

    /**
     * What prints the master key.
     *
     * @return a command line; empty for the file {@code keys/master.key}
     */
    @AttributeDefinition(
            description = "Command that prints the master key as 64 hex digits; empty for keys/master.key",
            required = false)
    String masterKeyCommand() default "";
}
