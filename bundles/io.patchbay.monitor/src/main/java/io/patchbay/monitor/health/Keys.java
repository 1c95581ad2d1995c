// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.health;

import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Whether the keys lie where the next start looks for them, and for Patchbay's account alone. */
public final class Keys {
    private static final Set<PosixFilePermission> OURS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path folder;
    private final boolean masterInFile;

    /** Over a folder; if the master key is in a file it is there by now, else a command prints it. */
    public Keys(Path folder) {
        this.folder = folder;
        masterInFile = Files.exists(folder.resolve("master.key"));
    }

    /** How they are. */
    public Health health() {
        return fault(folder.resolve("index.key"))
                .or(() -> masterInFile ? fault(folder.resolve("master.key")) : Optional.empty())
                .map(problem -> new Health("keys", Level.DEGRADED, Optional.of(problem)))
                .orElseGet(() -> new Health("keys", Level.UP, Optional.empty()));
    }

    private static Optional<Problem> fault(Path file) {
        try {
            if (!Files.isReadable(file)) {
                return Optional.of(Problem.of(
                        "key-missing",
                        "The key file {0} is not there. What runs goes on, but after the next start nothing sealed could be"
                                + " read. Bring it back from the backup of keys/ before you restart.",
                        "密钥文件 {0} 不存在。当前运行不受影响，但重启后将无法读取任何加密内容。重启前请从 keys/ 的备份中恢复。",
                        file.getFileName()));
            }
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            return OURS.containsAll(mode)
                    ? Optional.empty()
                    : Optional.of(Problem.of(
                            "key-open",
                            "Others than Patchbay''s account may read the key file {0}. Set its mode to 600.",
                            "其他账户可以读取密钥文件 {0}。请将权限改为 600。",
                            file.getFileName()));
        } catch (IOException e) {
            return Optional.of(Problem.of(
                    "key-unreadable",
                    "The key file {0} cannot be looked at: {1}.",
                    "无法检查密钥文件 {0}：{1}。",
                    file.getFileName(),
                    e.getMessage()));
        } catch (UnsupportedOperationException e) {
            return Optional.empty(); // a file system without modes
        }
    }
}
