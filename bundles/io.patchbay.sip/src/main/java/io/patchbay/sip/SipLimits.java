// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

/**
 * Bounds that hold before anything is known of a sender.
 *
 * @param requestsPerSecond of one source address, on average
 * @param burst of one source address at once
 * @param sources that many source addresses are counted one by one; the rest share one count
 * @param transactions at most as many server transactions; beyond it 503
 * @param messageBytes largest message; beyond it 513 or the end of the connection
 */
public record SipLimits(int requestsPerSecond, int burst, int sources, int transactions, int messageBytes) {
    /** All must be positive. */
    public SipLimits {
        if (requestsPerSecond < 1 || burst < 1 || sources < 1 || transactions < 1 || messageBytes < 1024) {
            throw new IllegalArgumentException("limits must be positive and messageBytes at least 1024");
        }
    }

    /**
     * What an ordinary installation wants. A trunk's address needs more: see {@code Admission}, which may be generous,
     * and {@link SipSettings#trusted()}.
     *
     * @return 50 requests/s a source (200 at once), 20,000 sources, 50,000 transactions, 64 KiB
     */
    public static SipLimits usual() {
        return new SipLimits(50, 200, 20_000, 50_000, 65_535);
    }
}
