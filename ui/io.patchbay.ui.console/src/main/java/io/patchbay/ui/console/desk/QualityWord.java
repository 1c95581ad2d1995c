// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.call.LiveCall.SoundQuality;

/** How a leg sounds, in a word (the steps of user satisfaction in ITU-T G.107, annex B, taken together). */
enum QualityWord {
    GOOD("ok"),
    FAIR("wa"),
    POOR("er");

    private static final double SATISFIED = 4.0;
    private static final double SOME_DISSATISFIED = 3.6;
    private static final int LOSS_HEARD_PERMILLE = 20;
    private static final int LOSS_DISTURBS_PERMILLE = 50;

    private final String tone;

    QualityWord(String tone) {
        this.tone = tone;
    }

    static QualityWord of(SoundQuality quality) {
        if (quality.mos() < SOME_DISSATISFIED || quality.lostPermille() >= LOSS_DISTURBS_PERMILLE) {
            return POOR;
        }
        return quality.mos() < SATISFIED || quality.lostPermille() >= LOSS_HEARD_PERMILLE ? FAIR : GOOD;
    }

    String tone() {
        return tone;
    }
}
