// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Puts files into a context: properties become values of {@code {{key}}}, the later name wins; the others are read as
 * routes.
 */
final class SharedFiles {
    private SharedFiles() {}

    static void load(CamelContext camel, List<RouteFile> files) throws Exception {
        List<Resource> resources = new ArrayList<>();
        Properties properties = new Properties();
        for (RouteFile file : files) {
            if (file.name().endsWith(".properties")) {
                read(file, properties);
            } else {
                resources.add(ResourceHelper.fromBytes(
                        "file:" + file.name(), file.text().getBytes(StandardCharsets.UTF_8)));
            }
        }
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.build();
        PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
    }

    private static void read(RouteFile file, Properties into) throws IOException {
        into.load(new StringReader(file.text()));
    }
}
