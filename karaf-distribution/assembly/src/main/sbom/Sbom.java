// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;

/** Writes what is in a distribution as CycloneDX 1.5: every jar, and every artifact that a jar carries inside. */
class Sbom {
    private final Map<String, String> components = new TreeMap<>();

    public static void main(String[] args) throws Exception {
        Path distribution = Path.of(args[0]);
        Sbom sbom = new Sbom();
        try (Stream<Path> files = Files.walk(distribution)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                sbom.read(distribution, jar);
            }
        }
        Files.writeString(distribution.resolve("bom.json"), sbom.json());
    }

    private void read(Path distribution, Path jar) throws Exception {
        Path place = distribution.relativize(jar);
        try (JarFile file = new JarFile(jar.toFile())) {
            String license = file.getManifest() == null ? null : file.getManifest().getMainAttributes().getValue("Bundle-License");
            Artifact own = place.startsWith("system") ? Artifact.at(place) : Artifact.named(jar);
            add(own, license, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar))), place.toString());
            for (JarEntry entry : file.stream().toList()) {
                if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    inside(Artifact.in(file.getInputStream(entry)), own, place);
                } else if (entry.getName().endsWith(".jar")) {
                    nested(file.getInputStream(entry), own, place);
                }
            }
        }
    }

    private void nested(InputStream jar, Artifact own, Path place) throws IOException {
        try (JarInputStream entries = new JarInputStream(jar)) {
            for (JarEntry entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry()) {
                if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    inside(Artifact.in(entries), own, place);
                }
            }
        }
    }

    private void inside(Artifact artifact, Artifact own, Path place) {
        if (!artifact.name().equals(own.name())) {
            add(artifact, null, null, place.toString());
        }
    }

    private void add(Artifact artifact, String license, String sha256, String place) {
        StringBuilder json = new StringBuilder("    {\"type\": \"library\"");
        field(json, "group", artifact.group());
        field(json, "name", artifact.name());
        field(json, "version", artifact.version());
        field(json, "purl", "pkg:maven/" + artifact.group() + "/" + artifact.name() + "@" + artifact.version());
        if (sha256 != null) {
            json.append(", \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"").append(sha256).append("\"}]");
        }
        if (license != null) {
            json.append(", \"licenses\": [{\"license\": {\"name\": ").append(quoted(license)).append("}}]");
        }
        json.append(", \"evidence\": {\"occurrences\": [{\"location\": ").append(quoted(place)).append("}]}}");
        components.putIfAbsent(artifact + (sha256 == null ? " in " + place : ""), json.toString());
    }

    private static void field(StringBuilder json, String name, String value) {
        json.append(", \"").append(name).append("\": ").append(quoted(value));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append(c < ' ' ? " " : c == '"' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c)));
        return json.append('"').toString();
    }

    private String json() {
        return "{\n  \"bomFormat\": \"CycloneDX\",\n  \"specVersion\": \"1.5\",\n  \"version\": 1,\n  \"components\": [\n"
                + String.join(",\n", components.values())
                + "\n  ]\n}\n";
    }

    /** Maven coordinates. */
    record Artifact(String group, String name, String version) {
        /** system/org/example/name/version/name-version.jar */
        static Artifact at(Path place) {
            int names = place.getNameCount();
            String group = place.subpath(1, names - 3).toString().replace('/', '.');
            return new Artifact(group, place.getName(names - 3).toString(), place.getName(names - 2).toString());
        }

        static Artifact named(Path jar) {
            List<String> parts = List.of(jar.getFileName().toString().replace(".jar", "").split("-(?=[0-9])", 2));
            String name = parts.get(0);
            return new Artifact(name.startsWith("org.apache.karaf") ? "org.apache.karaf" : name, name, parts.size() > 1 ? parts.get(1) : "0");
        }

        static Artifact in(InputStream entry) throws IOException {
            Properties properties = new Properties();
            properties.load(entry);
            return new Artifact(properties.getProperty("groupId"), properties.getProperty("artifactId"), properties.getProperty("version"));
        }
    }
}
