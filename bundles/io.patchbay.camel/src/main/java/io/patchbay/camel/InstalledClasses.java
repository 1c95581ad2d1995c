// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Finds every class that a route file may name: those of the bundles that hold Camel and its components, and whatever
 * any bundle exports. It wires nothing, so that nothing is refreshed when a bundle comes or goes.
 */
final class InstalledClasses extends ClassLoader {
    private final BundleContext context;

    InstalledClasses(BundleContext context) {
        super(InstalledClasses.class.getClassLoader());
        this.context = context;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (Bundle bundle : context.getBundles()) {
            if (sees(bundle) || exports(bundle, name)) {
                Optional<Class<?>> found = load(bundle, name);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new ClassNotFoundException(name + " is in no bundle that is installed");
    }

    /** What components look for beside their classes, as jq its functions; Camel finds its own by itself. */
    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        if (!name.startsWith("META-INF/services/org/apache/camel/")) {
            for (Bundle bundle : context.getBundles()) {
                Optional.ofNullable(sees(bundle) ? bundle.getResource(name) : null)
                        .ifPresent(found::add);
            }
        }
        return Collections.enumeration(found);
    }

    private static Optional<Class<?>> load(Bundle bundle, String name) {
        try {
            return Optional.of(bundle.loadClass(name));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Whether it is Camel or wired to it. */
    private static boolean sees(Bundle bundle) {
        Bundle camel = FrameworkUtil.getBundle(org.apache.camel.CamelContext.class);
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null || bundle.equals(camel)) {
            return wiring != null;
        }
        for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
            if (wire.getProvider().getBundle().equals(camel)) {
                return true;
            }
        }
        return false;
    }

    private static boolean exports(Bundle bundle, String name) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        String wanted = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return wiring != null
                && wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .anyMatch(one -> wanted.equals(one.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }
}
