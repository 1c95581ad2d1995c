package io.patchbay.itest;

import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import org.ops4j.pax.exam.Option;

/** The distribution under Pax Exam, on ports of its own. */
final class Exam {
    private Exam() {}

    static Option[] options() {
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
}
