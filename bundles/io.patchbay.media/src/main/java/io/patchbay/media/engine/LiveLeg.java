// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.G711;
import io.patchbay.media.Leg;
import io.patchbay.media.LegQuality;
import io.patchbay.media.Playlist;
import io.patchbay.media.RemoteMedia;
import io.patchbay.media.SecuredPath;
import io.patchbay.media.Side;
import io.patchbay.media.dtmf.KeyPresser;
import io.patchbay.media.mix.Speech;
import io.patchbay.media.port.PortPair;
import io.patchbay.media.rtp.RtpPacket;
import io.patchbay.media.rtp.RtpSender;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A leg: its public side posts to the media thread, the rest runs there. */
final class LiveLeg implements Leg {
    /** Made once: a tick allocates nothing. */
    final Runnable listens = this::listen;

    final Runnable speaks = this::speak;

    /** Between two ticks. */
    final Runnable reads = this::read;

    private final Runnable come = this::come;
    private final LiveBridge bridge;
    private final Side side;
    private final PortPair ports;
    private final Desk desk;
    private final DatagramPath rtp;
    private final Inbound inbound;
    private final Outbound outbound;
    private final Control control;
    private final Vigil vigil;
    private final LineGauge gauge = new LineGauge();
    /** Of the media thread, as all below. */
    private boolean ended;

    /** Whose packets go straight on to this one's far end. */
    private Optional<LiveLeg> straight = Optional.empty();

    /** How many legs its own packets go straight to. */
    private int followers;

    LiveLeg(LiveBridge bridge, Side side, PortPair ports, Desk desk, RandomGenerator random, Duration deadAfter) {
        this.bridge = bridge;
        this.side = side;
        this.ports = ports;
        this.desk = desk;
        rtp = new DatagramPath(ports.rtp(), desk);
        outbound = new Outbound(rtp, desk, new RtpSender(random));
        inbound = new Inbound(
                rtp,
                desk,
                this::pressed,
                address -> control().latched(address),
                length -> control().came(length),
                packet -> bridge.passOn(this, packet));
        control = new Control(new DatagramPath(ports.rtcp(), desk), desk, inbound, outbound, random);
        vigil = new Vigil(deadAfter.toNanos());
    }

    private Control control() {
        return control;
    }

    @Override
    public int rtpPort() {
        return ports.port();
    }

    @Override
    public Side side() {
        return side;
    }

    @Override
    public void remote(RemoteMedia remote) {
        Objects.requireNonNull(remote, "remote");
        bridge.post(this, () -> {
            outbound.agree(remote.codec(), remote.dtmfPayload());
            inbound.agree(remote);
            control.agree(remote);
            vigil.begin(desk.now());
        });
    }

    @Override
    public void secured(SecuredPath path, G711 codec, int dtmfPayload) {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(codec, "codec");
        bridge.post(this, () -> {
            outbound.agree(codec, dtmfPayload);
            inbound.agree(path, codec, dtmfPayload);
            control.agree(rtp);
            vigil.begin(desk.now());
        });
    }

    @Override
    public void hears(Set<Leg> speakers) {
        LiveLeg[] legs = speakers.stream().map(bridge::own).toArray(LiveLeg[]::new);
        bridge.post(this, () -> outbound.hears(LiveBridge.speeches(legs)));
    }

    @Override
    public void play(Playlist list) {
        Objects.requireNonNull(list, "list");
        bridge.post(this, () -> outbound.play(list));
    }

    @Override
    public void stopPlaying() {
        bridge.post(this, outbound::stopPlaying);
    }

    @Override
    public void press(String digits) {
        KeyPresser.check(digits);
        bridge.post(this, () -> outbound.press(digits));
    }

    @Override
    public void mute(boolean muted) {
        bridge.post(this, () -> inbound.mute(muted));
    }

    @Override
    public void direction(boolean sends, boolean receives) {
        bridge.post(this, () -> {
            outbound.sends(sends);
            inbound.receives(receives);
        });
    }

    @Override
    public LegQuality quality() {
        return gauge.read();
    }

    @Override
    public void close() {
        bridge.post(this, () -> bridge.end(this));
    }

    /** Decides until the next tick whose packets go straight on to this leg's far end. */
    void settle(LiveLeg[] present, boolean withheld) {
        for (LiveLeg other : present) {
            if (other != this && outbound.hearsOnly(other.speech()) && other.mayPass(withheld)) {
                follow(other);
                return;
            }
        }
        part();
    }

    private boolean mayPass(boolean withheld) {
        return inbound.mayPass() && !(withheld && side == Side.CUSTOMER);
    }

    private void follow(LiveLeg other) {
        if (follows(other)) {
            return;
        }
        part();
        straight = Optional.of(other);
        outbound.pass(true);
        if (other.followers++ == 0) {
            other.rtp.watch(other.come);
        }
    }

    boolean follows(LiveLeg other) {
        return straight.isPresent() && straight.get() == other;
    }

    /** Nobody's packets go straight on to it any more. */
    void part() {
        if (straight.isEmpty()) {
            return;
        }
        LiveLeg other = straight.get();
        straight = Optional.empty();
        outbound.pass(false);
        if (--other.followers == 0) {
            other.rtp.unwatch();
        }
    }

    private void come() {
        bridge.guarded(this, reads);
    }

    private void read() {
        inbound.look();
    }

    /** What came from a leg that it follows. */
    void take(LiveLeg from, RtpPacket packet) {
        if (from.inbound.isAudio(packet)) {
            outbound.take(packet, from.speech().law());
        } else {
            outbound.leaveOut(packet);
        }
    }

    /** First half of a tick: what the far end says. */
    private void listen() {
        inbound.tick();
        control.tick();
        lookOut();
        inbound.forgetHeard();
    }

    private void lookOut() {
        Vigil.Finding finding = vigil.tick(desk.now(), inbound.heard(), control.heard(), inbound.receives());
        if (finding == Vigil.Finding.FLOWING) {
            bridge.teller().flowing(this);
        } else if (finding == Vigil.Finding.SILENT) {
            bridge.teller().silent(this);
        }
    }

    /** Second half, when it is known what every leg says: what the far end hears. */
    private void speak() {
        Optional<Playlist> ended = outbound.tick();
        if (ended.isPresent()) {
            bridge.teller().played(this, ended.get());
        }
        gauge.show(inbound, outbound, control.far());
    }

    private void pressed(char digit, int samples) {
        lookOut();
        bridge.teller().digit(this, digit, Duration.ofMillis(samples / 8));
    }

    /** What it said and nobody heard yet is never heard. */
    void forgetUnheard() {
        inbound.forgetUnheard();
    }

    /** The media thread missed some time. */
    void skip(long ticks) {
        outbound.sender().advance((int) (ticks * Speech.FRAME));
    }

    void forget(LiveLeg gone) {
        outbound.forget(gone.speech());
        if (follows(gone)) {
            part();
        }
    }

    Speech speech() {
        return inbound.speech();
    }

    PortPair ports() {
        return ports;
    }

    boolean hasEnded() {
        return ended;
    }

    boolean belongsTo(LiveBridge other) {
        return bridge == other;
    }

    /** Nobody hears it any more; nothing is read or sent after that but the good-bye. */
    void fallSilent() {
        ended = true;
        part();
        speech().audible(false);
    }

    void sayGoodbye() {
        try {
            control.bye();
        } finally {
            rtp.end();
        }
    }
}
