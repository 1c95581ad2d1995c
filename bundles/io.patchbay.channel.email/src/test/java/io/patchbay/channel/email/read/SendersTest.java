// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as they stand in the field: as encoded words, quoted, or as raw bytes. */
final class SendersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=?UTF-8?B?6auY5YWI55Sf?= <gao@customer.example>|高先生",
                "\"=?UTF-8?B?6auY5YWI55Sf?=\" <gao@customer.example>|高先生",
                "=?gb2312?Q?=B8=DF=CF=C8=C9=FA?= <gao@customer.example>|高先生",
                "\"Gao, \\\"Mr\\\"\" <gao@customer.example>|Gao, \"Mr\"",
                "高先生 <gao@customer.example>|高先生",
            })
    void aNameIsReadOnce(String field, String name) {
        String raw = new String(field.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Mail.Sender sender = Senders.parse(raw).orElseThrow();
        assertEquals(Optional.of(name), sender.name());
        assertEquals("gao@customer.example", sender.address().value());
    }
}
