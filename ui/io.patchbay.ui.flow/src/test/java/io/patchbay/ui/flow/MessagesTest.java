// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.ui.kit.text.MessageFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void everyKeyHasWordsInBothLanguages() throws IOException {
        assertThat(MessageFiles.findings(Path.of(""))).isEmpty();
    }
}
