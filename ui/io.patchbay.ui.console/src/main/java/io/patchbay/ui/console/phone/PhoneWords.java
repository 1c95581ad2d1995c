// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.phone;

import elemental.json.Json;
import elemental.json.JsonObject;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.Locale;

/** What the browser's part says, in one language. */
final class PhoneWords {
    private static final List<String> KEYS = List.of(
            "title",
            "off",
            "off.detail",
            "ready",
            "ready.detail",
            "elsewhere",
            "elsewhere.detail",
            "connected",
            "echo",
            "refused",
            "refused.detail",
            "none",
            "none.detail",
            "busy",
            "busy.detail",
            "insecure",
            "insecure.detail",
            "lost",
            "lost.detail",
            "network",
            "network.detail",
            "use",
            "takeOver",
            "stop",
            "tryEcho",
            "endEcho",
            "microphone",
            "speaker",
            "ring",
            "standard",
            "clean",
            "microphoneLevel",
            "earLevel",
            "line.good",
            "line.fair",
            "line.poor");

    private PhoneWords() {}

    static String json(Locale language) {
        Words words = Words.of(Softphone.class, language);
        JsonObject all = Json.createObject();
        KEYS.forEach(key -> all.put(key, words.get(key)));
        all.put("line", words.get("line", "{word}", "{mos}", "{lost}", "{jitter}", "{delay}"));
        return all.toJson();
    }
}
