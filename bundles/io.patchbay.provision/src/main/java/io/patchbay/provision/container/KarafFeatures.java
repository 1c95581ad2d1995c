// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.container;

import io.patchbay.provision.graph.FeatureGraph;
import io.patchbay.provision.graph.Listed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Conditional;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.Repository;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** The features as Karaf knows them. */
public final class KarafFeatures {
    private static final VersionRange ANY = VersionRange.valueOf("0.0.0");
    private static final String WANTED = "feature:";

    private final FeaturesService features;

    /** Reads from the features service. */
    public KarafFeatures(FeaturesService features) {
        this.features = features;
    }

    /** All features and those installed by their name. */
    public FeatureGraph graph() {
        Map<String, Listed> known = new LinkedHashMap<>();
        for (Repository repository : repositories()) {
            for (Feature feature : features(repository)) {
                known.putIfAbsent(feature.getId(), listed(feature, repository.getName()));
            }
        }
        Set<Listed> wanted = new HashSet<>();
        Set<String> requirements = features.listRequirements().getOrDefault(FeaturesService.ROOT_REGION, Set.of());
        for (String requirement : requirements) {
            if (requirement.startsWith(WANTED)) {
                Listed.Need need = need(requirement.substring(WANTED.length()));
                known.values().stream()
                        .filter(one -> one.name().equals(need.name()))
                        .filter(one -> need.versions().includes(one.version()))
                        .max((one, other) -> one.version().compareTo(other.version()))
                        .ifPresent(wanted::add);
            }
        }
        return new FeatureGraph(known.values(), wanted);
    }

    private List<Repository> repositories() {
        try {
            return List.of(features.listRepositories());
        } catch (Exception e) { // what the features service declares
            throw new IllegalStateException("the feature repositories cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Feature> features(Repository repository) {
        try {
            return List.of(repository.getFeatures());
        } catch (Exception e) { // what a repository declares
            throw new IllegalStateException("the repository " + repository.getURI() + " cannot be read", e);
        }
    }

    private static Listed listed(Feature feature, String repository) {
        return new Listed(
                feature.getName(),
                Version.parseVersion(feature.getVersion().replace("-", ".")),
                Optional.ofNullable(feature.getDescription()).orElse(""),
                repository,
                feature.getDependencies().stream().map(KarafFeatures::need).toList(),
                locations(feature.getBundles()),
                feature.getConditional().stream().map(KarafFeatures::extra).toList());
    }

    private static List<String> locations(List<BundleInfo> bundles) {
        return bundles.stream().map(bundle -> bundle.getLocation().trim()).toList();
    }

    /** Conditions that are no features never hold here. */
    private static Listed.Extra extra(Conditional conditional) {
        return new Listed.Extra(List.copyOf(conditional.getCondition()), locations(conditional.getBundles()));
    }

    private static Listed.Need need(Dependency dependency) {
        return new Listed.Need(dependency.getName(), versions(dependency.getVersion()));
    }

    /** {@code name} or {@code name/[1.0.0,1.0.0]}. */
    private static Listed.Need need(String requirement) {
        String[] parts = requirement.split("/", 2);
        return new Listed.Need(parts[0], versions(parts.length > 1 ? parts[1] : ""));
    }

    private static VersionRange versions(String text) {
        return text == null || text.isBlank() || text.startsWith("0.0.0")
                ? ANY
                : VersionRange.valueOf(text.replace("-SNAPSHOT", ".SNAPSHOT"));
    }

    /** The repositories that come with Karaf itself. */
    public static boolean isKarafs(String repository) {
        return Arrays.asList("framework-", "standard-", "specs-", "enterprise-", "org.ops4j.", "pax-").stream()
                .anyMatch(repository::startsWith);
    }
}
