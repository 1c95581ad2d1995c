// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import io.patchbay.channel.email.mime.Part;
import io.patchbay.channel.email.mime.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/** Which files of a mail are handed on. Nothing is unpacked or opened, only the first bytes are looked at. */
final class FileRules {
    private static final byte[][] PROGRAMS = {{'M', 'Z'}, {0x7F, 'E', 'L', 'F'}};
    private static final int LONGEST_BEGINNING = 4;

    private final Spool spool;
    private final ReadRules rules;
    private final Remarks remarks;

    FileRules(Spool spool, ReadRules rules, Remarks remarks) {
        this.spool = spool;
        this.rules = rules;
        this.remarks = remarks;
    }

    /** Why a file stays in the original; empty if it is handed on. */
    String fault(Part part, String name) throws IOException {
        String extension = FileNames.extension(name).toLowerCase(Locale.ROOT);
        if (rules.refusedTypes().contains(extension)) {
            return remarks.refusedType(extension);
        }
        try (InputStream in = part.open(spool)) {
            byte[] beginning = in.readNBytes(LONGEST_BEGINNING);
            for (byte[] program : PROGRAMS) {
                if (beginning.length >= program.length
                        && Arrays.equals(beginning, 0, program.length, program, 0, program.length)) {
                    return remarks.program();
                }
            }
            long rest = rules.largestFile() - beginning.length;
            return part.to() - part.from() > rules.largestFile() && in.skip(rest) == rest && in.read() >= 0
                    ? remarks.tooLarge(rules.largestFile())
                    : "";
        }
    }
}
