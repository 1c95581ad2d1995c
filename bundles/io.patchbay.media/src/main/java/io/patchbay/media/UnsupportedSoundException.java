// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.io.IOException;

/** A sound file that cannot be played. The message names the file, what it holds and what is wanted. */
public final class UnsupportedSoundException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * Says why.
     *
     * @param message names the file, what was found and what is wanted
     */
    public UnsupportedSoundException(String message) {
        super(message);
    }
}
