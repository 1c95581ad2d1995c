// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Patchbay, started by {@code ./run --demo} in a home and on ports of its own, with its data in PostgreSQL. */
final class Patchbay implements AutoCloseable {
    private static final String PASSWORD = "patchbay";
    private static final int STOP_SECONDS = 70;

    private final Path home;
    private final int httpPort = freePort();
    private final int sipPort = freeUdpPort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process run;
    private final Proc proc;

    private Patchbay(Path root, Path home) throws IOException {
        this.home = home;
        ProcessBuilder builder =
                new ProcessBuilder(root.resolve("run").toString(), "--demo", "--home", home.toString());
        builder.environment()
                .putAll(Map.of(
                        "PATCHBAY_HTTP_PORT", Integer.toString(httpPort),
                        "PATCHBAY_HTTPS_PORT", Integer.toString(freePort()),
                        "PATCHBAY_SSH_PORT", Integer.toString(freePort()),
                        "PATCHBAY_SIP_PORT", Integer.toString(sipPort),
                        "PATCHBAY_SIPS_PORT", Integer.toString(freePort()),
                        "PATCHBAY_RTP_PORTS", System.getProperty("rtpPorts", "20000-29999"),
                        "PATCHBAY_TOWN", "off",
                        "PATCHBAY_DEMO_PASSWORD", PASSWORD));
        run = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        ready();
        String pid = Files.readAllLines(home.resolve("data/.instance")).stream()
                .filter(line -> line.startsWith("pid="))
                .findFirst()
                .orElseThrow();
        proc = new Proc(Long.parseLong(pid.substring("pid=".length())));
    }

    /** Starts one, whose data is where the lines of {@code store} say. */
    static Patchbay start(Path root, String store) throws IOException {
        Path home = Files.createTempDirectory("patchbay-calls");
        Files.createDirectories(home.resolve("etc"));
        Files.writeString(home.resolve(".demo"), "");
        Files.writeString(home.resolve("etc/io.patchbay.store.cfg"), store);
        return new Patchbay(root, home);
    }

    private void ready() throws IOException {
        BufferedReader said = run.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("Patchbay is ready")) {
                return;
            }
        }
        throw new IOException("./run ended before it was ready");
    }

    int sipPort() {
        return sipPort;
    }

    Proc proc() {
        return proc;
    }

    /** A command over REST, in one of the demo's names. */
    void command(String user, String name, String body) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + httpPort + "/api/v1/commands/" + name))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(name + " " + body + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int freeUdpPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends it and removes its home, unless {@code -Dkeep} wants to look at it. */
    @Override
    public void close() throws IOException {
        run.destroy();
        try {
            if (!run.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                run.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (System.getProperty("keep") != null) {
            System.out.println("kept " + home);
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
