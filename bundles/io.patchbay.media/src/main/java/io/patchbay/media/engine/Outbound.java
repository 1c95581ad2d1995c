// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.G711;
import io.patchbay.media.Playlist;
import io.patchbay.media.SecuredPath.Content;
import io.patchbay.media.Tones;
import io.patchbay.media.dtmf.KeyPresser;
import io.patchbay.media.mix.Speech;
import io.patchbay.media.rtp.RtpPacket;
import io.patchbay.media.rtp.RtpSender;
import java.util.Arrays;
import java.util.Optional;

/** What goes to the far end: a prompt, else who is heard, else silence; keys in between. */
final class Outbound {
    private static final Speech[] NOBODY = {};

    private final DatagramPath path;
    private final Desk desk;
    private final RtpSender sender;
    private final KeyPresser keys = new KeyPresser();
    private final Player prompts = new Player();
    /** Keys for a far end that did not agree on telephone events. */
    private final StringBuilder keysToSound = new StringBuilder();

    private final Player keyTones = new Player();
    private final Passage passage;
    private Speech[] speakers = NOBODY;
    private G711 law = G711.PCMA;
    private int keyPayload = -1;
    private boolean sends = true;

    Outbound(DatagramPath path, Desk desk, RtpSender sender) {
        this.path = path;
        this.desk = desk;
        this.sender = sender;
        passage = new Passage(path, desk, sender);
    }

    void agree(G711 codec, int dtmfPayload) {
        law = codec;
        keyPayload = dtmfPayload;
        if (keyPayload < 0) {
            keys.forget();
        }
    }

    void hears(Speech[] whom) {
        speakers = whom;
    }

    void forget(Speech gone) {
        hears(Arrays.stream(speakers).filter(speech -> speech != gone).toArray(Speech[]::new));
    }

    void play(Playlist list) {
        prompts.play(list);
    }

    void stopPlaying() {
        prompts.stop();
    }

    void press(String digits) {
        if (keyPayload >= 0) {
            keys.press(digits);
        } else {
            keysToSound.append(digits);
        }
    }

    void sends(boolean agreed) {
        sends = agreed;
    }

    /** Nobody and nothing else is to be heard now. */
    boolean hearsOnly(Speech speech) {
        boolean alone = speakers.length == 1 && speakers[0] == speech && sends && path.isAgreed();
        return alone && keys.isIdle() && keysToSound.isEmpty() && !prompts.isPlaying() && !keyTones.isPlaying();
    }

    void pass(boolean passes) {
        passage.open(passes);
    }

    void take(RtpPacket packet, G711 spoken) {
        passage.take(packet, spoken, law);
    }

    void leaveOut(RtpPacket packet) {
        passage.leaveOut(packet);
    }

    /**
     * Sends this tick's packet.
     *
     * @return the list that was played to its end in this tick
     */
    Optional<Playlist> tick() {
        if (!path.isAgreed() || passage.tick()) {
            return Optional.empty();
        }
        nextKeyTone();
        boolean playing = prompts.isPlaying() || keyTones.isPlaying();
        Optional<Playlist> ended = playing ? prompt() : Optional.empty();
        boolean audible = playing || desk.mixer().mix(speakers, law, desk.frame(), 0);
        if (sends) {
            write(audible);
            desk.tally().add(Counter.PACKETS_OUT, path.send(Content.RTP) ? 1 : 0);
        }
        sender.advance(Speech.FRAME);
        return ended;
    }

    private void nextKeyTone() {
        if (!keysToSound.isEmpty() && !keyTones.isPlaying()) {
            keyTones.play(Playlist.of(Tones.key(keysToSound.charAt(0))));
            keysToSound.deleteCharAt(0);
        }
    }

    private Optional<Playlist> prompt() {
        Optional<Playlist> ended = prompts.isPlaying() ? prompts.fill(desk.frame(), law) : Optional.empty();
        if (keyTones.isPlaying()) {
            keyTones.fill(desk.frame(), law);
        }
        return ended;
    }

    private void write(boolean audible) {
        desk.out().clear();
        if (!keys.write(desk.out(), keyPayload, sender)) {
            sender.audio(desk.out(), law.payloadType(), audible, Speech.FRAME);
            desk.out().put(desk.frame());
        }
    }

    RtpSender sender() {
        return sender;
    }
}
