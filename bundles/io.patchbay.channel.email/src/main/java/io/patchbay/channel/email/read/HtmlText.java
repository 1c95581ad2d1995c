// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of an HTML page, in one pass over it: no script, no style, no tag is left. */
final class HtmlText {
    private static final Set<String> SILENT =
            Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "iframe", "textarea");
    private static final Set<String> BREAKS = Set.of(
            "br",
            "p",
            "div",
            "tr",
            "li",
            "ul",
            "ol",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "hr",
            "section",
            "article");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("copy", "©"),
            Map.entry("yen", "¥"),
            Map.entry("euro", "€"),
            Map.entry("hellip", "…"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("middot", "·"),
            Map.entry("times", "×"));
    private static final int LONGEST_ENTITY = 10;

    private final String html;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        return new HtmlText(html).text();
    }

    private String text() {
        while (at < html.length()) {
            char one = html.charAt(at);
            if (one == '<') {
                tag();
            } else if (one == '&') {
                entity();
            } else {
                at++;
                letter(Character.isWhitespace(one) ? ' ' : one);
            }
        }
        return out.toString()
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private void letter(char one) {
        boolean blankBefore = out.length() == 0 || " \n".indexOf(out.charAt(out.length() - 1)) >= 0;
        if (one != ' ' || !blankBefore) {
            out.append(one);
        }
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            at = behind("-->", at + 4);
            return;
        }
        boolean closes = html.startsWith("</", at);
        int from = at + (closes ? 2 : 1);
        int end = from;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        if (end == from && !html.startsWith("<!", at) && !html.startsWith("<?", at) && !closes) {
            letter('<');
            at++;
            return;
        }
        String name = html.substring(from, end).toLowerCase(Locale.ROOT);
        at = tagEnd(end);
        if (!closes && SILENT.contains(name)) {
            at = behindElement(name);
        } else if (BREAKS.contains(name)) {
            out.append('\n');
        } else if (name.equals("td") || name.equals("th")) {
            letter(' ');
        }
    }

    /** Behind the tag's {@code >}, one inside quotes not counted. */
    private int tagEnd(int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char one = html.charAt(i);
            if (quote != 0) {
                quote = one == quote ? 0 : quote;
            } else if (one == '>') {
                return i + 1;
            } else if ((one == '"' || one == '\'') && html.charAt(i - 1) == '=') {
                quote = one;
            }
        }
        return behind(">", from);
    }

    private int behindElement(String name) {
        for (int i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 2)) {
            if (html.regionMatches(true, i + 2, name, 0, name.length())) {
                return behind(">", i);
            }
        }
        return html.length();
    }

    private int behind(String end, int from) {
        int found = html.indexOf(end, from);
        return found < 0 ? html.length() : found + end.length();
    }

    private void entity() {
        int end = html.indexOf(';', at);
        if (end < 0 || end - at > LONGEST_ENTITY) {
            out.append('&');
            at++;
            return;
        }
        String name = html.substring(at + 1, end);
        String value = name.startsWith("#") ? numbered(name.substring(1)) : NAMED.getOrDefault(name, "");
        out.append(value.isEmpty() ? "&" : value);
        at = value.isEmpty() ? at + 1 : end + 1;
    }

    private static String numbered(String number) {
        try {
            int point = number.startsWith("x") || number.startsWith("X")
                    ? Integer.parseInt(number.substring(1), 16)
                    : Integer.parseInt(number);
            return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : "\uFFFD";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
