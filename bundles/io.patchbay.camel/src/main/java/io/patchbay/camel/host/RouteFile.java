// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import java.util.Objects;

/**
 * A file with routes.
 *
 * @param name its name, which says whether it is YAML or XML
 * @param text what it holds
 */
record RouteFile(String name, String text) {
    RouteFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }
}
