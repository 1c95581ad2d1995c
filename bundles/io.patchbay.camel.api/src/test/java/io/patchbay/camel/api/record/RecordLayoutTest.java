// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordLayoutTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final RecordLayout ANSWER = new RecordLayout(
            "GBK",
            "code:text(4) count:number(4) positions:count{ security:text(6) name:text(10) quantity:number(8) price:number(9,3) }");
    private static final String RECORD =
            "0000" + "0002" + "600519贵州茅台  00000100001688500" + "510300沪深300   -0000020000003912";

    @Test
    void whatIsReadIsWrittenBackToTheOctet() {
        Map<String, Object> values = ANSWER.read(RECORD.getBytes(GBK));
        assertThat(values.get("positions"))
                .isEqualTo(List.of(
                        Map.of("security", "600519", "name", "贵州茅台", "quantity", "100", "price", "1688.500"),
                        Map.of("security", "510300", "name", "沪深300", "quantity", "-20", "price", "3.912")));
        assertThat(ANSWER.write(values)).isEqualTo(RECORD.getBytes(GBK));
    }

    @Test
    void aRecordThatIsTooShortSaysWhereItEnds() {
        byte[] octets = RECORD.substring(0, 60).getBytes(GBK);
        assertThatThrownBy(() -> ANSWER.read(octets))
                .hasMessageContaining("ends within the field \"price\"")
                .hasMessageContaining("9 octets are described");
    }

    @Test
    void aRecordThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> ANSWER.read((RECORD + "0").getBytes(GBK)))
                .hasMessageContaining("75 octets but only 74 are described");
    }

    @Test
    void textInAnotherCodePageIsRefusedByItsField() {
        byte[] octets = RECORD.getBytes(GBK);
        octets[8 + 6] = (byte) 0xff;
        assertThatThrownBy(() -> ANSWER.read(octets)).hasMessage("field \"name\" is not in GBK");
    }

    @Test
    void aNumberThatIsNoneIsRefusedByItsField() {
        assertThatThrownBy(() -> ANSWER.read("0000 002".getBytes(GBK)))
                .hasMessage("field \"count\" is no number: \" 002\"");
    }

    @Test
    void whatDoesNotFitIsNotCutOff() {
        RecordLayout layout = new RecordLayout("GBK", "name:text(6) amount:number(4,2)");
        assertThatThrownBy(() -> layout.write(Map.of("name", "贵州茅台", "amount", 1)))
                .hasMessage("field \"name\" has 6 octets but 8 are given");
        assertThatThrownBy(() -> layout.write(Map.of("name", "茅台", "amount", "100.00")))
                .hasMessage("field \"amount\" has 4 octets but 5 are given");
        assertThatThrownBy(() -> layout.write(Map.of("name", "茅台", "amount", "1.001")))
                .hasMessageContaining("\"amount\" is no number with 2 decimals");
        assertThatThrownBy(() -> layout.write(Map.of("name", "é👍", "amount", 1)))
                .hasMessageContaining("cannot be written in GBK");
        assertThatThrownBy(() -> layout.write(Map.of("name", "茅台"))).hasMessage("field \"amount\" is missing");
    }

    @Test
    void aWrongDescriptionSaysWhatItCannotRead() {
        assertThatThrownBy(() -> new RecordLayout("GBK", "a:text(3) b:integer(4)"))
                .hasMessage("not a field: \" b:integer(4)\"");
        assertThatThrownBy(() -> new RecordLayout("GBK", "rows:count{a:text(1)}"))
                .hasMessageContaining("which is no number before it");
        assertThatThrownBy(() -> new RecordLayout("GBK", "n:number(2) rows:n{a:text(1)"))
                .hasMessageContaining("not closed");
    }
}
