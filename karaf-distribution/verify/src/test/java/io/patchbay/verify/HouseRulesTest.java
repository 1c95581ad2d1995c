package io.patchbay.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may depend on whom, and one home per technology (DESIGN.md 3). */
class HouseRulesTest {
    private static House house;
    private static JavaClasses classes;

    /** A technology, and which (module, package) may use it. */
    private record Technology(String prefix, BiPredicate<String, String> home) {}

    private static final List<Technology> TECHNOLOGIES = List.of(
            new Technology("javax.sip.", in("sip", "channel.voice", "demo")),
            new Technology("gov.nist.", in("sip", "channel.voice", "demo")),
            new Technology("jakarta.persistence.", in("store").or(under("store"))),
            new Technology("org.eclipse.persistence.", in("store").or(under("store"))),
            new Technology("com.vaadin.", (module, name) -> module.startsWith("ui.")),
            new Technology("org.apache.camel.", in("camel", "channel.sms", "channel.email")),
            new Technology("org.glassfish.", in("rest")),
            new Technology("jakarta.ws.rs.", in("rest").or(under("rest"))),
            new Technology(
                    "jakarta.servlet.", in("rest", "ui.console", "channel.chat", "channel.voice", "camel", "demo")),
            new Technology("io.micrometer.", in("monitor")),
            new Technology("io.prometheus.", in("monitor")),
            new Technology("jakarta.websocket.", in("rest", "ui.console", "channel.chat", "channel.voice")),
            new Technology("org.apache.karaf.", in("shell", "provision")));

    @BeforeAll
    static void importClasses() throws IOException {
        house = new House();
        classes = new ClassFileImporter().importPaths(house.classes());
        assertThat(classes).isNotEmpty();
    }

    @Test
    void aModuleUsesOnlyWhatItsRowAllows() {
        TreeSet<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            String module = house.moduleOf(type.getPackageName());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String other = house.moduleOf(
                        dependency.getTargetClass().getBaseComponentType().getPackageName());
                if (!other.isEmpty() && !House.mayUse(module, other)) {
                    violations.add(module + " may not use " + other + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void aTechnologyStaysAtHome() {
        TreeSet<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            String module = house.moduleOf(type.getPackageName());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getName();
                for (Technology technology : TECHNOLOGIES) {
                    if (target.startsWith(technology.prefix())
                            && !technology.home().test(module, type.getPackageName())) {
                        violations.add(type.getName() + " uses " + target);
                    }
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public String getDescription() {
                        return "packages";
                    }

                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return house.moduleOf(type.getPackageName()).isEmpty()
                                ? SliceIdentifier.ignore()
                                : SliceIdentifier.of(type.getPackageName());
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void noPackageIsSplitOverTwoModules() {
        Map<String, String> owners = new HashMap<>();
        List<String> split = new ArrayList<>();
        for (Path folder : house.classes()) {
            for (var name : new TreeSet<>(new ClassFileImporter()
                    .importPath(folder).stream().map(JavaClass::getPackageName).toList())) {
                String other = owners.putIfAbsent(name, folder.toString());
                if (other != null) {
                    split.add(name + " is in " + other + " and " + folder);
                }
            }
        }
        assertThat(split).isEmpty();
    }

    @Test
    void nothingIsReachedByGetInstance() {
        noMethods().should().haveName("getInstance").allowEmptyShould(true).check(classes);
    }

    private static BiPredicate<String, String> in(String... modules) {
        return (module, name) -> List.of(modules).contains(module);
    }

    /** A package of that last name in any bundle. */
    private static BiPredicate<String, String> under(String part) {
        return (module, name) -> (name + ".").contains("." + part + ".");
    }
}
