// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.mix;

import io.patchbay.media.G711;
import java.util.Arrays;

/** Makes one frame of what several say. One for each media thread. */
public final class Mixer {
    private final int[] sum = new int[Speech.FRAME];

    /**
     * Mixes what is audible.
     *
     * @param from who may be heard
     * @param law of the result
     * @param to gets {@link Speech#FRAME} bytes
     * @param at from this index on
     * @return false if nobody says anything: it is silence then
     */
    public boolean mix(Speech[] from, G711 law, byte[] to, int at) {
        int speakers = 0;
        Speech only = null;
        for (Speech speech : from) {
            if (speech.isAudible()) {
                speakers++;
                only = speech;
            }
        }
        if (only == null) {
            Arrays.fill(to, at, at + Speech.FRAME, law.silence());
        } else if (speakers == 1) {
            pass(only, law, to, at);
        } else {
            add(from, law, to, at);
        }
        return speakers > 0;
    }

    private static void pass(Speech only, G711 law, byte[] to, int at) {
        byte[] frame = only.frame();
        if (only.law() == law) {
            System.arraycopy(frame, 0, to, at, Speech.FRAME);
            return;
        }
        for (int i = 0; i < Speech.FRAME; i++) {
            to[at + i] = only.law().recode(frame[i], law);
        }
    }

    private void add(Speech[] from, G711 law, byte[] to, int at) {
        Arrays.fill(sum, 0);
        for (Speech speech : from) {
            if (speech.isAudible()) {
                byte[] frame = speech.frame();
                for (int i = 0; i < Speech.FRAME; i++) {
                    sum[i] += speech.law().decode(frame[i]);
                }
            }
        }
        for (int i = 0; i < Speech.FRAME; i++) {
            to[at + i] = law.encode((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum[i])));
        }
    }
}
