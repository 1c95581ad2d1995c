// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WishTest {
    @Test
    void anEndIsADrainOfNoTime() {
        assertThat(new Wish(Map.of("end", true)).drain()).contains(Duration.ZERO);
        assertThat(new Wish(Map.of("drainSeconds", 60)).drain()).contains(Duration.ofSeconds(60));
        assertThat(new Wish(Map.of()).drain()).isEmpty();
    }

    @Test
    void nonsenseIsNamed() {
        assertThatThrownBy(() -> new Wish(Map.of("drainSeconds", "soon")).drain())
                .hasMessageContaining("0 to 3600 but is \"soon\"");
        assertThatThrownBy(() -> new Wish(Map.of()).text("feature")).hasMessageContaining("\"feature\" is missing");
    }
}
