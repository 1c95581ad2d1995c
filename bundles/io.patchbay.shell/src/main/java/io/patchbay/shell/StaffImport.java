// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Commands;
import io.patchbay.settings.api.StaffCommand;
import io.patchbay.settings.api.StaffTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:staff-import}. */
@Service
@Command(
        scope = "patchbay",
        name = "staff-import",
        description = "Saves people from CSV (UTF-8 or GB18030); people who are not in it stay as they are")
public final class StaffImport implements Action {
    @Argument(index = 0, name = "file", description = "A file of this machine", required = true)
    private String file = "";

    @Option(name = "--plan", description = "Only says what would be done, line by line")
    private boolean planned;

    @Reference
    private StaffTable table;

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public StaffImport() {}

    @Override
    public Object execute() throws IOException {
        String text = text(Files.readAllBytes(Path.of(file)));
        return Doing.said(
                planned
                        ? ConfigWords.of(table.plan(text, Scope.system()))
                        : ConfigWords.of(Doing.run(commands, new StaffCommand.Import(text))));
    }

    /** What is not UTF-8 is what Chinese spreadsheets write. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }
}
