// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

/**
 * Where a part stands in a long SMS.
 *
 * @param reference the sender's number of the whole, 0 to 65535
 * @param total how many parts there are, 1 to 255
 * @param number which one this is, from 1
 */
public record Place(int reference, int total, int number) {
    public Place {
        if (reference < 0 || reference > 0xffff || total < 1 || total > 255 || number < 1 || number > total) {
            throw new IllegalArgumentException("not a place of a part: " + reference + " " + number + "/" + total);
        }
    }
}
