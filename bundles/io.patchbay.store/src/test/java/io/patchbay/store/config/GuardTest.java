// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.command.Problem;
import io.patchbay.store.ConfigValidator;
import io.patchbay.store.ConfigValidator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GuardTest {
    @TempDir
    Path etc;

    private final Map<String, Schema> schemas = new HashMap<>();
    private final Kept kept = new Kept();
    private Optional<List<ConfigValidator>> validators = Optional.of(List.of());
    private Guard guard;

    /** Configurations in use, in memory. */
    private static final class Kept implements ConfigSink {
        private final Map<String, Map<String, Object>> byFile = new TreeMap<>();
        private int taken;

        @Override
        public Set<String> files() {
            return byFile.keySet();
        }

        @Override
        public void take(ConfigFile file, Map<String, Object> values) {
            byFile.put(file.file(), values);
            taken++;
        }

        @Override
        public void drop(String file) {
            byFile.remove(file);
        }
    }

    @BeforeEach
    void open() throws IOException {
        Map<String, Setting> settings = new LinkedHashMap<>();
        settings.put("host", new Setting("host", Setting.Kind.TEXT, false, true, List.of(), v -> Optional.empty()));
        settings.put(
                "port",
                new Setting(
                        "port",
                        Setting.Kind.WHOLE,
                        false,
                        false,
                        List.of(),
                        v -> Integer.parseInt(v) > 65535 ? Optional.of("at most 65535") : Optional.empty()));
        settings.put(
                "tls",
                new Setting("tls", Setting.Kind.TEXT, false, false, List.of("none", "tls"), v -> Optional.empty()));
        settings.put("codecs", new Setting("codecs", Setting.Kind.TEXT, true, false, List.of(), v -> Optional.empty()));
        settings.put(
                "password",
                new Setting("password", Setting.Kind.WHOLE, false, false, List.of(), v -> Optional.empty()));
        schemas.put("io.patchbay.channel.x", new Schema(settings, 1, false));
        guard = new Guard(
                etc,
                new Interpolation(Path.of("/h"), Map.of("SECRET", "s3")::get),
                pid -> Optional.ofNullable(schemas.get(pid)),
                (pid, schema) -> validators,
                kept);
        guard.poll();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(etc.resolve(file), text);
        guard.poll();
        guard.poll();
    }

    private Map<String, Object> taken(String file) {
        return kept.byFile.get(file);
    }

    @Test
    void goodFileIsTakenWithItsVariablesFilledIn() throws IOException {
        write(
                "io.patchbay.channel.x-north.cfg",
                "# a comment\nhost = ${home}/a\\\n  b\ncodecs = PCMA, PCMU\ntls=tls\n! another\n");
        assertThat(taken("io.patchbay.channel.x-north.cfg"))
                .containsEntry("host", "/h/ab")
                .containsEntry("tls", "tls");
        assertThat((String[]) taken("io.patchbay.channel.x-north.cfg").get("codecs"))
                .containsExactly("PCMA", "PCMU");
        assertThat(guard.refused()).isEmpty();
    }

    @Test
    void halfWrittenFileIsNotReadBeforeItStandsStill() throws IOException {
        Files.writeString(etc.resolve("io.patchbay.channel.x-n.cfg"), "host = a");
        guard.poll();
        Files.writeString(etc.resolve("io.patchbay.channel.x-n.cfg"), "host = abc");
        guard.poll();
        assertThat(kept.byFile).isEmpty();
        guard.poll();
        assertThat(taken("io.patchbay.channel.x-n.cfg")).containsEntry("host", "abc");
    }

    @Test
    void badValueIsRefusedByNameAndTheLastGoodOneStays() throws IOException {
        String file = "io.patchbay.channel.x-north.cfg";
        write(file, "host = good");
        for (String bad : List.of(
                "port = x", "port = 70000", "tls = maybe", "hots = b", "line", "host = c", "port = ${env:NO}")) {
            write(file, "host = bad\n" + bad + "\n");
            assertThat(taken(file)).as(bad).containsEntry("host", "good");
            assertThat(guard.refused().get(file).english())
                    .contains(file)
                    .contains(bad.equals("line") ? "line 2" : bad.substring(0, 4));
        }
        write(file, "port = 1");
        assertThat(guard.refused().get(file).chinese()).contains("host 必须填写");
        write(file, "host = again");
        assertThat(guard.refused()).isEmpty();
        assertThat(taken(file)).containsEntry("host", "again");
    }

    @Test
    void secretsAreNotShown() throws IOException {
        write("io.patchbay.channel.x-n.cfg", "host = a\npassword = hunter2");
        assertThat(guard.refused().get("io.patchbay.channel.x-n.cfg").english())
                .contains("password = ***")
                .doesNotContain("hunter2");
    }

    @Test
    void validatorIsHeardAndWaitedFor() throws IOException {
        validators = Optional.empty();
        write("io.patchbay.channel.x-n.cfg", "host = nobody");
        assertThat(kept.byFile).isEmpty();
        validators = Optional.of(List.of(new ConfigValidator() {
            @Override
            public String pid() {
                return "io.patchbay.channel.x";
            }

            @Override
            public List<Fault> check(Map<String, String> values) {
                return values.get("host").equals("nobody")
                        ? List.of(new Fault("host", new Problem("no", "is nobody's", "不属于任何人")))
                        : List.of();
            }
        }));
        guard.poll();
        assertThat(guard.refused().get("io.patchbay.channel.x-n.cfg").english()).contains("host = nobody is nobody's");
        write("io.patchbay.channel.x-n.cfg", "host = somebody");
        assertThat(taken("io.patchbay.channel.x-n.cfg")).containsEntry("host", "somebody");
    }

    @Test
    void fileOfABundleThatIsNotThereWaitsForIt() throws IOException {
        write("io.patchbay.late.cfg", "");
        assertThat(kept.byFile).isEmpty();
        schemas.put("io.patchbay.late", new Schema(Map.of(), 2, false));
        guard.poll();
        assertThat(kept.byFile).containsKey("io.patchbay.late.cfg");
    }

    @Test
    void removedFileTakesItsConfigurationAway() throws IOException {
        write("io.patchbay.channel.x-n.cfg", "host = a");
        write("io.patchbay.channel.x-m.cfg", "nonsense");
        Files.delete(etc.resolve("io.patchbay.channel.x-n.cfg"));
        Files.delete(etc.resolve("io.patchbay.channel.x-m.cfg"));
        guard.poll();
        assertThat(kept.byFile).isEmpty();
        assertThat(guard.refused()).isEmpty();
    }

    @Test
    void storeIsConfiguredAlsoWithoutAFile() throws IOException {
        schemas.put("io.patchbay.store", new Schema(Map.of(), 2, false));
        guard.poll();
        guard.poll();
        assertThat(kept.byFile).containsOnlyKeys("io.patchbay.store.cfg");
        assertThat(kept.taken).isEqualTo(1);
    }

    @Test
    void foreignFilesAreNotLookedAt() throws IOException {
        write("org.ops4j.pax.web.cfg", "a = b");
        write("io.patchbay.channel.x-n.cfg.bak", "a = b");
        assertThat(kept.byFile).isEmpty();
        assertThat(guard.refused()).isEmpty();
    }
}
