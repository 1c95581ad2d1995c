// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A file of heads: only ever appended to, each line forced to the disk. */
public final class HeadFile {
    private final Path path;
    private final Set<PosixFilePermission> mode;

    /**
     * Uses a file.
     *
     * @param path made with the first line
     * @param mode its mode when it is made, for example {@code rw-------}
     */
    public HeadFile(Path path, String mode) {
        this.path = path;
        this.mode = PosixFilePermissions.fromString(mode);
    }

    /** Appends a head. */
    public void append(HeadLine head) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (FileChannel file = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(mode))) {
            ByteBuffer line = ByteBuffer.wrap((head.text() + "\n").getBytes(StandardCharsets.US_ASCII));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(true);
        }
    }

    /** The heads of one installation in a file; none if there is no file. */
    public static List<HeadLine> read(Path path, String installation) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
            return lines.map(HeadLine::parse)
                    .flatMap(Optional::stream)
                    .filter(head -> head.installation().equals(installation))
                    .toList();
        }
    }
}
