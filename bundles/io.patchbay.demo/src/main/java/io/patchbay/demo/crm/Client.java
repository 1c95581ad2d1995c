// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.crm;

import java.util.List;

/**
 * A customer as the CRM has him.
 *
 * @param number the CRM's own
 * @param segment the business segment, in words
 * @param manager who looks after him
 * @param complaints open ones, in words
 */
record Client(
        String number,
        String name,
        String tier,
        String segment,
        String manager,
        String phone,
        String email,
        List<String> complaints,
        List<String> products) {}
