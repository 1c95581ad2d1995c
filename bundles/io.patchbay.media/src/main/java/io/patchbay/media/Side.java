// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

/** On whose side of the conversation a leg stands: decides the channel of the recording it speaks on. */
public enum Side {
    /** Customers and other people from outside; left channel. */
    CUSTOMER,
    /** Agents and supervisors; right channel. */
    STAFF
}
