// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.nasty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes all nasty mails into a folder, their names with who may be answered, for e2e/tests/nasty.test.mjs. */
public final class NastyFolder {
    private NastyFolder() {}

    public static void main(String[] folder) throws IOException {
        int number = 0;
        for (Nasty nasty : NastyMails.all()) {
            String answer = nasty.acknowledged() ? "answered" : "unanswered";
            Files.write(Path.of(folder[0], "%03d-%s.eml".formatted(number++, answer)), nasty.bytes());
        }
    }
}
