// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of files that came by mail, made harmless: no path, nothing hidden, nothing a system takes for a device. */
final class FileNames {
    private static final int LONGEST = 120;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Map<String, String> EXTENSIONS = Map.of(
            "message/rfc822", ".eml",
            "application/pdf", ".pdf",
            "image/png", ".png",
            "image/jpeg", ".jpg",
            "image/gif", ".gif",
            "text/html", ".html",
            "text/plain", ".txt",
            "text/calendar", ".ics",
            "application/zip", ".zip");

    private FileNames() {}

    /** A name to keep; {@code number} makes one where there is none. */
    static String of(String given, String type, int number) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = name.codePoints()
                .filter(one -> !SafeText.isHidden(one) && "<>:\"|?*".indexOf(one) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (name.isEmpty()) {
            return "attachment-" + number + EXTENSIONS.getOrDefault(type, ".bin");
        }
        String extension = extension(name);
        String stem = extension.isEmpty() ? name : name.substring(0, name.length() - extension.length() - 1);
        if (DEVICES.contains(stem.toLowerCase(Locale.ROOT))) {
            stem = "_" + stem;
        }
        stem = SafeText.cut(stem, LONGEST - extension.length());
        return extension.isEmpty() ? stem : stem + "." + extension;
    }

    /** What stands behind the last dot, at most 10 characters; empty if there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot > 11 ? "" : name.substring(dot + 1);
    }
}
