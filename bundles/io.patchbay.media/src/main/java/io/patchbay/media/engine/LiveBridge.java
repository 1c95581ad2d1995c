// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.Leg;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.RecordingSink;
import io.patchbay.media.Side;
import io.patchbay.media.mix.Speech;
import io.patchbay.media.record.Recording;
import io.patchbay.media.rtp.RtpPacket;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bridge: its public side posts to the media thread, the rest runs there. */
final class LiveBridge implements Bridge {
    private static final Logger log = LoggerFactory.getLogger(LiveBridge.class);
    private static final LiveLeg[] NONE = {};
    /** What a customer said before a release has come by then: 200 ms. */
    private static final long TICKS_ON_THE_WAY = 10;

    /** Made once: a tick allocates nothing. */
    final Runnable ticks = this::tick;

    final Runnable settles = this::settle;

    private final MediaThread thread;
    private final Plant plant;
    private final Teller teller;
    private volatile boolean closed;
    /** Asked for and not begun: nothing of customers goes straight on any more. */
    private volatile boolean aboutToWithhold;

    /** Of the media thread, as all below: what was asked for before the close is still done. */
    private boolean ended;

    /** Replaced, never changed: a leg may end while the others are gone through. */
    private LiveLeg[] legs = NONE;

    private Speech[] customers = speeches(NONE);
    private Speech[] staff = speeches(NONE);
    private volatile Optional<Recording> recording = Optional.empty();

    /** How much longer what customers say is withheld; 0 while it is not. */
    private long withheldTicks;
    /** Its end was asked for: nobody need be told of it. */
    private boolean ending;

    LiveBridge(MediaThread thread, Plant plant, BridgeListener listener) {
        this.thread = thread;
        this.plant = plant;
        teller = new Teller(listener);
    }

    @Override
    public Leg leg(Side side) throws NoPortLeftException {
        Objects.requireNonNull(side, "side");
        if (closed) {
            throw new IllegalStateException("the bridge is closed");
        }
        LiveLeg leg = new LiveLeg(
                this,
                side,
                plant.ports().open(),
                thread.desk(),
                plant.random(),
                plant.settings().deadAfter());
        thread.post(() -> add(leg));
        return leg;
    }

    @Override
    public void record(RecordingSink sink) {
        Recording next = new Recording(
                sink, Math.toIntExact(plant.settings().recorderBacklog().toSeconds()));
        thread.post(() -> {
            finishRecording();
            if (!ended) {
                plant.recorder().add(next);
                recording = Optional.of(next);
            }
        });
    }

    @Override
    public boolean recordInto(RecordingSink next) {
        return recording.filter(running -> running.into(next)).isPresent();
    }

    @Override
    public void listener(BridgeListener next) {
        teller.listener(next);
    }

    @Override
    public void stopRecording() {
        thread.post(this::finishRecording);
    }

    @Override
    public void withhold(Duration atMost) {
        long ticks = Math.max(1, atMost.toNanos() / MediaThread.TICK_NANOS);
        aboutToWithhold = true;
        thread.post(() -> {
            aboutToWithhold = false;
            withheldTicks = ticks;
            ending = false;
        });
    }

    @Override
    public void release() {
        thread.post(() -> {
            withheldTicks = Math.min(withheldTicks, TICKS_ON_THE_WAY);
            ending = true;
        });
    }

    private void endWithholding() {
        withheldTicks = 0;
        for (LiveLeg leg : of(Side.CUSTOMER)) {
            leg.forgetUnheard();
        }
        if (!ending) {
            teller.released();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.post(this::end);
    }

    BridgeListener teller() {
        return teller;
    }

    /** A leg's wish: dropped if the leg has ended by then, its end if it throws. */
    void post(LiveLeg leg, Runnable wish) {
        thread.post(() -> guarded(leg, wish));
    }

    /** The leg as ours. */
    LiveLeg own(Leg leg) {
        if (leg instanceof LiveLeg live && live.belongsTo(this)) {
            return live;
        }
        throw new IllegalArgumentException(leg + " is no leg of this bridge");
    }

    static Speech[] speeches(LiveLeg[] legs) {
        return Arrays.stream(legs)
                .filter(leg -> !leg.hasEnded())
                .map(LiveLeg::speech)
                .toArray(Speech[]::new);
    }

    private void add(LiveLeg leg) {
        if (ended) {
            leg.fallSilent();
            plant.ports().close(leg.ports());
            return;
        }
        LiveLeg[] more = Arrays.copyOf(legs, legs.length + 1);
        more[legs.length] = leg;
        legs(more);
        thread.desk().tally().add(Counter.LEGS, 1);
    }

    private void legs(LiveLeg[] present) {
        legs = present;
        customers = speeches(of(Side.CUSTOMER));
        staff = speeches(of(Side.STAFF));
    }

    private LiveLeg[] of(Side side) {
        return Arrays.stream(legs).filter(leg -> leg.side() == side).toArray(LiveLeg[]::new);
    }

    /** Before anything is read: whose packets go straight on until the next tick. */
    private void settle() {
        for (LiveLeg leg : legs) {
            leg.settle(legs, withheldTicks > 0);
        }
    }

    /** Everybody listens, what was said is recorded, everybody speaks. */
    private void tick() {
        for (LiveLeg leg : legs) {
            guarded(leg, leg.listens);
        }
        if (withheldTicks > 0) {
            for (Speech customer : customers) {
                customer.audible(false);
            }
        }
        if (recording.isPresent()) {
            record(recording.get());
        }
        for (LiveLeg leg : legs) {
            guarded(leg, leg.speaks);
        }
        passWithheld(1);
    }

    private void passWithheld(long ticks) {
        if (withheldTicks > ticks) {
            withheldTicks -= ticks;
        } else if (withheldTicks > 0) {
            endWithholding();
        }
    }

    private void record(Recording running) {
        if (running.isBroken()) {
            finishRecording();
        } else if (withheldTicks > 0) {
            running.withhold(thread.desk().mixer());
        } else {
            running.append(thread.desk().mixer(), customers, staff);
        }
    }

    /** The media thread missed some time. */
    void skip(long ticks) {
        for (LiveLeg leg : legs) {
            leg.skip(ticks);
        }
        recording.ifPresent(running -> running.silence(thread.desk().mixer(), ticks));
        passWithheld(ticks);
    }

    /** What one leg's far end said goes on at once to those who hear only it. */
    void passOn(LiveLeg from, RtpPacket packet) {
        if ((aboutToWithhold || withheldTicks > 0) && from.side() == Side.CUSTOMER) {
            return;
        }
        for (LiveLeg leg : legs) {
            if (leg.follows(from)) {
                passOn(from, packet, leg);
            }
        }
    }

    private void passOn(LiveLeg from, RtpPacket packet, LiveLeg to) {
        try {
            to.take(from, packet);
        } catch (RuntimeException e) {
            fail(to, e);
        }
    }

    /** Does a leg's part; if it throws, that leg alone ends. */
    void guarded(LiveLeg leg, Runnable part) {
        if (leg.hasEnded()) {
            return;
        }
        try {
            part.run();
        } catch (RuntimeException e) {
            fail(leg, e);
        }
    }

    private void fail(LiveLeg leg, RuntimeException why) {
        if (why instanceof UncheckedIOException) {
            log.warn("The leg on port {} cannot go on: {}", leg.rtpPort(), why.getMessage());
        } else {
            log.error("The leg on port {} broke and is closed", leg.rtpPort(), why);
        }
        thread.desk().tally().count(Counter.FAILED_LEGS);
        end(leg);
        teller.failed(leg, why);
    }

    /** Ends one leg. */
    void end(LiveLeg leg) {
        if (leg.hasEnded()) {
            return;
        }
        leg.fallSilent();
        legs(Arrays.stream(legs).filter(other -> other != leg).toArray(LiveLeg[]::new));
        for (LiveLeg other : legs) {
            other.forget(leg);
        }
        try {
            leg.sayGoodbye();
        } finally {
            thread.desk().tally().add(Counter.LEGS, -1);
            plant.ports().close(leg.ports());
        }
    }

    private void finishRecording() {
        recording.ifPresent(Recording::finish);
        recording = Optional.empty();
    }

    /** Ends everything; on the media thread. */
    void end() {
        closed = true;
        ended = true;
        finishRecording();
        for (LiveLeg leg : legs) {
            guarded(leg, () -> end(leg));
        }
        thread.remove(this);
    }
}
