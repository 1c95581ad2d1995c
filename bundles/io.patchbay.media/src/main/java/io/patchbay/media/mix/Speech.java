// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.mix;

import io.patchbay.media.G711;

/** What one leg says in the present tick. */
public final class Speech {
    public static final int FRAME = 160;

    private final byte[] frame = new byte[FRAME];
    private G711 law = G711.PCMA;
    private boolean audible;

    /** Where its samples are put; of no meaning while it is not audible. */
    public byte[] frame() {
        return frame;
    }

    public G711 law() {
        return law;
    }

    public boolean isAudible() {
        return audible;
    }

    public void law(G711 spoken) {
        law = spoken;
    }

    public void audible(boolean says) {
        audible = says;
    }
}
