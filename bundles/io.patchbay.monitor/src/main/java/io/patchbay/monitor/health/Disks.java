// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.health;

import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Whether there is room under the folders that grow. */
public final class Disks {
    private static final long MEGABYTE = 1024L * 1024;

    private final Map<String, Long> leastMegabytes;
    private final ToLongFunction<String> freeBytes;

    /**
     * Over some folders.
     *
     * @param leastMegabytes what must be free, by the folder's name
     * @param freeBytes what is free
     */
    public Disks(Map<String, Long> leastMegabytes, ToLongFunction<String> freeBytes) {
        this.leastMegabytes = Map.copyOf(leastMegabytes);
        this.freeBytes = freeBytes;
    }

    /** One line a folder. */
    public List<Health> lines() {
        return leastMegabytes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> line(one.getKey(), one.getValue()))
                .toList();
    }

    private Health line(String folder, long least) {
        String part = "disk:" + folder;
        long free = freeBytes.applyAsLong(folder) / MEGABYTE;
        if (free >= least) {
            return new Health(part, Level.UP, Optional.empty());
        }
        // Only the data folder's disk takes the whole down: without it nothing can be journalled.
        boolean dead = folder.equals("data") && free == 0;
        return new Health(
                part,
                dead ? Level.DOWN : Level.DEGRADED,
                Optional.of(Problem.of(
                        "disk-full",
                        "The disk of the folder {0} has {1} MB left, less than {2} MB. {3} Free room or enlarge the disk.",
                        "{0} 文件夹所在磁盘仅剩 {1} MB，低于 {2} MB。{4}请清理或扩容。",
                        folder,
                        String.valueOf(free),
                        String.valueOf(least),
                        english(folder),
                        chinese(folder))));
    }

    private static String english(String folder) {
        return switch (folder) {
            case "data" -> "When it is full nothing new is taken.";
            case "recordings" -> "When it is full calls go on without being recorded.";
            default -> "When it is full nothing is logged any more.";
        };
    }

    private static String chinese(String folder) {
        return switch (folder) {
            case "data" -> "写满后将不再受理新联系。";
            case "recordings" -> "写满后通话继续但不再录音。";
            default -> "写满后将不再记录日志。";
        };
    }
}
