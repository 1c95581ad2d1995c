// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.container;

import io.patchbay.provision.plan.Container;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Which bundles would be restarted: those wired to what goes, and those whose optional imports something that comes
 * would satisfy; with each, whatever is wired to it.
 */
public final class Wirings implements Container {
    private final BundleContext context;

    /** Looks at the bundles of a framework. */
    public Wirings(BundleContext context) {
        this.context = context;
    }

    @Override
    public Optional<Named> installed(String location) {
        return Optional.ofNullable(context.getBundle(location)).map(Wirings::named);
    }

    private static Named named(Bundle bundle) {
        return new Named(bundle.getSymbolicName(), bundle.getVersion().toString());
    }

    @Override
    public Named named(String location) {
        Attributes manifest = manifest(location);
        String name = Optional.ofNullable(manifest.getValue(Constants.BUNDLE_SYMBOLICNAME))
                .orElse(location);
        return new Named(
                Exports.split(name, ';').get(0),
                Version.parseVersion(manifest.getValue(Constants.BUNDLE_VERSION))
                        .toString());
    }

    @Override
    public Set<Named> restarted(Set<String> go, Set<String> come) {
        Set<Bundle> leaving = go.stream()
                .flatMap(location -> Optional.ofNullable(context.getBundle(location)).stream())
                .collect(Collectors.toSet());
        Set<Bundle> touched = new HashSet<>(leaving);
        touched.addAll(rewired(come));
        Set<Bundle> restarted =
                new HashSet<>(context.getBundle(0).adapt(FrameworkWiring.class).getDependencyClosure(touched));
        restarted.removeAll(leaving);
        return restarted.stream().map(Wirings::named).collect(Collectors.toSet());
    }

    private Set<Bundle> rewired(Set<String> come) {
        List<Map<String, Object>> exports = come.stream()
                .map(location -> manifest(location).getValue(Constants.EXPORT_PACKAGE))
                .flatMap(header -> header == null ? Stream.empty() : Exports.of(header).stream())
                .toList();
        return exports.isEmpty()
                ? Set.of()
                : Arrays.stream(context.getBundles())
                        .filter(bundle -> bundle.getBundleId() != 0)
                        .filter(bundle -> wouldTake(bundle, exports))
                        .collect(Collectors.toSet());
    }

    private static boolean wouldTake(Bundle bundle, Collection<Map<String, Object>> exports) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null
                && open(wiring).stream().anyMatch(wanted -> exports.stream().anyMatch(wanted::matches));
    }

    /** Optional imports that nothing satisfies. */
    private static List<Filter> open(BundleWiring wiring) {
        Set<BundleRequirement> wired = wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(BundleWire::getRequirement)
                .collect(Collectors.toSet());
        return wiring.getRevision().getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(one ->
                        Constants.RESOLUTION_OPTIONAL.equals(one.getDirectives().get("resolution")))
                .filter(one -> !wired.contains(one))
                .map(one -> filter(one.getDirectives().get("filter")))
                .toList();
    }

    private static Filter filter(String text) {
        try {
            return FrameworkUtil.createFilter(text);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the container made a filter that it cannot read: " + text, e);
        }
    }

    /** How every bundle is wired now; one that is restarted has another wiring afterwards. */
    public Map<Long, BundleWiring> picture() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.adapt(BundleWiring.class) != null)
                .collect(Collectors.toMap(Bundle::getBundleId, bundle -> bundle.adapt(BundleWiring.class)));
    }

    /** Bundles of a former picture that are still there but wired anew. */
    public List<Named> rewiredSince(Map<Long, BundleWiring> before) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> before.containsKey(bundle.getBundleId()))
                .filter(bundle -> before.get(bundle.getBundleId()) != bundle.adapt(BundleWiring.class))
                .map(Wirings::named)
                .toList();
    }

    /** Bundles from there that ought to run and do not. */
    public List<Named> idle(List<String> locations) {
        return locations.stream()
                .map(context::getBundle)
                .filter(Objects::nonNull)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING)
                .filter(bundle -> bundle.adapt(BundleStartLevel.class).isPersistentlyStarted())
                .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null)
                .map(Wirings::named)
                .toList();
    }

    private static Attributes manifest(String location) {
        try (InputStream in = URI.create(location).toURL().openStream();
                JarInputStream jar = new JarInputStream(in)) {
            return jar.getManifest() == null
                    ? new Attributes()
                    : jar.getManifest().getMainAttributes();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableBundle(location, e);
        }
    }
}
