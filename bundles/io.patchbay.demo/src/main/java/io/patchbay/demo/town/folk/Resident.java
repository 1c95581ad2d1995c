// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.folk;

import java.util.List;

/**
 * Somebody who lives in the town.
 *
 * @param english whether English is spoken, otherwise Chinese
 * @param phone E.164
 */
public record Resident(
        String name, String tier, boolean english, String phone, String mail, List<String> holdings, String manager) {
    public Resident {
        holdings = List.copyOf(holdings);
    }

    /** The language as the matters name it. */
    public String language() {
        return english ? "en" : "zh";
    }

    /** The language as channels name it. */
    public String locale() {
        return english ? "en" : "zh-CN";
    }
}
