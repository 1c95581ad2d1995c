package io.patchbay.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
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
        String karaf = System.getProperty("patchbay.karaf");
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(
                            new File(System.getProperty("patchbay.tar")).toURI().toString())
                    .name("Patchbay")
                    .karafVersion(karaf)
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            // the driver's own bundles; the distribution itself asks no repository
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.repositories",
                    "file:" + System.getProperty("org.ops4j.pax.url.mvn.localRepository") + "@id=local@snapshots"),
            editConfigurationFilePut("etc/system.properties", "patchbay.http.port", "0"),
            editConfigurationFilePut("etc/system.properties", "patchbay.ssh.port", "0"),
            editConfigurationFilePut("etc/system.properties", "patchbay.sip.port", "0"),
            editConfigurationFilePut("etc/system.properties", "patchbay.sips.port", "0"),
            systemProperty("pax.exam.osgi.unresolved.fail").value("true"),
            mavenBundle("org.assertj", "assertj-core").versionAsInProject(),
            mavenBundle("net.bytebuddy", "byte-buddy").versionAsInProject(),
            vmOption("-Xmx768m"),
            // as ./run does; the driver leaves it out
            vmOption("--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar"),
            vmOption("--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar"),
            vmOption("--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED"),
            vmOption("--add-reads=java.xml=java.logging"),
            vmOption("-Djava.security.manager=allow"),
        };
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
