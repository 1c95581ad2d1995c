// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.id.AgentId;
import io.patchbay.media.Leg;
import io.patchbay.media.Playlist;
import io.patchbay.media.Tones;
import io.patchbay.sip.message.SipParty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** One agent's devices in one call: rung, answered, talking, over. On the call's lane only. */
final class AgentLeg {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

    /** What a call wants to hear of its agent's phone; called on the call's lane. */
    interface Events {
        void answered(AgentLeg leg);

        /** It will not be answered: {@code status} of the phone, 408 for silence, 503 for no way to it. */
        void refused(AgentLeg leg, int status);

        /** An answered phone is gone; {@code cause} begins with {@code bye} if it was hung up. */
        void gone(AgentLeg leg, String cause);

        /** Its answered device's transfer key was pressed. */
        void transfers(AgentLeg leg, String number);

        /** A key of its answered device was pressed, and told apart from its sound. */
        default void presses(AgentLeg leg, char key) {}

        /** Its answered device holds, or is back. */
        void holds(AgentLeg leg, boolean holds);

        void changed();
    }

    /** A window or a handset that has just answered lets the first sound pass by. */
    private static final Duration EAR_OPENS = Duration.ofMillis(400);

    private final AgentId agent;
    private final String extension;
    private final List<Device> devices;
    private final Leg sound;
    private final Shared shared;
    private final Executor lane;
    private final Events events;
    private final List<Ringing> ringing = new ArrayList<>();
    private Ringing taken;
    private int refusal = 404;
    private boolean beeps;
    private volatile String codec = "";
    private volatile LiveCalls.Phone.State state = LiveCalls.Phone.State.RINGING;
    private volatile Instant since;

    /** {@code devices} are all that he has, best first; they ring together, the first answer takes it. */
    AgentLeg(
            AgentId agent,
            String extension,
            List<Device> devices,
            Leg sound,
            Shared shared,
            Executor lane,
            Events events) {
        this.agent = agent;
        this.extension = extension;
        this.devices = List.copyOf(devices);
        this.sound = sound;
        this.shared = shared;
        this.lane = lane;
        this.events = events;
        this.since = shared.clock().instant();
    }

    /** As another instance told of it: he talks. */
    static AgentLeg takenUp(Facts facts, Shared shared, Executor lane, Events events) {
        AgentLeg leg = new AgentLeg(
                new AgentId(facts.text("agent")),
                facts.text("extension"),
                List.of(),
                facts.get("sound", Leg.class),
                shared,
                lane,
                events);
        Ringing attempt = leg.new Ringing();
        Facts phone = facts.in("phone");
        attempt.device = phone.find("browser", String.class).isPresent()
                ? BrowserPhone.takenUp(phone, leg.agent, leg.sound, shared, lane, attempt)
                : new KeptPhone(phone, leg.sound, shared, lane, attempt);
        leg.taken = attempt;
        leg.codec = attempt.device.codec();
        leg.state = LiveCalls.Phone.State.TALKING;
        leg.since = facts.at("since");
        return leg;
    }

    /** What another instance must know to go on with it; false if it cannot. */
    boolean tell(Facts facts) {
        facts.put("agent", agent.value())
                .put("extension", extension)
                .put("sound", sound)
                .put("since", since);
        return taken != null && taken.device.tell(facts.in("phone"));
    }

    /** Rings, showing who calls. */
    void ring(SipParty who, String forQueue) {
        for (Device device : devices) {
            attempt(device, who, forQueue, false);
        }
        turnedAwayIfNoneRings();
    }

    /** As {@link #ring}, and his devices answer by themselves, as far as they can. */
    void ringAndAnswer(SipParty who, String forQueue) {
        Device best = devices.get(0);
        if (best.accepting() == Device.Accepting.ALONE) {
            is(LiveCalls.Phone.State.PICK_UP);
            attempt(best, who, forQueue, true);
            turnedAwayIfNoneRings();
        } else {
            ring(who, forQueue);
            answer();
        }
    }

    private void attempt(Device device, SipParty who, String forQueue, boolean byItself) {
        Ringing attempt = new Ringing(device);
        try {
            device.ring(who, forQueue, sound, byItself, attempt);
            ringing.add(attempt);
        } catch (IllegalArgumentException e) {
            refusal = 404; // it registered a place that cannot be called
        }
    }

    private void turnedAwayIfNoneRings() {
        if (ringing.isEmpty()) {
            events.refused(this, refusal);
        }
    }

    /** The agent has accepted at his desk: have a device answer by itself, if it can. */
    void answer() {
        if (taken != null || ringing.isEmpty() || state == LiveCalls.Phone.State.PICK_UP) {
            return;
        }
        is(LiveCalls.Phone.State.PICK_UP);
        Ringing best = ringing.get(0);
        if (best.device.accepting() == Device.Accepting.TOLD) {
            List.copyOf(ringing).forEach(attempt -> attempt.device.answer());
        } else {
            if (best.device.accepting() == Device.Accepting.ALONE) {
                stopRingingBut(best);
            }
            best.device.answer();
        }
        events.changed();
    }

    /** He hears a tone before anything else; to be said before it rings. */
    void beeps() {
        beeps = true;
    }

    private void stopRingingBut(Ringing one) {
        List<Ringing> others =
                ringing.stream().filter(attempt -> attempt != one).toList();
        ringing.removeAll(others);
        others.forEach(attempt -> attempt.device.stop());
    }

    /** He talks. */
    void talks() {
        is(LiveCalls.Phone.State.TALKING);
    }

    private void is(LiveCalls.Phone.State now) {
        state = now;
        since = shared.clock().instant();
    }

    /** Lets the devices go: stops their ring or hangs up. */
    void end() {
        Ringing last = taken;
        taken = null;
        stopRingingBut(null);
        if (last != null) {
            last.device.hangUp();
        }
        sound.close();
    }

    AgentId agent() {
        return agent;
    }

    String extension() {
        return extension;
    }

    Leg sound() {
        return sound;
    }

    String codec() {
        return codec;
    }

    boolean answered() {
        return taken != null;
    }

    LiveCalls.Phone.State state() {
        return state;
    }

    Instant since() {
        return since;
    }

    /** Whether somebody turned the call away, rather than that it did not reach anybody. */
    static boolean declines(int status) {
        return status == 486 || status == 600 || status == 603;
    }

    /** One device's part; what comes of one that was let go is nobody's. */
    private final class Ringing implements Device.Events {
        private Device device;
        private boolean rang;

        Ringing() {}

        Ringing(Device device) {
            this.device = device;
        }

        private void now(Runnable work) {
            lane.execute(() -> {
                if (taken == this || ringing.contains(this)) {
                    work.run();
                }
            });
        }

        @Override
        public void answered() {
            now(() -> {
                ringing.remove(this);
                codec = device.codec();
                taken = this;
                stopRingingBut(this);
                if (beeps) {
                    sound.play(Playlist.of(Tones.silence(EAR_OPENS), Tones.beep()));
                }
                events.answered(AgentLeg.this);
            });
        }

        @Override
        public void refused(int status) {
            now(() -> {
                ringing.remove(this);
                if (status >= 600) { // for all of his phones (RFC 3261, 16.7)
                    stopRingingBut(this);
                }
                missed(status);
            });
        }

        private void missed(int status) {
            refusal = declines(refusal) ? refusal : status;
            if (ringing.isEmpty()) {
                events.refused(AgentLeg.this, refusal);
            } else if (none()) { // what is left may be registrations of phones that are no longer there
                shared.lanes()
                        .later(
                                SIGN_OF_LIFE,
                                () -> lane.execute(() -> {
                                    if (!ringing.isEmpty() && none()) {
                                        stopRingingBut(null);
                                        events.refused(AgentLeg.this, refusal);
                                    }
                                }));
            }
        }

        private boolean none() {
            return ringing.stream().noneMatch(attempt -> attempt.rang);
        }

        @Override
        public void rings() {
            lane.execute(() -> rang = true);
        }

        @Override
        public void transfers(String number) {
            now(() -> events.transfers(AgentLeg.this, number));
        }

        @Override
        public void presses(char key) {
            now(() -> events.presses(AgentLeg.this, key));
        }

        @Override
        public void holds(boolean holds) {
            now(() -> events.holds(AgentLeg.this, holds));
        }

        @Override
        public void gone(String cause) {
            now(() -> {
                taken = null;
                events.gone(AgentLeg.this, cause);
            });
        }
    }
}
