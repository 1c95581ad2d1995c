// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo;

import io.patchbay.demo.crm.Counter;
import io.patchbay.demo.crm.Crm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's CRM and trading counter on free ports, and once the route files that join them; where they are the routes
 * read from {@code routes/shared/demo.properties}, written at each start. Contacts written back are in memory.
 */
@Component(service = DemoCrm.class, immediate = true)
public final class DemoCrm {
    private static final Logger log = LoggerFactory.getLogger(DemoCrm.class);
    private static final List<String> FILES = List.of("crm.yaml", "counter.yaml", "crm-writeback.yaml");

    private final List<AutoCloseable> open = new ArrayList<>();

    @Activate
    public DemoCrm() {
        if (Boolean.getBoolean("patchbay.demo")) {
            try {
                open(Path.of(System.getProperty("patchbay.home")));
            } catch (IOException e) {
                log.error("The demo has no CRM", e);
            }
        }
    }

    private void open(Path home) throws IOException {
        Crm crm = new Crm(0);
        open.add(crm);
        Counter counter = new Counter(0);
        open.add(counter);
        Files.createDirectories(home.resolve("routes/shared"));
        Files.writeString(
                home.resolve("routes/shared/demo.properties"),
                """
                # Where the demo's CRM and trading counter are; written at each start with --demo.
                demo.crm.url = %s
                demo.counter.port = %d
                """
                        .formatted(crm.url(), counter.port()),
                StandardCharsets.UTF_8);
        Path mark = home.resolve("data/.demo-routes");
        if (!Files.exists(mark)) {
            for (String name : FILES) {
                seed(name, home.resolve("routes").resolve(name));
            }
            Files.createFile(mark);
        }
    }

    private static void seed(String name, Path target) throws IOException {
        try (InputStream in = DemoCrm.class.getResourceAsStream("routes/" + name)) {
            if (!Files.exists(target)) {
                Files.write(target, in.readAllBytes());
            }
        }
    }

    @Deactivate
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }
}
