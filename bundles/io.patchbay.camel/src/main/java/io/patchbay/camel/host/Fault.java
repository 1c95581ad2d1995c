// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import io.patchbay.camel.guard.RouteGuard;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.ResolveEndpointFailedException;

/** Why a file was refused: its name, the line where the message tells one, the reason. */
final class Fault {
    private static final Pattern YAML = Pattern.compile("line (\\d+), column");
    private static final Pattern XML = Pattern.compile("@(\\d+):\\d+");
    private static final int LONGEST = 400;

    private Fault() {}

    static String words(String file, String text, Throwable failure) {
        String place = "";
        for (Throwable one = failure; one != null && place.isEmpty(); one = one.getCause()) {
            String message = String.valueOf(one.getMessage());
            if (one instanceof NoSuchEndpointException missing) {
                place = lineOf(text, missing.getUri());
                continue;
            } else if (one instanceof ResolveEndpointFailedException unresolved) {
                place = lineOf(text, unresolved.getUri());
                continue;
            }
            place = line(message, YAML, line(message, XML, line(message, ofSource(file), "")));
        }
        String words = file + (place.isEmpty() ? "" : ", line " + place) + ": " + RouteGuard.words(failure);
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    /** The first line that names the endpoint. */
    private static String lineOf(String text, String uri) {
        String wanted = uri.replace("://", ":").replaceFirst("[?].*", "");
        List<String> lines = text.replace("://", ":").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(wanted)) {
                return Integer.toString(i + 1);
            }
        }
        return "";
    }

    /** How Camel names the place of a node. */
    private static Pattern ofSource(String file) {
        return Pattern.compile(Pattern.quote(file) + ":(\\d+)");
    }

    private static String line(String message, Pattern pattern, String otherwise) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
