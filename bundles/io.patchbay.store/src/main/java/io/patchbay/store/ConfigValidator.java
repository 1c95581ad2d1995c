// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import io.patchbay.api.command.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks values of one configuration beyond what its metatype says; registered as a service, asked before the component
 * sees them.
 */
@ConsumerType
public interface ConfigValidator {
    /**
     * Whose values it checks.
     *
     * @return the PID, of a factory for all its configurations, for example {@code io.patchbay.channel.sms}
     */
    String pid();

    /**
     * Checks one configuration. Answers at once; touches nothing outside.
     *
     * @param values key and value as in the file, {@code ${…}} filled in; keys that are left out are missing
     * @return what is wrong; empty if all is well
     */
    List<Fault> check(Map<String, String> values);

    /**
     * One wrong value.
     *
     * @param key which
     * @param reason why, and what is right
     */
    record Fault(String key, Problem reason) {
        public Fault {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
