// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dialogs in {@code src/test/resources/sip}, each named after what it shows. */
class DialogScriptsTest {
    static List<Path> scripts() throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.list(Path.of(DialogScriptsTest.class.getResource("/sip").toURI()))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyDialogGoesAsWritten(Path script) throws Exception {
        try (Rig rig = new Rig();
                Phone phone = Phone.udp(rig.port)) {
            new Script(rig, phone, "UDP").play(Files.readString(script));
            assertThat(rig.node.figures().parseErrors()).isZero();
        }
    }
}
