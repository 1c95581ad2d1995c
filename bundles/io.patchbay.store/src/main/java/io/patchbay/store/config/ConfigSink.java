// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Where checked configurations go; it keeps them over restarts. */
interface ConfigSink {
    /** The files whose configurations are in use. */
    Set<String> files() throws IOException;

    /** Puts a configuration into use; nothing happens if it is the one in use. */
    void take(ConfigFile file, Map<String, Object> values) throws IOException;

    /** Takes a configuration out of use. */
    void drop(String file) throws IOException;
}
