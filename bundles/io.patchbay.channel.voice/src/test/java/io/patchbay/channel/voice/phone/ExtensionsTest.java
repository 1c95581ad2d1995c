// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.channel.voice.Staff;
import org.junit.jupiter.api.Test;

class ExtensionsTest {
    private final Staff staff = new Staff();
    private final Extensions extensions = new Extensions(staff);

    @Test
    void eachExtensionIsItsPersons() {
        assertThat(extensions.of(Staff.ALICE)).contains("1001");
        assertThat(extensions.agent("1002")).contains(Staff.BOB);
        assertThat(extensions.agent("1003")).isEmpty();
        assertThat(extensions.agents()).containsExactlyInAnyOrder(Staff.ALICE, Staff.BOB);
    }

    @Test
    void changedRecordsCountOnceRead() {
        staff.are(Staff.person("alice", "1002", true));
        assertThat(extensions.of(Staff.ALICE)).contains("1001");
        extensions.read();
        assertThat(extensions.of(Staff.ALICE)).contains("1002");
        assertThat(extensions.agent("1002")).contains(Staff.ALICE);
        assertThat(extensions.agent("1001")).isEmpty();
    }

    @Test
    void whoIsDisabledHasNone() {
        staff.are(Staff.person("alice", "1001", false), Staff.person("bob", "", true));
        extensions.read();
        assertThat(extensions.agents()).isEmpty();
    }
}
