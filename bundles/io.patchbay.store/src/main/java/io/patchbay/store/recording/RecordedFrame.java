// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.recording;

/**
 * One second of a recording, or its shorter end.
 *
 * @param samples how many samples each side has, 0 to 8,000
 * @param leftLaw how the customer's side is read
 * @param left the customer's side, 8,000 bytes of which {@code samples} count
 * @param rightLaw how the agent's side is read
 * @param right the agent's side, likewise
 * @param lost whether the sound of this second was lost: both sides are silent
 * @param withheld what of it was not to be kept: both sides are silent there
 */
@SuppressWarnings("ArrayRecordComponent") // a buffer, never compared
public record RecordedFrame(
        int samples, Law leftLaw, byte[] left, Law rightLaw, byte[] right, boolean lost, Withheld withheld) {
    /** Samples of a whole second. */
    public static final int WHOLE = 8_000;
}
