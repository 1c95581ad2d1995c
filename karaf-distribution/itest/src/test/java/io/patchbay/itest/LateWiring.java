package io.patchbay.itest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Finds optional imports of installed bundles that nothing satisfies now but a bundle that is not installed yet could.
 * Each of them is a refresh, and so an outage, that a later {@code feature:install} would cause.
 */
final class LateWiring {
    private record Export(String bundle, Map<String, Object> attributes) {}

    private final BundleContext context;

    LateWiring(BundleContext context) {
        this.context = context;
    }

    /** One line for each import that one of {@code jars} would come to satisfy. */
    List<String> rewiredBy(List<Path> jars) throws IOException, InvalidSyntaxException {
        List<Export> later = exportsOf(jars);
        List<String> lines = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (bundle.getBundleId() == 0 || wiring == null) {
                continue;
            }
            for (Filter open : openImports(wiring)) {
                for (Export export : later) {
                    if (open.matches(export.attributes())) {
                        lines.add(bundle.getSymbolicName() + " wants " + open + ": " + export.bundle()
                                + " would bring it");
                    }
                }
            }
        }
        return lines;
    }

    private static List<Filter> openImports(BundleWiring wiring) throws InvalidSyntaxException {
        Set<BundleRequirement> wired = new HashSet<>();
        for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
            wired.add(wire.getRequirement());
        }
        List<Filter> open = new ArrayList<>();
        for (BundleRequirement wanted :
                wiring.getRevision().getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
            boolean optional =
                    Constants.RESOLUTION_OPTIONAL.equals(wanted.getDirectives().get("resolution"));
            if (optional && !wired.contains(wanted)) {
                open.add(FrameworkUtil.createFilter(wanted.getDirectives().get("filter")));
            }
        }
        return open;
    }

    private List<Export> exportsOf(List<Path> jars) throws IOException {
        Set<String> installed = new HashSet<>();
        for (Bundle bundle : context.getBundles()) {
            installed.add(bundle.getSymbolicName() + " " + bundle.getVersion());
        }
        List<Export> exports = new ArrayList<>();
        for (Path jar : jars) {
            Attributes manifest = manifestOf(jar);
            String symbolicName = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (symbolicName == null) {
                continue;
            }
            String name = split(symbolicName, ';').get(0);
            String version = manifest.getValue(Constants.BUNDLE_VERSION);
            if (!installed.contains(name + " " + Version.parseVersion(version))) {
                exportsOf(manifest).forEach(export -> exports.add(new Export(name, export)));
            }
        }
        return exports;
    }

    private static Attributes manifestOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest() == null
                    ? new Attributes()
                    : file.getManifest().getMainAttributes();
        }
    }

    private static List<Map<String, Object>> exportsOf(Attributes manifest) {
        List<Map<String, Object>> exports = new ArrayList<>();
        String header = manifest.getValue(Constants.EXPORT_PACKAGE);
        for (String clause : header == null ? List.<String>of() : split(header, ',')) {
            Map<String, Object> attributes = new HashMap<>();
            attributes.put("version", Version.emptyVersion);
            List<String> names = new ArrayList<>();
            for (String part : split(clause, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part);
                } else if (part.charAt(equals - 1) != ':') {
                    String value = part.substring(equals + 1).replace("\"", "");
                    String key = part.substring(0, equals);
                    attributes.put(key, key.equals("version") ? Version.parseVersion(value) : value);
                }
            }
            for (String name : names) {
                Map<String, Object> export = new HashMap<>(attributes);
                export.put(PackageNamespace.PACKAGE_NAMESPACE, name);
                exports.add(export);
            }
        }
        return exports;
    }

    /** Splits a manifest header at a separator that stands outside quotes. */
    static List<String> split(String header, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(header.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(header.substring(start).strip());
        return parts;
    }
}
