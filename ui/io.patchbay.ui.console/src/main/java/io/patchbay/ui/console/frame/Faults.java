// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.server.ErrorEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to do with a bug in a window: tell the log; the window goes on. */
final class Faults {
    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static void log(ErrorEvent event) {
        log.error("A window of the console failed", event.getThrowable());
    }
}
