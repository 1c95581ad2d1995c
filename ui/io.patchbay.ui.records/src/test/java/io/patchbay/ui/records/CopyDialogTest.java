// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CopyDialogTest {
    @Test
    void aPlaceIsReadAsThePlayerShowsIt() {
        assertThat(CopyDialog.place("3:51")).contains(Duration.ofSeconds(231));
        assertThat(CopyDialog.place(" 1:02:40 ")).contains(Duration.ofSeconds(3_760));
        assertThat(CopyDialog.place("0:00")).contains(Duration.ZERO);
    }

    @Test
    void nonsenseIsNoPlace() {
        for (String wrong : new String[] {"", "soon", "3", "3:61", "-1:00", "1:2:3:4", "3：51"}) {
            assertThat(CopyDialog.place(wrong)).as(wrong).isEmpty();
        }
    }
}
