// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

/** What arrived is not legal SIP. The reason is our own words and fit for a reason phrase. */
final class IllegalMessage extends Exception {
    private static final long serialVersionUID = 1L;

    IllegalMessage(String reason) {
        super(reason, null, false, false);
    }
}
