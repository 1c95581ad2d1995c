// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

/** A browser's session description that no call can be held with. */
public final class UnacceptableAnswer extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Says what is wrong.
     *
     * @param why names the line and what it has
     */
    public UnacceptableAnswer(String why) {
        super(why);
    }
}
