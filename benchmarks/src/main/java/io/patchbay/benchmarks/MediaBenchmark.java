// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.patchbay.media.Agreed;
import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.G711;
import io.patchbay.media.Leg;
import io.patchbay.media.MediaFigures;
import io.patchbay.media.MediaSettings;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.RemoteMedia;
import io.patchbay.media.Side;
import io.patchbay.media.engine.MediaEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Recorded calls of two legs through the real media engine: CPU of this process for each, lost packets, delay. The far
 * ends are another process ({@link Callers}); every second of every recording is sealed with AES-256-GCM and written to
 * a file of its own. System properties {@code warmUp}, {@code seconds}, {@code threads}, {@code staffLaw} change the
 * load.
 */
public final class MediaBenchmark {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = Integer.getInteger("warmUp", 15);
    private static final int SECONDS = Integer.getInteger("seconds", 20);
    private static final int MEDIA_THREADS = Integer.getInteger("threads", 1);
    private static final G711 STAFF_LAW = G711.valueOf(System.getProperty("staffLaw", "PCMA"));
    private static final double NANOS = 1e9;

    private final int calls;
    private final Path folder;
    private final List<Bridge> bridges = new ArrayList<>();

    private MediaBenchmark(int calls, Path folder) {
        this.calls = calls;
        this.folder = folder;
    }

    /** Numbers of calls; 100, 200 and 400 without arguments. */
    public static void main(String[] numbers) throws IOException, InterruptedException, NoPortLeftException {
        System.out.printf(
                "machine: %d cores, %s %s, Java %s; %d media threads, %d s after %d s, staff's law %s%n",
                SYSTEM.getAvailableProcessors(),
                SYSTEM.getName(),
                SYSTEM.getArch(),
                Runtime.version(),
                MEDIA_THREADS,
                SECONDS,
                WARM_UP,
                STAFF_LAW);
        for (String number : numbers.length == 0 ? new String[] {"100", "200", "400"} : numbers) {
            Path folder = Files.createTempDirectory("patchbay-benchmark");
            try {
                new MediaBenchmark(Integer.parseInt(number), folder).run();
            } finally {
                delete(folder);
            }
        }
        System.out.println("peer (recorded figure): Asterisk 22, 0.63-0.77 % of a core a recorded call; goal <= 0.2 %");
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() throws IOException, InterruptedException, NoPortLeftException {
        MediaSettings settings =
                MediaSettings.defaults(InetAddress.getLoopbackAddress()).withThreads(MEDIA_THREADS);
        Process callers = callers();
        try (MediaEngine engine = new MediaEngine(settings);
                BufferedReader answers = callers.inputReader(StandardCharsets.US_ASCII);
                PrintStream ports = new PrintStream(callers.getOutputStream(), false, StandardCharsets.US_ASCII)) {
            for (int call = 0; call < calls; call++) {
                call(engine, call, answers, ports);
            }
            ports.flush();
            pause(WARM_UP);
            measure(engine, answers);
        } finally {
            callers.destroy();
            callers.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process callers() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Callers.class.getName(),
                        Integer.toString(2 * calls),
                        Integer.toString(WARM_UP + SECONDS + 3),
                        Integer.toString(STAFF_LAW.payloadType()),
                        Integer.toString(WARM_UP))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void call(MediaEngine engine, int number, BufferedReader answers, PrintStream ports)
            throws IOException, NoPortLeftException {
        Bridge bridge = engine.bridge(new BridgeListener() {});
        bridges.add(bridge);
        Leg customer = leg(bridge, Side.CUSTOMER, G711.PCMA, answers, ports);
        Leg agent = leg(bridge, Side.STAFF, STAFF_LAW, answers, ports);
        customer.hears(Set.of(agent));
        agent.hears(Set.of(customer));
        bridge.record(new SealingSink(folder.resolve(number + ".sealed")));
    }

    private static Leg leg(Bridge bridge, Side side, G711 law, BufferedReader answers, PrintStream ports)
            throws IOException, NoPortLeftException {
        Leg leg = bridge.leg(side);
        int port = Integer.parseInt(answers.readLine());
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        leg.remote(new RemoteMedia(there, there, law, -1, Agreed.EXACT));
        ports.println(leg.rtpPort());
        return leg;
    }

    private static void pause(int seconds) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (until - System.nanoTime() > 0) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private void measure(MediaEngine engine, BufferedReader answers) throws IOException {
        long began = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        long media = cpuOf("patchbay-media");
        long recorder = cpuOf("patchbay-recorder");
        MediaFigures before = engine.figures();
        pause(SECONDS);
        double elapsed = (System.nanoTime() - began) / NANOS;
        double used = (SYSTEM.getProcessCpuTime() - cpu) / NANOS;
        MediaFigures after = engine.figures();
        double share = 100 * used / elapsed / calls;
        System.out.printf(
                "%d recorded calls: %.3f %% of a core each (%.1f s CPU in %.1f s: media %.1f, recorder %.1f), load %.1f%n",
                calls,
                share,
                used,
                elapsed,
                (cpuOf("patchbay-media") - media) / NANOS,
                (cpuOf("patchbay-recorder") - recorder) / NANOS,
                SYSTEM.getSystemLoadAverage());
        System.out.printf(
                "  %.0f packets/s in, %.0f out; late ticks %d, left out %d, recorded seconds lost %d%n",
                (after.packetsIn() - before.packetsIn()) / elapsed,
                (after.packetsOut() - before.packetsOut()) / elapsed,
                after.lateTicks() - before.lateTicks(),
                after.skippedTicks() - before.skippedTicks(),
                after.lostSeconds() - before.lostSeconds());
        long sent = Long.parseLong(answers.readLine());
        long cameBack = Long.parseLong(answers.readLine());
        String delays = answers.readLine();
        long ours = engine.figures().packetsOut();
        // The engine reads what is still in its sockets.
        pause(1);
        MediaFigures end = engine.figures();
        System.out.printf(
                "  over all: %d of %d packets to us and %d of %d from us were lost%n",
                sent - end.packetsIn(), sent, Math.max(0, ours - cameBack), ours);
        System.out.printf(
                "  one way, p50 p99 p99.9: %s ms, of which up to %d in reading them here%n",
                delays, Callers.millisBetweenReads(calls));
        bridges.forEach(Bridge::close);
    }

    private static long cpuOf(String name) {
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            if (THREADS.getThreadInfo(id) != null
                    && THREADS.getThreadInfo(id).getThreadName().startsWith(name)) {
                sum += THREADS.getThreadCpuTime(id);
            }
        }
        return sum;
    }
}
