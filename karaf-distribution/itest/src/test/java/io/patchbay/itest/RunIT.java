package io.patchbay.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
            assertThat(faults(0)).isEqualTo("");
            assertThat(log()).noneMatch(line -> line.contains("Stopping bundles"));
            assertThat(instance.stop()).isZero();
        }
        int firstStart = log().size();
        try (Instance instance = Instance.start(home)) {
            assertThat(faults(firstStart)).isEqualTo("");
            assertThat(instance.stop()).isZero();
        }
        // gogo 1.1.4 may throw while it stops, once an ssh session has been collected: not ours
        assertThat(log()).noneMatch(line -> line.contains("| ERROR") && line.contains("io.patchbay"));
    }

    @Test
    void refusesToPutDemoDataIntoAHomeThatDemoDidNotMake() throws Exception {
        Files.writeString(home.resolve("precious"), "mine");
        Process run = Instance.command(home, "--demo").start();
        assertThat(run.waitFor()).isEqualTo(1);
        assertThat(new String(run.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("was not made by --demo");
    }

    /** Errors and stack traces in the log from that line on, in one line: a build's report shows but the first. */
    private String faults(int from) throws Exception {
        List<String> lines = log();
        return lines.subList(from, lines.size()).stream()
                .filter(line -> line.contains("| ERROR")
                        || line.startsWith("Caused by")
                        || TRACE.matcher(line).matches())
                .limit(12)
                .map(String::strip)
                .collect(Collectors.joining(" / "));
    }

    private List<String> log() throws Exception {
        return Files.readAllLines(home.resolve("log/karaf.log"));
    }
}
