// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Configuration Admin. What is ours carries the name of its file. */
final class AdminSink implements ConfigSink {
    private static final Logger log = LoggerFactory.getLogger(AdminSink.class);
    private static final String FILE = "patchbay.file";

    private final ConfigurationAdmin admin;

    AdminSink(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    @Override
    public Set<String> files() throws IOException {
        Set<String> files = new HashSet<>();
        for (Configuration configuration : ours("*")) {
            files.add((String) configuration.getProperties().get(FILE));
        }
        return files;
    }

    private List<Configuration> ours(String file) throws IOException {
        try {
            Configuration[] found = admin.listConfigurations("(" + FILE + "=" + file + ")");
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void take(ConfigFile file, Map<String, Object> values) throws IOException {
        Configuration configuration = file.name().isPresent()
                ? admin.getFactoryConfiguration(file.pid(), file.name().get(), "?")
                : admin.getConfiguration(file.pid(), "?");
        Map<String, Object> wanted = new HashMap<>(values);
        wanted.put(FILE, file.file());
        if (configuration.updateIfDifferent(FrameworkUtil.asDictionary(wanted))) {
            log.info("Configuration of {} taken", file.file());
        }
    }

    @Override
    public void drop(String file) throws IOException {
        for (Configuration configuration : new ArrayList<>(ours(file))) {
            Dictionary<String, Object> properties = configuration.getProperties();
            if (Objects.equals(properties.get(FILE), file)) {
                configuration.delete();
                log.info("Configuration of {} removed", file);
            }
        }
    }
}
