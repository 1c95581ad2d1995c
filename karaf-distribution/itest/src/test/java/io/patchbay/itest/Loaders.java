package io.patchbay.itest;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.wiring.BundleWiring;

/** The class loaders of bundles that went, and which of them are still held by something. */
final class Loaders {
    private final Map<String, List<WeakReference<ClassLoader>>> retired = new TreeMap<>();

    /** Remembers the loaders of bundles that are about to go. */
    void watch(Map<String, BundleWiring> wirings, Collection<String> leaving) {
        for (String name : leaving) {
            ClassLoader loader = wirings.get(name).getClassLoader();
            if (loader != null) { // a fragment has none
                retired.computeIfAbsent(name, key -> new ArrayList<>()).add(new WeakReference<>(loader));
            }
        }
    }

    /** Bundles of which more than one loader is left after a collection, with how many. */
    List<String> lingering() {
        System.gc();
        List<String> lingering = new ArrayList<>();
        retired.forEach((name, loaders) -> {
            long left = loaders.stream().filter(one -> one.get() != null).count();
            if (left > 1) {
                lingering.add(name + ": " + left + " of " + loaders.size());
            }
        });
        return lingering;
    }
}
