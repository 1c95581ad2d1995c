// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.spi.channel.OverloadException;
import org.junit.jupiter.api.Test;

class AdmissionComponentTest {
    private static final ChannelKey SMS = new ChannelKey("sms");
    private static final ChannelKey CHAT = new ChannelKey("chat");

    private final AdmissionComponent admission = new AdmissionComponent();

    @Test
    void aClosedChannelIsRefusedUntilItIsOpenedAndNoOther() {
        admission.close(SMS);
        assertThatThrownBy(() -> admission.mustBeOpen(SMS))
                .isInstanceOf(OverloadException.class)
                .hasMessageContaining("sms");
        assertThatCode(() -> admission.mustBeOpen(CHAT)).doesNotThrowAnyException();
        admission.open(SMS);
        assertThat(admission.isOpen(SMS)).isTrue();
    }

    @Test
    void whenAllAreClosedNoneOpensByItself() {
        admission.closeAll(true);
        admission.open(SMS);
        assertThat(admission.isOpen(SMS)).isFalse();
        assertThatThrownBy(() -> admission.mustBeOpen(CHAT)).hasMessageContaining("about to stop");
    }
}
