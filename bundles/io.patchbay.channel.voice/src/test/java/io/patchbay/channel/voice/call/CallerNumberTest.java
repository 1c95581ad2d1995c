// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerNumberTest {
    @ParameterizedTest
    @CsvSource({
        "13800132046, CN, tel:+8613800132046",
        "+8613800132046, US, tel:+8613800132046",
        "138-0013-2046, CN, tel:+8613800132046",
        "02161234567, CN, tel:+862161234567",
        "(202) 555-0143, US, tel:+12025550143",
        "1001, CN, ext:1001",
        "95500, CN, ext:95500",
        "7, CN, sip:7",
        "alice, CN, sip:alice",
        "'', CN, sip:anonymous",
        "13800132046, ZZ, sip:13800132046",
        "00000000000000000000, CN, sip:00000000000000000000",
    })
    void aNumberMeansWhatItMeansInItsRegion(String user, String region, String address) {
        assertThat(CallerNumber.address(user, region).text()).isEqualTo(address);
    }

    @Test
    void anOverlongNameIsCutNotRefused() {
        assertThat(CallerNumber.address("x".repeat(500), "CN").text()).hasSize("sip:".length() + 256);
    }

    @ParameterizedTest
    @CsvSource({
        "13800132046, 138****2046",
        "+8613800132046, +86****2046",
        "1001, ****",
        "'', ****",
    })
    void theAgentsPhoneShowsOnlyTheEnds(String user, String shown) {
        assertThat(CallerNumber.masked(user)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1234567, 7", "12345678, 8", "123456789, 9", "1234567890, 10"})
    void atLeastFourDigitsOfEveryNumberStayHidden(String user, int length) {
        String shown = CallerNumber.masked(user).replace("*", "");
        assertThat(shown.length()).isLessThanOrEqualTo(length - 4);
    }
}
