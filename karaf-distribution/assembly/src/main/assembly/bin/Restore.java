// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** {@code ./run --restore BACKUP}: unpacks a backup into a home that is empty, every file checked against the manifest. */
class Restore {
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[1]).toAbsolutePath().normalize();
        Path fresh = home.resolveSibling("." + home.getFileName() + ".restoring");
        try (ZipFile backup = new ZipFile(args[0])) {
            if (Files.exists(home) && !empty(home)) {
                throw new IOException(home + " is not empty: give another with --home DIR");
            }
            remove(fresh);
            Map<String, String> manifest = manifest(backup);
            for (Map.Entry<String, String> file : manifest.entrySet()) {
                unpack(backup, file.getKey(), file.getValue(), fresh);
            }
            Files.deleteIfExists(home);
            Files.move(fresh, home);
            System.out.println("Restored " + manifest.size() + " files into " + home);
        } catch (IOException | IllegalArgumentException e) {
            remove(fresh);
            System.err.println("run: " + args[0] + " is not restored: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> manifest(ZipFile backup) throws IOException {
        ZipEntry entry = backup.getEntry("MANIFEST");
        if (entry == null) {
            throw new IOException("it has no MANIFEST, so it is no backup or was cut off");
        }
        Map<String, String> files = new LinkedHashMap<>();
        try (InputStream in = backup.getInputStream(entry)) {
            String[] lines = new String(in.readAllBytes(), "UTF-8").split("\n");
            if (!lines[0].equals("patchbay-backup 1")) {
                throw new IOException("it was made by another version: " + lines[0]);
            }
            for (String line : lines) {
                if (line.matches("[0-9a-f]{64} .+")) {
                    files.put(line.substring(65), line.substring(0, 64));
                }
            }
        }
        return files;
    }

    private static void unpack(ZipFile backup, String name, String hash, Path home) throws Exception {
        Path file = home.resolve(name).normalize();
        ZipEntry entry = backup.getEntry(name);
        if (entry == null || !file.startsWith(home)) {
            throw new IOException("the file " + name + " is missing in it");
        }
        Files.createDirectories(file.getParent());
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(backup.getInputStream(entry), sha)) {
            Files.copy(in, file);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        if (!HexFormat.of().formatHex(sha.digest()).equals(hash)) {
            throw new IOException("the file " + name + " in it is damaged");
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
