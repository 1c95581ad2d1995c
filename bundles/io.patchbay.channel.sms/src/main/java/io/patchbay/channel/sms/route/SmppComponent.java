// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.route;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code patchbay-smpp:ACCOUNT}: as a beginning what came to an account, as an end what it sends. */
public final class SmppComponent extends DefaultComponent {
    /** The scheme. */
    public static final String SCHEME = "patchbay-smpp";

    private final Lines lines;

    public SmppComponent(Lines lines) {
        this.lines = lines;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        return new SmppEndpoint(uri, this, name);
    }

    Line line(String name) {
        return lines.named(name)
                .orElseThrow(() -> new IllegalStateException("there is no SMS account \"" + name + "\""));
    }
}
