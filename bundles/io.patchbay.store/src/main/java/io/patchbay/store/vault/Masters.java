// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.vault;

import io.patchbay.api.content.ContentOwner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The master key, which wraps all others, and those before it, which may still open some. Safe for any thread. */
final class Masters {
    private final Path file;
    private final String command;
    private volatile List<SecretKey> keys;

    /** {@code command} prints them, the present one first; empty for the file in {@code folder}. */
    Masters(Path folder, String command) {
        this.file = folder.resolve("master.key");
        this.command = command;
        keys = read();
    }

    private List<SecretKey> read() {
        List<byte[]> read = command.isBlank() ? KeyFile.readOrMakeAll(file) : KeyFile.allFromCommand(command);
        return read.stream().map(Masters::key).toList();
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] bytes(ContentOwner owner) {
        return owner.text().getBytes(StandardCharsets.US_ASCII);
    }

    byte[] wrap(ContentOwner owner, SecretKey key) {
        return Gcm.seal(keys.get(0), bytes(owner), key.getEncoded());
    }

    /** The key that was wrapped, by whichever master key. */
    SecretKey unwrap(ContentOwner owner, byte[] wrapped) throws AEADBadTagException {
        AEADBadTagException failed = new AEADBadTagException("no master key");
        for (SecretKey master : keys) {
            try {
                return key(Gcm.open(master, bytes(owner), wrapped));
            } catch (AEADBadTagException e) { // perhaps by one before it
                failed = e;
            }
        }
        throw failed;
    }

    /** Whether the present master key wrapped it. */
    boolean isPresent(ContentOwner owner, byte[] wrapped) {
        try {
            return Gcm.open(keys.get(0), bytes(owner), wrapped).length == KeyFile.BYTES;
        } catch (AEADBadTagException e) {
            return false;
        }
    }

    /** Another is the present one from now on, the one before opens still; false if the command prints no other. */
    boolean turn() {
        List<SecretKey> before = keys;
        if (command.isBlank()) {
            KeyFile.replace(file);
        }
        List<SecretKey> now = new ArrayList<>(read());
        boolean turned = !now.get(0).equals(before.get(0));
        before.stream().filter(key -> !now.contains(key)).forEach(now::add);
        keys = List.copyOf(now);
        return turned;
    }

    /** Nothing is wrapped by those before any more. */
    void forgetFormer() {
        keys = List.of(keys.get(0));
        if (command.isBlank()) {
            KeyFile.forgetFormer(file);
        }
    }
}
