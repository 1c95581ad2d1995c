// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.alarm;

import io.patchbay.api.health.HealthPart.Health;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says what is wrong with the business while Patchbay itself is well, for example a queue over its threshold;
 * registered as a service. It is looked at once a second, raised and cleared as health is, and does not make the node
 * unhealthy.
 */
@ConsumerType
public interface AlarmSource {
    /**
     * What is wrong now. Answers at once.
     *
     * @return a line for each, degraded or down, with the problem; what is not named is well
     */
    List<Health> wrong();
}
