// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.settings.config.YamlIn.Parsed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StaffSheetTest {
    private static final Map<String, Object> ALICE = new TreeMap<>(Map.of(
            "name",
            "=cmd|' /C calc'!A0",
            "unit",
            "branch",
            "grants",
            List.of(Map.of("role", "agent", "until", "2026-12-01T00:00:00Z")),
            "skills",
            Map.of("loans", 5L),
            "capacity",
            Map.of("chat", 3L),
            "enabled",
            true));

    private static StaffSheet sheet() {
        return new StaffSheet(Map.of("alice", ALICE));
    }

    @Test
    void whatIsExportedReadsBackAsItIsWithFormulasDefused() {
        String text = sheet().write();
        assertThat(text)
                .startsWith("\uFEFFuser,name,unit")
                .contains(",")
                .contains("'=cmd")
                .doesNotContain(",=cmd");
        Parsed parsed = sheet().read(text);
        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.parts().get("people").get("alice").fields()).isEqualTo(ALICE);
    }

    @Test
    void onlyTheColumnsThatAreThereChangeAndAlsoTabsPart() {
        Parsed parsed = sheet().read("user\tname\troles\r\nalice\t林若晴\tagent supervisor@branch\r\n");
        assertThat(parsed.faults()).isEmpty();
        Map<String, Object> fields = parsed.parts().get("people").get("alice").fields();
        assertThat(fields).containsEntry("name", "林若晴").containsEntry("unit", "branch");
        assertThat(fields.get("grants"))
                .isEqualTo(List.of(Map.of("role", "agent"), Map.of("role", "supervisor", "unit", "branch")));
    }

    @Test
    void faultsNameLineAndColumn() {
        Parsed parsed = sheet().read(
                        "user,name,enabled,skills\nbob,\"Bob\nthe second\",maybe,loans\n,Eve,true,\nbob,x,true,\n");
        assertThat(parsed.faults())
                .extracting(fault -> fault.line() + ":" + fault.column() + " "
                        + fault.problem().code())
                .containsExactly("2:3 bad-flag", "2:4 bad-count", "4:1 no-user", "5:1 twice");
        assertThat(sheet().read("a,b\n").faults())
                .extracting(fault -> fault.problem().code())
                .contains("unknown-column", "no-heading");
    }
}
