// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

final class PresentTest {
    @Test
    void aMaskedAddressKeepsItsSchemeAndLittleElse() {
        assertEquals("tel:+86****2046", Present.masked("tel:+8613800132046"));
        assertEquals("ext:1****1", Present.masked("ext:1001"));
        assertFalse(Present.masked("mailto:lin.ruoqing@example.com").contains("ruoqing"));
    }
}
