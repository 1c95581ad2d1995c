// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

/** Puts the lines of {@code format=flowed} together again (RFC 3676). */
final class FlowedText {
    private FlowedText() {}

    static String of(String text, boolean delSp) {
        StringBuilder out = new StringBuilder(text.length());
        int depthBefore = -1; // of a line that flows on; -1 for none
        for (String line : text.split("\r?\n", -1)) {
            int depth = depth(line);
            String content = line.substring(depth);
            content = content.startsWith(" ") ? content.substring(1) : content;
            if (depthBefore != depth || content.equals("-- ")) {
                out.append(out.length() > 0 || depthBefore == -2 ? "\n" : "").append(">".repeat(depth));
                out.append(depth > 0 ? " " : "");
            }
            boolean flows = content.endsWith(" ") && !content.equals("-- ");
            out.append(flows && delSp ? content.substring(0, content.length() - 1) : content);
            depthBefore = flows ? depth : -2;
        }
        return out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
