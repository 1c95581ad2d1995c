// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code patchbay:KIND/NAME?options}. */
public final class PatchbayComponent extends DefaultComponent {
    /** The scheme of the component. */
    public static final String SCHEME = "patchbay";

    private final Doors doors;

    /** A component that leads to one Patchbay. */
    public PatchbayComponent(Doors doors) {
        this.doors = doors;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        int slash = remaining.indexOf('/');
        String kind = slash < 0 ? remaining : remaining.substring(0, slash);
        String name = slash < 0 ? "" : remaining.substring(slash + 1);
        return new PatchbayEndpoint(uri, this, Purpose.read(kind, name, parameters), doors);
    }
}
