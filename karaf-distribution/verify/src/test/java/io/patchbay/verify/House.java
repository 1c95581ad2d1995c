package io.patchbay.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The modules that are built, and the rows of DESIGN.md 3: who may depend on whom. */
final class House {
    static final String PREFIX = "io.patchbay.";

    /** What the feature patchbay-core holds: may be referred to by a static and mandatory reference. */
    static final Set<String> BASE = Set.of(
            "api",
            "spi",
            "store",
            "core",
            "directory",
            "customer",
            "routing",
            "flow",
            "flow.api",
            "settings.api",
            "settings");

    private static final Set<String> REPACKAGED = Set.of(
            "ui.vaadin",
            "sip",
            "mail.runtime",
            "servlet.contract",
            "camel.runtime",
            "camel.csv",
            "camel.dsl",
            "camel.http",
            "camel.jackson",
            "camel.jms",
            "camel.kafka",
            "camel.mail",
            "camel.netty",
            "camel.quartz",
            "camel.servlet",
            "camel.smpp",
            "camel.sql",
            "camel.xml");

    private static final Set<String> ROW_0 = Set.of("api", "media", "webrtc");
    private static final Set<String> ROW_1 = Set.of("spi", "store", "ui.kit", "testkit");
    private static final Set<String> ROW_3 = Set.of("rest", "shell");
    private static final Set<String> ROW_4 = Set.of("demo");

    /** What a module may use of ours beside what its row allows. */
    private static final Map<String, Set<String>> EXTRA = Map.of(
            "webrtc", Set.of("media"),
            "testkit", Set.of("spi"),
            "channel.voice", Set.of("sip", "media", "webrtc"));

    /** Whether a module is nowhere without the other: their feature brings both. */
    static boolean together(String module, String other) {
        return EXTRA.getOrDefault(module, Set.of()).contains(other);
    }

    private final Path root;
    private final List<String> modules;

    House() throws IOException {
        root = Path.of("../..").toAbsolutePath().normalize();
        modules = new ArrayList<>();
        for (String folder : List.of("bundles", "ui")) {
            try (Stream<Path> children = Files.list(root.resolve(folder))) {
                children.map(child -> child.getFileName().toString())
                        .filter(name -> name.startsWith(PREFIX))
                        .map(name -> name.substring(PREFIX.length()))
                        .forEach(modules::add);
            }
        }
        modules.removeAll(REPACKAGED);
        modules.sort(Comparator.comparing(String::length).reversed());
    }

    /** Compiled classes of every module of ours that has some. */
    List<Path> classes() {
        return modules.stream()
                .map(module -> folder(module).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The jars of our modules. */
    List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String module : modules) {
            Path target = folder(module).resolve("target");
            if (Files.isDirectory(target)) {
                try (Stream<Path> files = Files.list(target)) {
                    files.filter(file -> file.getFileName()
                                    .toString()
                                    .matches("io\\.patchbay\\..*-[0-9.]+(-SNAPSHOT)?\\.jar"))
                            .forEach(jars::add);
                }
            }
        }
        return jars;
    }

    /** The module whose root package holds this package, without the prefix; empty if it is none of ours. */
    String moduleOf(String packageName) {
        for (String module : modules) {
            if ((packageName + ".").startsWith(PREFIX + module + ".")) {
                return module;
            }
        }
        return "";
    }

    static boolean mayUse(String module, String other) {
        if (module.equals(other) || EXTRA.getOrDefault(module, Set.of()).contains(other)) {
            return true;
        }
        return switch (row(module)) {
            case 0 -> false;
            case 1 -> other.equals("api");
            case 2 -> isContract(other) || other.equals("store");
            case 3 -> isContract(other) || (module.startsWith("ui.") && other.equals("ui.kit"));
            default -> true;
        };
    }

    private static int row(String module) {
        if (ROW_0.contains(module)) {
            return 0;
        }
        if (ROW_1.contains(module) || module.endsWith(".api")) {
            return 1;
        }
        if (ROW_4.contains(module)) {
            return 4;
        }
        return ROW_3.contains(module) || module.startsWith("ui.") ? 3 : 2;
    }

    private static boolean isContract(String module) {
        return module.equals("api") || module.equals("spi") || module.endsWith(".api");
    }

    private Path folder(String module) {
        return root.resolve(module.startsWith("ui.") ? "ui" : "bundles").resolve(PREFIX + module);
    }
}
