// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AskedBytesTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 206, 0, 10",
        "bytes=90-, 206, 90, 100",
        "bytes=90-500, 206, 90, 100",
        "bytes=99-99, 206, 99, 100",
        "bytes=-10, 206, 90, 100",
        "bytes=-500, 206, 0, 100",
        "bytes=100-, 416, 0, 0",
        "bytes=100-200, 416, 0, 0",
        "bytes=-0, 416, 0, 0",
        "bytes=9-3, 200, 0, 100",
        "bytes=-, 200, 0, 100",
        "'bytes=0-1,5-6', 200, 0, 100",
        "bytes=x-1, 200, 0, 100",
        "bytes=99999999999999999999-, 200, 0, 100",
        "lines=0-1, 200, 0, 100",
    })
    void aRangeIsWhatRfc9110Says(String header, int status, long from, long to) {
        assertEquals(new AskedBytes(status, from, to), AskedBytes.of(header, 100));
    }

    @Test
    void withoutARangeItIsAll() {
        assertEquals(new AskedBytes(200, 0, 100), AskedBytes.of(null, 100));
    }

    @Test
    void theAnswerSaysWhereTheRangeLies() {
        assertEquals("bytes 90-99/100", AskedBytes.of("bytes=-10", 100).contentRange(100));
        assertEquals("bytes */100", AskedBytes.of("bytes=100-", 100).contentRange(100));
    }
}
