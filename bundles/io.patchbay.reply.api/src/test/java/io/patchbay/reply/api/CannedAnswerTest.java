// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CannedAnswerTest {
    private static CannedAnswer answer(String chinese, String english) {
        return new CannedAnswer("hours", "营业时间", chinese, english, Optional.empty());
    }

    @Test
    void fieldsAreFilledInAndAnUnknownOneStaysToBeSeen() {
        CannedAnswer answer = answer("{customer}您好，我是{agent}。{branch}", "");
        assertEquals("林若晴您好，我是$1。{branch}", answer.words(Locale.CHINA, Map.of("customer", "林若晴", "agent", "$1")));
    }

    @Test
    void theOtherLanguageServesWhereThereAreNoWords() {
        assertEquals("你好", answer("你好", "").words(Locale.ENGLISH, Map.of()));
        assertEquals("Hello", answer("", "Hello").words(Locale.CHINA, Map.of()));
        assertEquals("Hello", answer("你好", "Hello").words(Locale.ENGLISH, Map.of()));
    }

    @Test
    void itIsFoundByTheBeginningOfItsShortcutAndAPartOfItsTitle() {
        CannedAnswer answer = answer("你好", "");
        assertTrue(answer.matches(""));
        assertTrue(answer.matches("HO"));
        assertTrue(answer.matches("时间"));
        assertFalse(answer.matches("ours"));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> answer(" ", ""))
                .getMessage()
                .contains("words"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> new CannedAnswer("A b", "t", "c", "", Optional.empty()))
                .getMessage()
                .contains("A b"));
    }
}
