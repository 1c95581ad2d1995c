// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import io.patchbay.camel.api.RouteContext.Origin;
import io.patchbay.camel.api.RouteContext.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** The routes of one file. A new text is tried beside the old one, which ends only if the new one can be started. */
final class FileRoutes extends Hosted {
    private Optional<Texts> running = Optional.empty();
    private volatile String text = "";

    /**
     * What a context is made of.
     *
     * @param own the file
     * @param shared what applies to every context
     */
    record Texts(RouteFile own, List<RouteFile> shared) {}

    FileRoutes(String name, Workshop workshop, Workshop.Ground ground) {
        super(name, Origin.FILE, workshop, ground);
    }

    @Override
    String text() {
        return text;
    }

    void load(Texts texts) {
        later(() -> {
            text = texts.own().text();
            Workshop.Made fresh = prepared(texts);
            end();
            try {
                begin(fresh);
            } catch (Exception e) {
                fresh.camel().stop();
                fallBack();
                throw e;
            }
            running = Optional.of(texts);
            problem = "";
            log.info("Routes of {} taken: {}", name, fresh.camel().getRoutesSize());
        });
    }

    /** Everything but the consumers is made and checked. */
    private Workshop.Made prepared(Texts texts) throws Exception {
        Workshop.Made fresh = workshop.make(name, ground);
        CamelContext camel = fresh.camel();
        camel.setAutoStartup(false);
        try {
            List<RouteFile> files = new ArrayList<>(texts.shared());
            files.add(texts.own());
            SharedFiles.load(camel, files);
            camel.start();
            if (camel.getRoutesSize() == 0) {
                throw new IllegalArgumentException("there is no route in it");
            }
            return fresh;
        } catch (Exception e) {
            camel.stop();
            state = running.isPresent() ? state : State.REFUSED;
            throw e;
        }
    }

    private void begin(Workshop.Made fresh) throws Exception {
        become(fresh);
        fresh.camel().getRouteController().startAllRoutes();
        state = State.STARTED;
    }

    private void fallBack() throws Exception {
        state = State.REFUSED;
        if (running.isPresent()) {
            begin(prepared(running.get()));
        }
    }
}
