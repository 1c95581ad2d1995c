package io.patchbay.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** What must hold in a container that has just started for the first time. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {
    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @Configuration
    public Option[] configuration() {
        return Exam.options();
    }

    @Test
    public void everyBootFeatureIsInstalledByItsName() throws Exception {
        for (String name : bootFeatures()) {
            assertThat(features.isInstalled(features.getFeature(name)))
                    .as("feature %s", name)
                    .isTrue();
        }
    }

    /** The test may come while the last bundles are still starting: it waits for them, at most a minute. */
    @Test
    public void everyBundleIsActive() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!idle().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        assertThat(idle()).isEmpty();
    }

    private List<String> idle() {
        List<String> idle = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
            if (!fragment && bundle.getState() != Bundle.ACTIVE) {
                idle.add(bundle + " is in state " + bundle.getState());
            }
        }
        return idle;
    }

    @Test
    public void noFeatureInstalledLaterRewiresABootBundle() throws Exception {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("karaf.home"), "system"))) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file ->
                            !file.toString().contains("org.eclipse.osgi")) // the other framework, never a bundle
                    .toList();
        }
        assertThat(jars).hasSizeGreaterThan(50);
        assertThat(new LateWiring(context).rewiredBy(jars)).isEmpty();
    }

    private static List<String> bootFeatures() throws IOException {
        Properties properties = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of(System.getProperty("karaf.etc"), "org.apache.karaf.features.cfg"))) {
            properties.load(in);
        }
        return Arrays.stream(properties.getProperty("featuresBoot").split("[(),\\s]+", -1))
                .filter(name -> name.startsWith("patchbay-"))
                .toList();
    }
}
