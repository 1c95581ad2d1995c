// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.sdp;

/** Reads and writes session descriptions. Any thread. */
@SuppressWarnings("DoNotCallSuggester") // skeleton
public final class OfferAnswer {
    private OfferAnswer() {}

    /**
     * Reads an offer or an answer.
     *
     * @param sdp hostile input
     * @return its first audio stream that has a codec of ours
     * @throws UnacceptableSdp if it is none, or has nothing we can speak: 488
     */
    public static Audio read(String sdp) throws UnacceptableSdp {
        throw new UnacceptableSdp(sdp);
    }

    /**
     * Writes an offer.
     *
     * @param ours our side
     * @return SDP
     */
    public static String offer(Audio ours) {
        throw new UnsupportedOperationException(ours.toString());
    }

    /**
     * Writes the answer to an offer: every stream of it has its line, all but the audio stream refused (RFC 3264, 6).
     *
     * @param offer as received
     * @param ours our side, with the one codec chosen and the offer's payload type for events
     * @return SDP
     * @throws UnacceptableSdp if the offer cannot be read
     */
    public static String answer(String offer, Audio ours) throws UnacceptableSdp {
        throw new UnacceptableSdp(offer + ours);
    }
}
