// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import io.patchbay.channel.voice.api.VoiceSettings;

/**
 * Whether new calls are taken, and how many there are.
 *
 * @param there whether there is a voice channel
 * @param draining whether new calls are refused
 * @param calls running calls
 */
record Draining(boolean there, boolean draining, int calls) {
    static Draining of(VoiceAdmin admin) {
        return admin.voice().get().map(Draining::of).orElse(new Draining(false, false, 0));
    }

    private static Draining of(VoiceSettings voice) {
        return new Draining(true, voice.draining(), voice.calls());
    }

    /** The key of the sentence that says it. */
    String sentence() {
        return draining ? calls == 0 ? "drain.empty" : "drain.on" : "drain.off";
    }

    /** Whether there is something that could be ended. */
    boolean endable() {
        return draining && calls > 0;
    }
}
