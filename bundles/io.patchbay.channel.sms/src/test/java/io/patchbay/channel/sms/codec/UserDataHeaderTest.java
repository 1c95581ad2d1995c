// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class UserDataHeaderTest {
    private static UserDataHeader read(String hex) {
        return UserDataHeader.read(HexFormat.of().parseHex(hex));
    }

    @Test
    void bothReferencesAreRead() {
        assertThat(read("050003ff020141").place()).contains(new Place(0xff, 2, 1));
        assertThat(read("050003ff020141").content()).containsExactly(0x41);
        assertThat(read("06080412340302").place()).contains(new Place(0x1234, 3, 2));
    }

    @Test
    void whatIsWrittenIsRead() {
        Place place = new Place(0x12, 3, 2);
        assertThat(UserDataHeader.read(UserDataHeader.write(place, Carriage.UDH8))
                        .place())
                .contains(place);
        Place wide = new Place(0xabcd, 255, 255);
        assertThat(UserDataHeader.read(UserDataHeader.write(wide, Carriage.UDH16))
                        .place())
                .contains(wide);
    }

    @Test
    void otherElementsStandBeside() {
        UserDataHeader header = read("0b05041b580000000309020148");
        assertThat(header.place()).contains(new Place(9, 2, 1));
        assertThat(header.plain()).as("it has ports").isFalse();
        assertThat(header.content()).containsExactly(0x48);
    }

    @Test
    void aPlaceWithoutSenseIsNone() {
        assertThat(read("050003010001").place()).isEmpty();
        assertThat(read("050003010200").place()).isEmpty();
        assertThat(read("050003010203").place()).isEmpty();
    }

    @Test
    void aHeaderThatOverrunsIsContent() {
        assertThat(read("ff0003").content()).hasSize(3);
        assertThat(read("ff0003").plain()).isFalse();
        assertThat(read("0500ff010203").content()).hasSize(6);
        assertThat(read("").content()).isEmpty();
        assertThat(read("00").content()).isEmpty();
    }

    @Test
    void nationalTablesAreNotGuessed() {
        assertThat(read("0325010141").plain()).isFalse();
        assertThat(read("0324010141").plain()).isFalse();
    }
}
