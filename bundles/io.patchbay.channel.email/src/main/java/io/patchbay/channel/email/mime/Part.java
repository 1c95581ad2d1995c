// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * A part of a mail: its header fields and where its content is in the spool.
 *
 * @param fields its header
 * @param type what it says it is
 * @param disposition how it wants to be shown
 * @param from offset of its content
 * @param to offset behind its content
 * @param parts the parts it holds, if it is a multipart that was opened
 */
public record Part(Fields fields, Parameters type, Parameters disposition, long from, long to, List<Part> parts) {
    static Part of(Fields fields, Parameters type, long from, long to, List<Part> parts) {
        return new Part(fields, type, Parameters.of(fields.first("content-disposition")), from, to, List.copyOf(parts));
    }

    public boolean is(String wanted) {
        return type.value().equals(wanted);
    }

    public boolean isMultipart() {
        return type.value().startsWith("multipart/");
    }

    public boolean isText() {
        return type.value().startsWith("text/");
    }

    /** The name of its file in clear; empty if it has none. */
    public String fileName() {
        String name = disposition.get("filename");
        return name.isEmpty() ? type.get("name") : name;
    }

    /** Its content, the transfer encoding taken off. */
    public InputStream open(Spool spool) {
        return TransferDecoding.of(
                fields.first("content-transfer-encoding").strip().toLowerCase(Locale.ROOT), spool.open(from, to));
    }

    /** The beginning of its content. */
    public byte[] read(Spool spool, int most) throws IOException {
        try (InputStream in = open(spool)) {
            return in.readNBytes(most);
        }
    }
}
