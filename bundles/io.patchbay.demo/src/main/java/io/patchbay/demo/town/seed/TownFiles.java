// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.seed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The town's accounts in {@code etc}: written at each start, since its servers are on free ports. */
public final class TownFiles {
    private static final String SEEDED = "numbers = 95500,95501,95502,95503\n";
    private static final String SMS =
            """
            # The town's own SMSC; written at each start.
            host = 127.0.0.1
            port = %d
            systemId = town
            password = town
            sourceAddress = 10690001
            region = CN
            queue = town-care
            """;
    private static final String EMAIL =
            """
            # The town's own mail server; written at each start.
            address = branch@town.patchbay.example
            name = 晴川支行
            imap.host = 127.0.0.1
            imap.port = %d
            imap.tls = none
            smtp.host = 127.0.0.1
            smtp.port = %d
            smtp.tls = none
            user = branch
            password = town
            queue = town-care
            """;

    private final Path etc;

    public TownFiles(Path home) {
        etc = home.resolve("etc");
    }

    /** The account of short messages. */
    public void sms(int port) throws IOException {
        write("io.patchbay.channel.sms-town.cfg", SMS.formatted(port));
    }

    /** The account of mails. */
    public void email(int imap, int smtp) throws IOException {
        write("io.patchbay.channel.email-town.cfg", EMAIL.formatted(imap, smtp));
    }

    /**
     * Lets the demo's trunk deliver the town's numbers and its chat take the town's queues, unless somebody changed
     * them; tells whether anything was to do.
     */
    public boolean doors() throws IOException {
        boolean changed = false;
        Path trunk = etc.resolve("io.patchbay.channel.voice.trunk-demo.cfg");
        if (Files.exists(trunk)) {
            String text = Files.readString(trunk, StandardCharsets.UTF_8);
            if (text.contains(SEEDED)) {
                write(trunk.getFileName().toString(), text.replace(SEEDED, SEEDED.strip() + ",95510,95511,95512\n"));
                changed = true;
            }
        }
        Path chat = etc.resolve("io.patchbay.channel.chat.cfg");
        String text = Files.exists(chat) ? Files.readString(chat, StandardCharsets.UTF_8) : "";
        if (!text.contains("\nqueues")) {
            write(chat.getFileName().toString(), text + "\nqueues = " + String.join(",", Staff.QUEUES.keySet()) + "\n");
            changed = true;
        }
        return changed;
    }

    /** Without the town nobody serves its accounts. */
    public void remove() throws IOException {
        Files.deleteIfExists(etc.resolve("io.patchbay.channel.sms-town.cfg"));
        Files.deleteIfExists(etc.resolve("io.patchbay.channel.email-town.cfg"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(etc.resolve(name), text, StandardCharsets.UTF_8);
    }
}
