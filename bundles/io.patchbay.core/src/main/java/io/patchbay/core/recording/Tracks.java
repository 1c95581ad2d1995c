// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.interaction.Interaction.RecordedPart;
import java.io.IOException;

/** Where recorded sound is kept. */
interface Tracks {
    /** Finds the sound of a part. Waits for the disk. */
    Found find(RecordedPart part) throws IOException;

    /** What is found. */
    sealed interface Found {
        /** It can be heard. */
        record Kept(Track track) implements Found {}

        /** Its key was destroyed. */
        record Erased() implements Found {}

        /** There is no file: recording had no time to begin, or the disk was lost. */
        record Missing() implements Found {}
    }
}
