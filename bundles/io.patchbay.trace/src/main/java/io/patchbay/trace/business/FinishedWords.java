// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.business;

import io.patchbay.api.journal.JournalEntry;
import io.patchbay.spi.event.EventType;
import java.util.Locale;
import java.util.Map;

/** What came of an act on an account, in words. */
public final class FinishedWords implements EventType {
    private static final Map<String, String> CHINESE = Map.of("done", "已完成", "failed", "失败", "unknown", "结果未知");

    @Override
    public String type() {
        return "business.finished";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String words(JournalEntry entry, Locale locale) {
        String kind = String.valueOf(entry.body().get("kind"));
        String state = String.valueOf(entry.body().get("state"));
        return locale.getLanguage().equals("zh")
                ? "业务 " + kind + " " + CHINESE.getOrDefault(state, state)
                : "Business " + kind + " is " + state;
    }
}
