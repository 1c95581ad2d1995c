package io.patchbay.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./run} from outside: first start, second start, shell, stop. */
class RunIT {
    private static final Pattern TRACE = Pattern.compile("\\tat .*");

    @TempDir
    Path home;

    @Test
    void startsTwiceOnOneHomeWithoutARefreshOrATraceAndStopsWithStatusZero() throws Exception {
        try (Instance instance = Instance.start(home)) {
            assertThat(instance.readyLine()).isEqualTo("Patchbay is ready: " + instance.console());
            assertThat(instance.shell("echo 你好")).isEqualTo(new Instance.Answer(0, "你好"));
            assertThat(instance.shell("patchbay:no-such-command").status()).isEqualTo(1);
            assertThat(instance.stop()).isZero();
        }
        assertThat(log()).noneMatch(line -> line.contains("Stopping bundles"));
        try (Instance instance = Instance.start(home)) {
            assertThat(instance.stop()).isZero();
        }
        assertThat(log()).noneMatch(line -> TRACE.matcher(line).matches()).noneMatch(line -> line.contains("| ERROR"));
    }

    @Test
    void refusesToPutDemoDataIntoAHomeThatDemoDidNotMake() throws Exception {
        Files.writeString(home.resolve("precious"), "mine");
        Process run = Instance.command(home, "--demo").start();
        assertThat(run.waitFor()).isEqualTo(1);
        assertThat(new String(run.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("was not made by --demo");
    }

    private List<String> log() throws Exception {
        return Files.readAllLines(home.resolve("log/karaf.log"));
    }
}
