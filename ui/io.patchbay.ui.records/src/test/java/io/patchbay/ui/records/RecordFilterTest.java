// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.ui.kit.view.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordFilterTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static RecordFilter of(String address) {
        return RecordFilter.of(Place.parse(address));
    }

    @Test
    void theAddressHoldsTheFilter() {
        RecordFilter filter = of("records?channel=chat&state=closed&from=2026-11-01&to=2026-11-20");
        assertThat(filter.problem()).isEmpty();
        var asked = filter.filter(SHANGHAI, Optional.empty());
        assertThat(asked.state()).contains(InteractionState.CLOSED);
        assertThat(asked.from()).contains(Instant.parse("2026-10-31T16:00:00Z"));
        assertThat(asked.to()).contains(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(filter.place().text()).isEqualTo("records?channel=chat&from=2026-11-01&state=closed&to=2026-11-20");
    }

    @Test
    void wrongAndReversedPeriodsHaveWords() {
        assertThat(of("records?from=2026-11-31").problem()).contains("period.wrong");
        assertThat(of("records?from=2026-11-20&to=2026-11-01").problem()).contains("period.reversed");
        assertThat(of("records?state=gone").problem()).contains("filter.wrong");
        assertThat(of("records?customer=me").problem()).contains("filter.wrong");
    }

    @Test
    void oneDayIsAPeriod() {
        RecordFilter filter = of("records?from=2026-11-20&to=2026-11-20");
        assertThat(filter.problem()).isEmpty();
        assertThat(filter.filter(SHANGHAI, Optional.empty()).limit()).isEqualTo(RecordFilter.PAGE);
    }

    @Test
    void aClearedFilterLeavesTheAddress() {
        assertThat(of("records?channel=chat").with("channel", "").place().text())
                .isEqualTo("records");
    }

    @Test
    void recordingsAreFoundByAgentNumberAndCodeToo() {
        RecordFilter filter = of("records?recorded=yes&agent=alice&code=complaint&queue=loans&state=closed")
                .withNumber("+86 138-0013 2046");
        assertThat(filter.problem()).isEmpty();
        assertThat(filter.recorded()).isTrue();
        var asked = filter.recordings(SHANGHAI, Optional.empty());
        assertThat(asked.code()).contains("complaint");
        assertThat(asked.address()).contains(new Address.PhoneNumber("+8613800132046"));
        assertThat(asked.contact().agent()).contains(new AgentId("alice"));
        assertThat(asked.contact().state()).isEmpty();
    }

    @Test
    void aNumberNeverStandsInTheAddress() {
        RecordFilter filter = of("records?recorded=yes&number=%2B8613800132046").withNumber("+8613800132046");
        assertThat(filter.place().text()).isEqualTo("records?recorded=yes");
        assertThat(filter.with("code", "complaint").number()).isEqualTo("+8613800132046");
        assertThat(filter.withNumber("").empty()).isFalse();
        assertThat(of("records").empty()).isTrue();
    }

    @Test
    void aNumberWithoutItsCountryHasWords() {
        assertThat(of("records?recorded=yes").withNumber("13800132046").problem())
                .contains("number.wrong");
        assertThat(of("records?recorded=maybe").problem()).contains("filter.wrong");
    }
}
