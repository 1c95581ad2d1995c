// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

/** Reads {@code value; name=content; name="content"} as people write it. */
final class ParameterScanner {
    private final String raw;
    private int at;
    private String name = "";
    private String content = "";

    ParameterScanner(String raw) {
        this.raw = raw;
    }

    String value() {
        return until(";").strip();
    }

    /** Goes to the next parameter; one without a = is skipped. */
    boolean next() {
        while (at < raw.length()) {
            at++; // the ;
            name = until("=;").strip();
            if (at < raw.length() && raw.charAt(at) == '=') {
                at++;
                content = read();
                return true;
            }
        }
        return false;
    }

    String name() {
        return name;
    }

    String content() {
        return content;
    }

    private String read() {
        while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
            at++;
        }
        if (at < raw.length() && raw.charAt(at) == '"') {
            at++;
            String quoted = quoted();
            until(";");
            return quoted;
        }
        return until(";").strip();
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        while (at < raw.length() && raw.charAt(at) != '"') {
            if (raw.charAt(at) == '\\' && at + 1 < raw.length() && "\"\\".indexOf(raw.charAt(at + 1)) >= 0) {
                at++;
            }
            text.append(raw.charAt(at++));
        }
        return text.toString();
    }

    private String until(String ends) {
        int from = at;
        while (at < raw.length() && ends.indexOf(raw.charAt(at)) < 0) {
            at++;
        }
        return raw.substring(from, at);
    }
}
