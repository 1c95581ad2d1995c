// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.patchbay.ui.kit.text.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Pushes a beat every two seconds: the browser notices within five that none comes. Looks after the session as well.
 */
final class Pulse {
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final int BEATS_BETWEEN_LOOKS = 15;

    private final Window window;
    private final StatusLine status;
    private final Words words;
    private final BooleanSupplier signedIn;
    private final Optional<AgentLink> agentLink;
    private final Link link = new Link();
    private int beats;

    Pulse(Window window, StatusLine status, Words words, BooleanSupplier signedIn, Optional<AgentLink> agentLink) {
        this.window = window;
        this.status = status;
        this.words = words;
        this.signedIn = signedIn;
        this.agentLink = agentLink;
    }

    void start(ZoneId zone) {
        link.getElement()
                .setAttribute("zone", zone.getId())
                .setAttribute("lost", words.get("link.lost", "{n}", "{time}"))
                .setAttribute("lost-short", words.get("link.lostShort"))
                .setAttribute("back", words.get("link.back"))
                .setAttribute("connected", words.get("link.connected"));
        status.link(link);
        window.every(BEAT, this::beat);
    }

    private void beat() {
        beats++;
        link.getElement().setProperty("beat", beats);
        agentLink.ifPresent(AgentLink::look);
        if (beats % BEATS_BETWEEN_LOOKS == 0 && !signedIn.getAsBoolean()) {
            window.ui().getPage().reload();
        }
    }

    /** The browser part. */
    @Tag("pb-link")
    static final class Link extends Component {}
}
