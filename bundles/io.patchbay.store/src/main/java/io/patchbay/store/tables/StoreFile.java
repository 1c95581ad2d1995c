// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import io.patchbay.api.command.Problem;
import io.patchbay.store.copy.CopyFailed;
import io.patchbay.store.copy.CopyTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code etc/io.patchbay.store.cfg}: other values for its keys, every comment kept. */
final class StoreFile {
    private final Path file;

    StoreFile(Path file) {
        this.file = file;
    }

    /** From now on the database is the target. */
    void name(CopyTarget target) {
        Map<String, String> wanted =
                new TreeMap<>(Map.of("url", target.url(), "user", target.user(), "password", target.password()));
        try {
            List<String> lines = new ArrayList<>();
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String key = line.split("[=:]", 2)[0].strip();
                String value = wanted.remove(key);
                lines.add(value == null ? line : key + " = " + value);
            }
            wanted.forEach((key, value) -> lines.add(key + " = " + value));
            Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
            Files.write(fresh, lines, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CopyFailed(
                    Problem.of(
                            "copy-config",
                            "{0} cannot be written: {1}. Patchbay stays on its database.",
                            "无法写入 {0}：{1}。Patchbay 继续使用原数据库。",
                            file,
                            e.getMessage()),
                    e);
        }
    }
}
