// SPDX-License-Identifier: Apache-2.0
// How a line sounds, from what WebRTC counts: the E-model for G.711 with concealment (ITU-T G.107, G.113).

/** Mean opinion score of a share of lost packets and a one-way delay in ms. */
export const mos = (lost, delayMillis) => {
  const late = Math.max(0, delayMillis - 177.3);
  const r = 93.2 - 0.024 * delayMillis - 0.11 * late - 95 * (100 * lost / (100 * lost + 25.1));
  return r <= 0 ? 1 : Math.min(4.5, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6);
};

const wordOf = (score) => (score >= 4 ? 'good' : score >= 3.6 ? 'fair' : 'poor');

/** Looks at reports one after the other; each answer is about what came since the one before. */
export const moving = () => {
  let before;
  return (reports) => {
    let line;
    let roundTrip = 0;
    for (const report of reports.values()) {
      if (report.type === 'inbound-rtp' && report.kind === 'audio') line = report;
      if (report.type === 'candidate-pair' && report.nominated) roundTrip = report.currentRoundTripTime ?? roundTrip;
    }
    if (!line) return undefined;
    const last = before ?? line;
    before = line;
    const got = line.packetsReceived - last.packetsReceived;
    const gone = Math.max(0, line.packetsLost - last.packetsLost);
    const lost = got + gone > 0 ? gone / (got + gone) : 0;
    const delay = 500 * roundTrip + 60;
    const score = mos(lost, delay);
    return { lost, delay, jitter: 1000 * (line.jitter ?? 0), mos: score, word: wordOf(score) };
  };
};
