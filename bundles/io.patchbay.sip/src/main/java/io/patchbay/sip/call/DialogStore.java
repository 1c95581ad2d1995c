// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.call;

/**
 * Where answered calls are written down, so that they outlive the node. Called on the call's worker thread: return at
 * once. When the node closes nothing is told; what is kept then may be resumed.
 */
public interface DialogStore {
    /** Keeps nothing. */
    DialogStore NONE = new DialogStore() {
        @Override
        public void kept(KeptDialog dialog) {}

        @Override
        public void over(String id) {}
    };

    /**
     * A call was answered, or its dialog moved on.
     *
     * @param dialog as it is now
     */
    void kept(KeptDialog dialog);

    /**
     * An answered call is over.
     *
     * @param id {@link KeptDialog#id()}
     */
    void over(String id);
}
