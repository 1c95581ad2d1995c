// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

/** What the SMSC finally said to a submission. */
public sealed interface Answer {
    /**
     * It has it.
     *
     * @param id its id of it
     */
    record Accepted(String id) implements Answer {}

    /**
     * It will not take it.
     *
     * @param reason why, in words
     */
    record Refused(String reason) implements Answer {}
}
