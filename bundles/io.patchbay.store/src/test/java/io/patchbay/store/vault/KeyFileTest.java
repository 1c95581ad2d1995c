// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void keyIsMadeOnceAndReadAgain() {
        byte[] made = KeyFile.readOrMake(folder.resolve("a.key"));
        assertThat(made).hasSize(32);
        assertThat(KeyFile.readOrMake(folder.resolve("a.key"))).isEqualTo(made);
        assertThat(KeyFile.readOrMake(folder.resolve("b.key"))).isNotEqualTo(made);
    }

    @Test
    void damagedFileIsRefusedByName() throws IOException {
        Files.writeString(folder.resolve("a.key"), "abc");
        assertThatThrownBy(() -> KeyFile.readOrMake(folder.resolve("a.key")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a.key")
                .hasMessageContaining("64 hex digits");
    }

    @Test
    void commandPrintsTheKey() {
        assertThat(KeyFile.allFromCommand("printf '%064d\\n%064d\\n' 7 8"))
                .satisfiesExactly(
                        present -> assertThat(present).hasSize(32).endsWith((byte) 7),
                        former -> assertThat(former).hasSize(32).endsWith((byte) 8));
        assertThatThrownBy(() -> KeyFile.allFromCommand("true")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> KeyFile.allFromCommand("exit 3")).isInstanceOf(IllegalStateException.class);
    }
}
