// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.event;

import io.patchbay.api.settings.ParameterType;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** What a bundle declares; registered as a service, one a bundle, for as long as the bundle is there. */
@ConsumerType
public interface Declarations {
    /**
     * The permissions it asks for.
     *
     * @return always the same
     */
    default List<PermissionType> permissions() {
        return List.of();
    }

    /**
     * The facts it finds out.
     *
     * @return always the same
     */
    default List<FactType> facts() {
        return List.of();
    }

    /**
     * The types of journal entries it writes.
     *
     * @return always the same
     */
    default List<EventType> events() {
        return List.of();
    }

    /**
     * The parameters it reads.
     *
     * @return always the same
     */
    default List<ParameterType> parameters() {
        return List.of();
    }
}
