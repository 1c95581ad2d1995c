// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may open a socket at {@code /sip/ws}. */
class KnockTest {
    private static int status(boolean upgrade, String origin, List<String> protocols) {
        return new Knock(upgrade, Optional.ofNullable(origin), Optional.of("pbx.example.org:8443"), protocols)
                .turned(Set.of("https://crm.example.org"))
                .map(Knock.Turned::status)
                .orElse(101);
    }

    private static int from(String origin) {
        return status(true, origin, List.of("sip"));
    }

    @Test
    void ownPagesConfiguredOnesAndClientsThatAreNoPageMayComeIn() {
        assertThat(from("https://pbx.example.org:8443")).isEqualTo(101);
        assertThat(from("https://PBX.example.org:8443")).isEqualTo(101);
        assertThat(from("https://crm.example.org")).isEqualTo(101);
        assertThat(from(null)).isEqualTo(101);
    }

    @Test
    void foreignPagesMayNot() {
        assertThat(from("https://evil.example")).isEqualTo(403);
        assertThat(from("https://crm.example.org.evil.example")).isEqualTo(403);
        assertThat(from("https://pbx.example.org")).isEqualTo(403);
        assertThat(from("http://crm.example.org")).isEqualTo(403);
        assertThat(from("null")).isEqualTo(403);
        assertThat(from("")).isEqualTo(403);
        assertThat(from("not an origin")).isEqualTo(403);
    }

    @Test
    void sipIsDemanded() {
        assertThat(status(true, null, List.of())).isEqualTo(400);
        assertThat(status(true, null, List.of("chat"))).isEqualTo(400);
        assertThat(status(true, null, List.of("chat, SIP"))).isEqualTo(101);
        assertThat(status(true, null, List.of("chat", "sip"))).isEqualTo(101);
        assertThat(status(false, null, List.of("sip"))).isEqualTo(426);
    }

    @Test
    void whoIsTurnedAwayIsToldWhy() {
        assertThat(new Knock(true, Optional.of("https://evil.example"), Optional.empty(), List.of("sip"))
                        .turned(Set.of())
                        .map(Knock.Turned::words))
                .hasValueSatisfying(words -> assertThat(words).contains("https://evil.example", "allowedOrigins"));
    }
}
