// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

/** The E-model (ITU-T G.107) with everything at its default but delay and loss. */
final class EModel {
    private static final double BEST = 93.2;
    /** Robustness of G.711 with loss concealment (ITU-T G.113, appendix I). */
    private static final double LOSS_ROBUSTNESS = 25.1;

    private static final double NOTICED_DELAY_MILLIS = 177.3;

    private EModel() {}

    /**
     * Mean opinion score.
     *
     * @param lostPercent 0 to 100, losses at random
     * @param delayMillis from mouth to ear
     */
    static double mos(double lostPercent, double delayMillis) {
        double delay = 0.024 * delayMillis + 0.11 * Math.max(0, delayMillis - NOTICED_DELAY_MILLIS);
        double loss = 95 * lostPercent / (lostPercent + LOSS_ROBUSTNESS);
        double rating = Math.max(0, Math.min(100, BEST - delay - loss));
        double score = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
        return Math.max(1, score);
    }
}
