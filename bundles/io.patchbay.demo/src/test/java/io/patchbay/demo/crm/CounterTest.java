// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.demo.town.folk.Townsfolk;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CounterTest {
    private static final Charset GBK = Charset.forName("GBK");

    private Counter counter;

    @BeforeEach
    void open() throws IOException {
        counter = new Counter(0);
    }

    @AfterEach
    void close() throws IOException {
        counter.close();
    }

    private Map<String, Object> ask(String function, String account) {
        return Counter.ANSWER.read(
                counter.answer(Counter.REQUEST.write(Map.of("function", function, "account", account))));
    }

    @Test
    void anAccountHasItsPositionsToTheOctet() {
        byte[] answer = counter.answer("041215022220030 ".getBytes(GBK));
        assertThat(answer)
                .hasSize(28 + 50 * ((List<?>) Counter.ANSWER.read(answer).get("positions")).size());
        assertThat(new String(answer, GBK)).startsWith("0000成功").contains("600519贵州茅台");
    }

    @Test
    void whomItDoesNotKnowAndWhatItCannotDoHaveCodes() {
        assertThat(ask("0412", "13000000000")).containsEntry("code", "0404");
        assertThat(ask("9999", "15022220030")).containsEntry("code", "0405");
    }

    @Test
    void aRequestOfTheWrongLengthIsRefusedByItsField() {
        assertThatThrownBy(() -> counter.answer("0412 150".getBytes(GBK)))
                .hasMessageContaining("ends within the field \"account\"");
    }

    @Test
    void everyCustomerOfTheCrmHasAnAccount() {
        assertThat(Clients.all()).hasSize(30 + Townsfolk.COUNT).allSatisfy(client -> assertThat(
                        ask("0412", Counter.account(client.phone())))
                .containsEntry("code", "0000"));
    }
}
