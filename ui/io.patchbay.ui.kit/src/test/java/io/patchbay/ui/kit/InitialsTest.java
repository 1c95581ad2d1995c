// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.ui.kit.text.Initials;
import org.junit.jupiter.api.Test;

final class InitialsTest {
    @Test
    void wordsAreFoundByTheirInitials() {
        assertEquals("tsfy", Initials.of("投诉 › 费用"));
        assertEquals("ywblzz", Initials.of("业务办理 › 转账"));
        assertEquals("agzw", Initials.of("阿公座位"));
    }

    @Test
    void latinStaysAndRareCharactersAreLeftOut() {
        assertEquals("vipk2", Initials.of("VIP 卡 2 鼹"));
    }
}
