// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A 256-bit key as 64 hex digits, in a file that only Patchbay's account reads, or from a command. */
final class KeyFile {
    static final int BYTES = 32;
    private static final int COMMAND_SECONDS = 30;

    private KeyFile() {}

    /** The key in a file, made on first use. */
    static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file, e);
        }
    }

    /** The key in a file, made on first use, and those before it, latest first. */
    static List<byte[]> readOrMakeAll(Path file) {
        byte[] present = readOrMake(file);
        List<byte[]> all = new ArrayList<>(List.of(present));
        try {
            if (Files.exists(former(file))) {
                all.addAll(parseAll(Files.readString(former(file)), former(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + former(file), e);
        }
        return all;
    }

    private static Path former(Path file) {
        return file.resolveSibling(file.getFileName() + ".former");
    }

    /** A new key is in the file from now on; the one before it is beside it, wherever this is cut off. */
    static void replace(Path file) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Path before = file.resolveSibling(file.getFileName() + ".before");
            Files.deleteIfExists(next);
            Files.deleteIfExists(before);
            StringBuilder known = new StringBuilder();
            for (byte[] key : readOrMakeAll(file)) {
                known.append(HexFormat.of().formatHex(key)).append('\n');
            }
            write(before, known.toString());
            Files.move(before, former(file), StandardCopyOption.ATOMIC_MOVE);
            make(next);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            force(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file, e);
        }
    }

    /** The keys before the present one are gone. */
    static void forgetFormer(Path file) {
        try {
            Files.deleteIfExists(former(file));
            force(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + former(file), e);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        write(file, HexFormat.of().formatHex(key) + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        FileAttribute<?>[] mode = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            channel.write(StandardCharsets.US_ASCII.encode(text));
        } catch (FileAlreadyExistsException e) {
            return; // somebody was quicker: his key counts
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The keys that a command prints, a line each. */
    static List<byte[]> allFromCommand(String command) {
        try {
            Process process = new ProcessBuilder(List.of("/bin/sh", "-c", command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readNBytes(4096), StandardCharsets.US_ASCII);
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("masterKeyCommand failed: " + command);
            }
            return parseAll(printed, "output of masterKeyCommand");
        } catch (IOException e) {
            throw new UncheckedIOException("masterKeyCommand " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while masterKeyCommand ran", e);
        }
    }

    private static List<byte[]> parseAll(String text, String where) {
        return Arrays.stream(text.strip().split("\\R", -1))
                .map(line -> parse(line, where))
                .toList();
    }

    private static byte[] parse(String text, String where) {
        String hex = text.strip();
        if (hex.length() != 2 * BYTES || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalStateException(where + " must be 64 hex digits but has " + hex.length() + " characters");
        }
        return HexFormat.of().parseHex(hex);
    }
}
