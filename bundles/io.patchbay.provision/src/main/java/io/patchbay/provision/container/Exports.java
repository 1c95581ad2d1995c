// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.container;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;

/** The packages in an {@code Export-Package} header, each as the attributes a requirement's filter is asked with. */
final class Exports {
    private Exports() {}

    static List<Map<String, Object>> of(String header) {
        List<Map<String, Object>> exports = new ArrayList<>();
        for (String clause : split(header, ',')) {
            Map<String, Object> attributes = new HashMap<>();
            attributes.put("version", Version.emptyVersion);
            List<String> names = new ArrayList<>();
            for (String part : split(clause, ';')) {
                read(part, names, attributes);
            }
            for (String name : names) {
                Map<String, Object> export = new HashMap<>(attributes);
                export.put(PackageNamespace.PACKAGE_NAMESPACE, name);
                exports.add(export);
            }
        }
        return exports;
    }

    /** A part is a name, an attribute, or a directive; the last ones say nothing here. */
    private static void read(String part, List<String> names, Map<String, Object> attributes) {
        int is = part.indexOf('=');
        if (is < 0 && !part.isEmpty()) {
            names.add(part);
        } else if (is > 0 && part.charAt(is - 1) != ':') {
            String key = part.substring(0, is);
            String value = part.substring(is + 1).replace("\"", "");
            attributes.put(key, key.equals("version") ? Version.parseVersion(value) : value);
        }
    }

    /** Splits at a separator that stands outside quotes. */
    static List<String> split(String header, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(header.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(header.substring(start).strip());
        return parts;
    }
}
