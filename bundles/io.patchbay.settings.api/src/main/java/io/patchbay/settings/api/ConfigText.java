// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The configuration of the centre as one text: sorted, without secrets, and the same for the same configuration. Waits
 * for the database; safe for any thread. Changes are {@link ConfigCommand}s.
 */
@ProviderType
public interface ConfigText {
    /**
     * The configuration now.
     *
     * @return YAML
     */
    String export();

    /**
     * What an import would do; changes nothing.
     *
     * @param text YAML as exported, or a part of it
     * @param remove as in {@link ConfigCommand.Import}
     * @param scope whose rights are looked at
     * @return the plan
     */
    ConfigPlan plan(String text, boolean remove, Scope scope);

    /**
     * What differs between two texts.
     *
     * @param from one
     * @param to the other
     * @return what would make one the other; lines are those of the second
     */
    ConfigPlan compare(String from, String to);

    /**
     * The restore points.
     *
     * @return newest first
     */
    List<Point> points();

    /**
     * The text of a restore point.
     *
     * @param point its name
     * @return YAML, if there is one
     */
    Optional<String> point(String point);

    /**
     * A restore point.
     *
     * @param name by which it is restored
     * @param at when it was kept
     * @param bytes its size
     */
    record Point(String name, Instant at, long bytes) {}
}
