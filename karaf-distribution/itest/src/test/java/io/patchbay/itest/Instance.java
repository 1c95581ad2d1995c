package io.patchbay.itest;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One {@code ./run} on free ports. */
final class Instance implements AutoCloseable {
    /** What a shell command printed, and its exit status. */
    record Answer(int status, String text) {}

    private static final int START_SECONDS = 180;
    private static final Path DISTRIBUTION = unpack();

    private final Path home;
    private final int httpPort;
    private final Process process;
    private final String readyLine;

    private Instance(Path home, int httpPort, Process process, String readyLine) {
        this.home = home;
        this.httpPort = httpPort;
        this.process = process;
        this.readyLine = readyLine;
    }

    /** Starts and waits until the instance says that it is ready. */
    static Instance start(Path home, String... arguments) throws IOException {
        int httpPort = freePort();
        ProcessBuilder builder = command(home, arguments);
        builder.environment().put("PATCHBAY_HTTP_PORT", "" + httpPort);
        builder.environment().put("PATCHBAY_HTTPS_PORT", "" + freePort());
        builder.environment().put("PATCHBAY_SSH_PORT", "" + freePort());
        builder.environment().put("PATCHBAY_SIP_PORT", "" + freePort());
        builder.environment().put("PATCHBAY_SIPS_PORT", "" + freePort());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        // A start that hangs ends here; the reader below then sees the end of the output.
        CompletableFuture<Void> watch = CompletableFuture.runAsync(
                process::destroy, CompletableFuture.delayedExecutor(START_SECONDS, TimeUnit.SECONDS));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("Patchbay is ready")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("./run was not ready, home " + home + ":\n" + faults(home));
        }
        watch.cancel(false);
        return new Instance(home, httpPort, process, line);
    }

    private static String faults(Path home) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("log/karaf.log"))) {
            return lines.filter(
                            line -> line.contains("| ERROR") || line.contains("| WARN") || line.startsWith("Caused"))
                    .limit(20)
                    .collect(Collectors.joining("\n"));
        }
    }

    static ProcessBuilder command(Path home, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(System.getProperty("patchbay.root") + File.separator + "run");
        words.add("--home");
        words.add(home.toString());
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("PATCHBAY_DIST", DISTRIBUTION.toString());
        return builder;
    }

    String readyLine() {
        return readyLine;
    }

    String console() {
        return "http://127.0.0.1:" + httpPort + "/";
    }

    Answer shell(String command) throws IOException, InterruptedException {
        Process shell = command(home, "--shell", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(shell.waitFor(), text.strip());
    }

    /** Ends it as Ctrl-C does and returns the exit status. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit().completeOnTimeout(null, 70, TimeUnit.SECONDS).join() == null) {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path unpack() {
        Path target = Path.of("target/dist").toAbsolutePath();
        try {
            Files.createDirectories(target);
            Process tar = new ProcessBuilder(
                            "tar",
                            "-xzf",
                            System.getProperty("patchbay.tar"),
                            "-C",
                            target.toString(),
                            "--strip-components=1")
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw new IllegalStateException("cannot unpack " + System.getProperty("patchbay.tar"));
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
