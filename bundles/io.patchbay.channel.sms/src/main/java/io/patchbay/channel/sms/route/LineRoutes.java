// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.route;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** An account's two routes: from its SMSC into the core, and from the journal to its SMSC. Configured once. */
public final class LineRoutes extends RouteBuilder {
    /** An SMS may wait for its SMSC as long as it is valid: 24 h, and a little. */
    private static final Duration LONGEST = Duration.ofHours(25);

    private final Line line;
    private final int window;
    private final Lines lines;

    public LineRoutes(Line line, int window, Lines lines) {
        this.line = line;
        this.window = window;
        this.lines = lines;
    }

    @Override
    public void configure() {
        if (getContext().hasComponent(SmppComponent.SCHEME) == null) {
            getContext().addComponent(SmppComponent.SCHEME, new SmppComponent(lines));
        }
        String endpoint = SmppComponent.SCHEME + ":" + line.name();
        from(endpoint).routeId("sms-" + line.name() + "-in").to("patchbay:intake/sms");
        from("patchbay:events?type=message.sent,message.retried&channel=sms&retries=-1&name=sms-" + line.name()
                        + "&window=" + window + "&address=RAW(" + line.address().text() + ")")
                .routeId("sms-" + line.name() + "-out")
                .routeProperty("patchbay.timeoutSeconds", Long.toString(LONGEST.toSeconds()))
                .to(endpoint);
    }
}
