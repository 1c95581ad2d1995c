// SPDX-License-Identifier: Apache-2.0
package io.patchbay.backup.archive;

import io.patchbay.api.command.Problem;
import io.patchbay.store.Home;
import io.patchbay.store.copy.Copied;
import io.patchbay.store.copy.CopyFailed;
import io.patchbay.store.copy.DatabaseCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything of a home in one file. The database comes first, as it is at one moment; files are made durable before the
 * database names them, so that every file it names is there when the files are read afterwards.
 */
public final class Backup {
    /** Folders and files of a home that are carried; caches, logs and the database's own files are not. */
    private static final List<String> CARRIED = List.of(
            "etc",
            "keys",
            "routes",
            "features",
            "recordings",
            "data/content",
            "data/changelogs",
            "data/installation",
            "data/seeded.sha256",
            ".demo",
            "data/.demo-etc",
            "data/.demo-trunk");

    private static final String STORE = "etc/io.patchbay.store.cfg";
    private static final String DATABASE = "data/db/patchbay.mv.db";

    private final Home home;
    private final DatabaseCopies copies;

    public Backup(Home home, DatabaseCopies copies) {
        this.home = home;
        this.copies = copies;
    }

    /** Makes it; the file appears only once it is whole and on disk. */
    public BackupMade into(Path file) {
        if (Files.exists(file)) {
            throw failed(file, "it exists", null);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Path database = home.data().resolve("tmp").resolve("backup-" + System.nanoTime() + ".mv.db");
        try {
            Files.createDirectories(file.getParent());
            Files.createDirectories(database.getParent());
            Copied copied = copies.snapshot(database);
            int files = write(part, database, copied);
            Files.move(part, file);
            return new BackupMade(file, Files.size(file), files, copied);
        } catch (IOException e) {
            throw failed(file, e.toString(), e);
        } finally {
            remove(part, database);
        }
    }

    private int write(Path part, Path database, Copied copied) throws IOException {
        try (ArchiveFile archive = new ArchiveFile(part, copied)) {
            archive.add(DATABASE, database);
            for (String name : CARRIED) {
                add(archive, home.root().resolve(name));
            }
            return archive.finish() - 1;
        }
    }

    private void add(ArchiveFile archive, Path start) throws IOException {
        if (!Files.exists(start)) {
            return;
        }
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = home.root().relativize(file).toString();
                if (name.equals(STORE)) {
                    archive.add(name, embedded(Files.readAllLines(file)));
                } else {
                    archive.add(name, file);
                }
            }
        }
    }

    /** The restored home has its database in itself; where it was before stays as a comment. */
    private static List<String> embedded(List<String> lines) {
        return lines.stream()
                .map(line -> line.matches("\\s*(url|user|password)\\s*[=:].*") ? "# before the restore: " + line : line)
                .toList();
    }

    private static CopyFailed failed(Path file, String why, Exception cause) {
        return new CopyFailed(
                Problem.of(
                        "backup-failed",
                        "The backup {0} was not made: {1}. Nothing of it is left; mend that and try again.",
                        "备份 {0} 未完成：{1}。未留下任何残余文件，请处理后重试。",
                        file,
                        why),
                cause);
    }

    private static void remove(Path... files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw failed(file, "it cannot be removed: " + e, e);
            }
        }
    }
}
