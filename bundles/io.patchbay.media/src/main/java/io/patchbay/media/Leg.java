// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One party's RTP stream, both ways. Every method is safe for any thread and returns at once; see {@link Bridge} for
 * the order. After {@link #close} further calls do nothing.
 */
@ProviderType
public interface Leg {
    /**
     * The local RTP port, for the session description; RTCP is on the port above.
     *
     * @return an even port
     */
    int rtpPort();

    /**
     * Whose side it speaks for.
     *
     * @return as given to {@link Bridge#leg}
     */
    Side side();

    /**
     * Tells what was agreed with the far end: packets flow from now on. May be called again (re-INVITE); then an
     * address that was latched is forgotten. Our SSRC, sequence and ports stay. An address that these sockets cannot
     * talk with (IPv6 on IPv4 sockets, no route) ends the leg: {@link BridgeListener#failed}.
     *
     * @param remote address, codec, keys
     */
    void remote(RemoteMedia remote);

    /**
     * Tells that packets go a secured way from now on; as {@link #remote}, which ends it. RTCP shares the RTP port; the
     * port above stays unused. The same path again changes only what is spoken.
     *
     * @param path with whom, and how; it belongs to this leg from now on
     * @param codec the law in both directions
     * @param dtmfPayload dynamic payload type of {@code telephone-event/8000}, 96 to 127; -1 if none was agreed
     */
    void secured(SecuredPath path, G711 codec, int dtmfPayload);

    /**
     * Says who is in what this leg hears; replaces what was said before. Hold, whisper, monitor and conference are
     * nothing else. Default: nobody, that is silence.
     *
     * @param speakers legs of the same bridge
     * @throws IllegalArgumentException if one is of another bridge
     */
    void hears(Set<Leg> speakers);

    /**
     * Plays to this leg, in place of what it hears and of what it plays now. When the list is through,
     * {@link BridgeListener#played} is told and the leg hears again; a list that loops plays until something else is
     * asked for. A list that is replaced or stopped is not told. Time runs from {@link #remote} on, also while nothing
     * may be sent.
     *
     * @param list what to play
     */
    void play(Playlist list);

    /** Back to what it hears. */
    void stopPlaying();

    /**
     * Presses keys to the far end (RFC 4733): 100 ms each, 100 ms apart. Where no telephone events were agreed they go
     * as tones in the audio (ITU-T Q.23).
     *
     * @param digits of {@code 0-9 * # A-D}
     * @throws IllegalArgumentException if there are others
     */
    void press(String digits);

    /**
     * Makes what this leg says go nowhere: to nobody who hears it, to no recording.
     *
     * @param muted true to mute; default false
     */
    void mute(boolean muted);

    /**
     * The direction that was agreed (RFC 3264, 6.1), seen from here. RTCP goes on in any case. A leg that does not
     * receive is never told as silent.
     *
     * @param sends false if nothing may be sent ({@code recvonly} or {@code inactive} in our description); default true
     * @param receives false if nothing will come ({@code sendonly} or {@code inactive}); default true
     */
    void direction(boolean sends, boolean receives);

    /**
     * How good the line is, as of the last tick. Cheap; no media thread is asked.
     *
     * @return a snapshot
     */
    LegQuality quality();

    /** Ends this leg alone: RTCP BYE, ports freed; nobody hears it any more. */
    void close();
}
