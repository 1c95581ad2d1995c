// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OriginsTest {
    private static final Optional<String> HOST = Optional.of("127.0.0.1:8181");

    @Test
    void ownOriginConfiguredOnesAndNoPageAtAllAreWelcome() {
        assertTrue(Origins.welcome("http://127.0.0.1:8181", HOST, Set.of()));
        assertTrue(Origins.welcome("https://bank.example", HOST, Set.of("https://bank.example")));
        assertTrue(Origins.welcome(null, HOST, Set.of()));
    }

    @Test
    void foreignAndBrokenOriginsAreNot() {
        assertFalse(Origins.welcome("https://evil.example", HOST, Set.of("https://bank.example")));
        assertFalse(Origins.welcome("http://127.0.0.1:8182", HOST, Set.of()));
        assertFalse(Origins.welcome("null", HOST, Set.of()));
        assertFalse(Origins.welcome("http://[", HOST, Set.of()));
    }
}
