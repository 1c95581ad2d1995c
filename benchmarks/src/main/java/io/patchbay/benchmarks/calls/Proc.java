// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A process of this machine as Linux tells of it. */
record Proc(long pid) {
    private static final double TICKS_A_SECOND = 100; // USER_HZ, the same on all machines we run on

    /** User and system time so far; 0 of one that is gone. */
    double cpuSeconds() {
        String stat = read("stat");
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    int threads() {
        return number("Threads:");
    }

    int residentMegabytes() {
        return number("VmRSS:") / 1024;
    }

    private int number(String key) {
        return read("status")
                .lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
