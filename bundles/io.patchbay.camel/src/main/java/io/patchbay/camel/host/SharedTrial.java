// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import io.patchbay.camel.api.RouteContext;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads shared files into a context that is thrown away. */
final class SharedTrial {
    private static final Logger log = LoggerFactory.getLogger(SharedTrial.class);

    private SharedTrial() {}

    static Optional<RouteContext> fault(List<RouteFile> files, Workshop workshop, Workshop.Ground ground) {
        for (RouteFile file : files) {
            CamelContext camel = workshop.make("shared/" + file.name(), ground).camel();
            try {
                SharedFiles.load(camel, List.of(file));
            } catch (Exception e) { // whatever the readers throw
                String words = Fault.words("shared/" + file.name(), file.text(), e);
                log.warn("Routes refused: {}", words);
                return Optional.of(new RouteContext(
                        "shared/" + file.name(),
                        RouteContext.Origin.FILE,
                        RouteContext.State.REFUSED,
                        words,
                        List.of()));
            } finally {
                camel.stop();
            }
        }
        return Optional.empty();
    }
}
