// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.figure;

import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.store.Home;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Room on the disks under the home. */
public final class HomeFigures implements MeterSource {
    private static final Meter FREE =
            Meter.gauge("patchbay_disk_free_bytes", "What Patchbay may still write under the folder", "folder");
    private static final Meter SIZE = Meter.gauge("patchbay_disk_size_bytes", "Size of the folder's disk", "folder");

    private final Map<String, Path> folders;

    /** Over a home. */
    public HomeFigures(Home home) {
        folders = folders(home);
    }

    /** The folders that grow, by name. */
    public static Map<String, Path> folders(Home home) {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("data", home.data());
        folders.put("recordings", home.recordings());
        folders.put("log", home.log());
        return folders;
    }

    @Override
    public List<Meter> meters() {
        return List.of(FREE, SIZE);
    }

    @Override
    public void measure(Readings readings) {
        folders.forEach((name, path) -> {
            readings.value(FREE, path.toFile().getUsableSpace(), name);
            readings.value(SIZE, path.toFile().getTotalSpace(), name);
        });
    }
}
