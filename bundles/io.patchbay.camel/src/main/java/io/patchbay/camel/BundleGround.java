// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import io.patchbay.camel.host.Workshop;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.support.DefaultRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** Contexts that stand on a bundle: its components and classes, and the services of all as beans. */
record BundleGround(BundleContext bundle, ClassLoader classes) implements Workshop.Ground {
    static BundleGround of(Bundle bundle) {
        return new BundleGround(
                bundle.getBundleContext(), bundle.adapt(BundleWiring.class).getClassLoader());
    }

    @Override
    public CamelContext context() {
        OsgiDefaultCamelContext context = new OsgiDefaultCamelContext(bundle);
        context.getRegistry(DefaultRegistry.class).addBeanRepository(new ServiceBeans(bundle));
        return context;
    }
}
