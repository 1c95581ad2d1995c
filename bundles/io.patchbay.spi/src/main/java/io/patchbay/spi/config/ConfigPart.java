// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One kind of things of the centre's configuration, for example queues; registered as a service. An item's fields are
 * those of the command that saves it, so export and import need to know nothing else of it.
 */
@ConsumerType
public interface ConfigPart {
    /**
     * Its name in the text.
     *
     * @return lower-case letters and -, for example {@code queues}
     */
    String name();

    /**
     * What must be there before its items are saved.
     *
     * @return names of other parts; parts that are not there do not matter
     */
    default Set<String> after() {
        return Set.of();
    }

    /**
     * Its items now. May wait for the database.
     *
     * @return by id; JSON values as the saving command reads them, without secrets and without the id
     */
    Map<String, Map<String, Object>> items();

    /**
     * The field of both commands that holds the id.
     *
     * @return for example {@code queue}
     */
    String idField();

    /**
     * The command that adds or changes an item.
     *
     * @return its wire name, for example {@code queue.save}
     */
    String saveCommand();

    /**
     * The command that removes an item.
     *
     * @return its wire name; empty if items stay for ever
     */
    Optional<String> removeCommand();

    /**
     * The body of the saving command.
     *
     * @param id whose
     * @param item its fields as in the text
     * @return the body
     */
    default Map<String, Object> saving(String id, Map<String, Object> item) {
        Map<String, Object> body = new TreeMap<>(item);
        body.put(idField(), id);
        return body;
    }

    /**
     * The body of the removing command.
     *
     * @param id whose
     * @return the body
     */
    default Map<String, Object> removing(String id) {
        return Map.of(idField(), id);
    }
}
