// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.call.LiveCall;
import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.command.Actor;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.queue.WaitEstimate;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.prompt.Phrases;
import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.Leg;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Side;
import io.patchbay.media.engine.Parking;
import io.patchbay.sip.message.SipParty;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.SignalSink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.MDC;

/**
 * One caller: greeted, waiting, ringing somewhere, talking, gone. All its state belongs to its lane; what comes from
 * SIP, media, the core and timers is handed over to it.
 */
final class VoiceCall implements Guests.Host, BridgeListener {
    /** How the core, SIP and others end or reach this call. */
    interface Line {
        /** Lets the caller go. */
        void hangUp(String reason);

        /** It is durable and answered. */
        void began(InteractionId id, VoiceCall call);

        /** It is over for good. */
        void over(VoiceCall call);

        /** Tells all that another instance needs to go on with it; false unless it is answered. */
        boolean tell(Facts facts);

        /** It is not answered and cannot be handed over: it ends, or is begun anew by the core. */
        void givesUp(VoiceCall call, String why);
    }

    /** Where its sound is. */
    record Sound(Bridge bridge, Leg caller) {
        static Sound fresh(Shared shared) throws NoPortLeftException {
            Bridge bridge = shared.media().bridge(new BridgeListener() {});
            try {
                return new Sound(bridge, bridge.leg(Side.CUSTOMER));
            } catch (NoPortLeftException e) {
                bridge.close();
                throw e;
            }
        }
    }

    private final Shared shared;
    private final DialledNumber number;
    private final SipParty shown;
    private final String queueName;
    private final Executor lane;
    private final Line line;
    private final Bridge bridge;
    private final Leg caller;
    private final Hearing hearing;
    private final SecureStep secure;
    private final Guests guests;
    private final Instant since;
    private volatile InteractionId id;
    private volatile AgentLeg staff;
    private volatile boolean talking;
    private volatile Instant talkingSince;
    private final CallRecording recording;
    private volatile FarEnd far;
    private SignalSink sink = signal -> {};
    private boolean over;

    VoiceCall(
            Shared shared,
            DialledNumber number,
            SipParty shown,
            String queueName,
            Executor lane,
            Line line,
            Guests.House house)
            throws NoPortLeftException {
        this(
                shared,
                number,
                shown,
                queueName,
                lane,
                line,
                house,
                Sound.fresh(shared),
                shared.clock().instant());
    }

    /** One whose sound flows since then. */
    VoiceCall(
            Shared shared,
            DialledNumber number,
            SipParty shown,
            String queueName,
            Executor lane,
            Line line,
            Guests.House house,
            Sound sound,
            Instant since) {
        this.shared = shared;
        this.number = number;
        this.shown = shown;
        this.queueName = queueName;
        this.lane = work -> lane.execute(() -> marked(work));
        this.line = line;
        this.since = since;
        bridge = sound.bridge();
        caller = sound.caller();
        Phrases phrases = new Phrases(shared.prompts(), number.language());
        hearing = new Hearing(caller, phrases, number);
        secure = new SecureStep(bridge, caller, phrases, this.lane, shared.clock(), new OfThis());
        SipParty ours = SipParty.of(number.number(), shown.host());
        guests = new Guests(shared, house, this, bridge, phrases, ours, this.lane);
        recording = new CallRecording(shared, number.rules(), bridge, this.lane, new Kept());
        bridge.listener(this);
    }

    // ---- from one instance to the next, on the lane ----

    /** This instance is about to go: what passes ends, who cannot be taken along is let go. */
    void settles(String why) {
        if (over) {
            return;
        }
        secure.end("restart");
        hearing.hurries();
        guests.lose();
        AgentLeg leg = staff;
        if (over) {
            return;
        } else if (!line.tell(new Facts())) {
            line.givesUp(this, why);
        } else if (leg != null && !leg.answered()) {
            staff = null; // the offer stands: the next instance rings him
            leg.end();
        } else if (leg != null && !leg.tell(new Facts())) {
            lost(leg, why);
        }
    }

    boolean isRecorded() {
        return recording.runs();
    }

    /** All that the next instance needs to go on with it; nothing more happens here. */
    Optional<Parking.Parcel> handsOver() {
        if (over) {
            return Optional.empty();
        }
        Facts facts = new Facts();
        AgentLeg leg = staff;
        boolean told = id != null && line.tell(facts.in("line")) && (leg == null || leg.tell(facts.in("staff")));
        over = true;
        sink = signal -> {};
        if (!told) {
            bridge.close();
            return Optional.empty();
        }
        facts.put("interaction", id.toString())
                .put("queueName", queueName)
                .put("since", since)
                .put("caller", caller)
                .put("talking", talking);
        TakingUp.tell(facts, number, shown);
        if (talking) {
            facts.put("talkingSince", talkingSince);
        }
        hearing.tell(facts.in("hearing"));
        recording.tell(facts.in("recording"));
        return Optional.of(new Parking.Parcel(bridge, facts.all()));
    }

    /** Goes on as another instance told of it. */
    void takesUp(InteractionId given, Facts facts) {
        id = given;
        line.began(id, this);
        talking = facts.is("talking");
        if (talking) {
            talkingSince = facts.at("talkingSince");
        }
        if (facts.has("staff")) {
            staff = AgentLeg.takenUp(facts.in("staff"), shared, lane, this);
        }
        recording.takesUp(facts.in("recording"), id);
        hearing.takesUp(facts.in("hearing"));
        positionLater();
        changed();
    }

    /** What is entered unheard in this call. */
    private final class OfThis implements SecureStep.Of {
        @Override
        public CompletionStage<Long> tell(Actor actor, String type, Map<String, Object> body) {
            return shared.trace().tell(id, actor, type, body);
        }

        @Override
        public void fact(String key, Object value) {
            signal(new ChannelSignal.FactFound(key, value));
        }

        @Override
        public void changed() {
            VoiceCall.this.changed();
        }
    }

    /** What is told of this call's recording. */
    private final class Kept implements CallRecording.Of {
        @Override
        public void signal(ChannelSignal signal) {
            VoiceCall.this.signal(signal);
        }

        @Override
        public void changed() {
            VoiceCall.this.changed();
        }
    }

    SecureStep secure() {
        return secure;
    }

    /** Whether he and his agent can speak, with nothing said to him first. */
    boolean talks() {
        return talking && !over && !hearing.opening();
    }

    /** What is logged meanwhile names the call's interaction, as soon as it is one. */
    private void marked(Runnable work) {
        MDC.put("interaction", id == null ? "" : id.toString());
        try {
            work.run();
        } finally {
            MDC.remove("interaction");
        }
    }

    @Override
    public Leg caller() {
        return caller;
    }

    @Override
    public Hearing hearing() {
        return hearing;
    }

    Guests guests() {
        return guests;
    }

    /** Where the caller's sound is. */
    void caller(FarEnd given) {
        far = given;
    }

    Executor lane() {
        return lane;
    }

    Optional<InteractionId> id() {
        return Optional.ofNullable(id);
    }

    boolean isOver() {
        return over;
    }

    // ---- the core, on the lane ----

    void sink(SignalSink given) {
        sink = given;
    }

    @Override
    public void signal(ChannelSignal signal) {
        sink.signal(signal);
    }

    /** It is durable and answered. */
    void begins(InteractionId given) {
        id = given;
        line.began(given, this);
        if (recording.refuses()) {
            unrecordable();
            return;
        }
        hearing.begin();
        positionLater();
        changed();
    }

    /** It may not be taken without a recording, and none can be made: he hears so and is let go. */
    private void unrecordable() {
        signal(new ChannelSignal.Failed(CallRecording.IMPOSSIBLE));
        AgentLeg leg = staff;
        if (leg != null) {
            drop(leg);
        }
        hearing.farewell("not-recorded", this::ends);
        changed();
    }

    /** It is to be made for somebody who is not there yet: nothing is said. */
    void beginsUnheard(InteractionId given) {
        id = given;
        line.began(given, this);
    }

    /** He may ask to be called back: he is told how. */
    void callbackOffered() {
        hearing.callbackOffered();
    }

    /** He keeps his place and is called back: he is told so and let go. */
    void callbackTaken() {
        hearing.farewell("callback-taken", () -> {
            line.hangUp("");
            left(new ChannelSignal.RemoteLeft("callback"));
        });
    }

    void callbackRefused() {
        hearing.callbackRefused();
    }

    private void positionLater() {
        int seconds = number.rules().positionSeconds();
        if (seconds > 0) {
            shared.lanes()
                    .later(
                            Duration.ofSeconds(seconds),
                            () -> lane.execute(() -> {
                                if (!over) {
                                    if (!talking) {
                                        hearing.tellPosition();
                                    }
                                    positionLater();
                                }
                            }));
        }
    }

    void place(int position, WaitEstimate wait) {
        hearing.position(position, wait);
    }

    void offer(AgentId agent) {
        Optional<String> extension = shared.extensions().of(agent);
        List<Device> devices =
                extension.map(number -> shared.devices(agent, number, lane)).orElse(List.of());
        if (over || devices.isEmpty()) {
            signal(new ChannelSignal.AgentUnreachable(agent, "not registered"));
            return;
        }
        try {
            staff = new AgentLeg(agent, extension.get(), devices, bridge.leg(Side.STAFF), shared, lane, this);
            if (shared.book().autoAnswers(agent)) {
                staff.beeps();
                staff.ringAndAnswer(shown, queueName);
            } else {
                staff.ring(shown, queueName);
            }
            changed();
        } catch (NoPortLeftException e) {
            signal(new ChannelSignal.AgentUnreachable(agent, e.getMessage()));
        }
    }

    void answer(AgentId agent) {
        with(agent).ifPresent(AgentLeg::answer);
    }

    /** The agent's phone has nothing more to do with this call. */
    void release(AgentId agent) {
        with(agent).ifPresent(leg -> {
            boolean talked = talking;
            drop(leg);
            if (talked && !over) {
                leftWithoutAgent();
            }
        });
    }

    private void leftWithoutAgent() {
        if (guests.keepCustomer()) {
            talking = true;
            guests.apply();
        } else {
            guests.forget();
            hearing.again();
        }
    }

    /** A guest who has answered is its agent from now on. */
    void takenOver(AgentId guest) {
        guests.becomesStaff(guest).ifPresent(leg -> {
            AgentLeg before = staff;
            staff = leg;
            if (before != null) {
                before.end();
                changed(before.agent());
            }
            if (!talking) {
                connect();
            }
            changed(leg.agent());
        });
    }

    private Optional<AgentLeg> with(AgentId agent) {
        return Optional.ofNullable(staff).filter(leg -> leg.agent().equals(agent));
    }

    private void drop(AgentLeg leg) {
        secure.end("released");
        staff = null;
        if (talking) {
            talking = false;
            caller.hears(Set.of());
            recording.end();
        }
        leg.end();
        changed(leg.agent());
    }

    /** He is accepted; one whose phone was lost while nobody could tell so is told of now. */
    void connect(AgentId agent) {
        if (staff == null && !over && !talking) {
            signal(new ChannelSignal.AgentLost(agent, "no phone"));
        } else {
            connect();
        }
    }

    /** They talk, and it is recorded. */
    void connect() {
        AgentLeg leg = staff;
        if (leg == null || !leg.answered() || talking || over) {
            return;
        }
        if (recording.refuses()) {
            unrecordable();
            return;
        }
        talking = true;
        talkingSince = shared.clock().instant();
        leg.talks();
        recording.begin(id);
        guests.apply();
        hearing.connected(leg.extension());
        changed(leg.agent());
    }

    /** Our side ends it. */
    void ends() {
        if (!over) {
            line.hangUp("");
            close();
        }
    }

    /** Our side turns the caller away: he hears why first. */
    void dismissed(String prompt) {
        if (!over) {
            hearing.farewell(prompt, this::ends);
        }
    }

    /** His agent's part is over: he is asked for a mark. */
    void rates(int of) {
        if (!over) {
            AgentLeg leg = staff;
            if (leg != null) {
                drop(leg);
            }
            hearing.asks("rating-" + of);
        }
    }

    /** Voice goes away. */
    void cutOff(String why) {
        if (!over) {
            line.hangUp("SIP;cause=503");
            left(new ChannelSignal.Failed(why));
        }
    }

    // ---- the caller, on the lane ----

    /** The caller is gone by himself. */
    void left(ChannelSignal how) {
        if (!over) {
            signal(how);
            close();
        }
    }

    private void close() {
        secure.end("call-over");
        over = true;
        AgentLeg leg = staff;
        staff = null;
        guests.releaseAll();
        recording.end();
        if (leg != null) {
            leg.end();
            changed(leg.agent());
        }
        bridge.close();
        line.over(this);
        changed();
    }

    // ---- the agent's phone, on the lane ----

    @Override
    public void answered(AgentLeg leg) {
        changed(leg.agent());
        if (leg == staff) {
            signal(new ChannelSignal.AgentAnswered(leg.agent()));
        }
    }

    @Override
    public void refused(AgentLeg leg, int status) {
        if (leg != staff) {
            return;
        }
        drop(leg);
        if (AgentLeg.declines(status)) {
            signal(new ChannelSignal.AgentDeclined(leg.agent()));
        } else {
            shared.phones().gone(leg.extension());
            signal(new ChannelSignal.AgentUnreachable(leg.agent(), "phone " + status));
        }
    }

    @Override
    public void transfers(AgentLeg leg, String number) {
        if (leg == staff && talking) {
            signal(new ChannelSignal.DeviceTransfers(leg.agent(), number));
        }
    }

    @Override
    public void holds(AgentLeg leg, boolean holds) {
        if (leg == staff && talking) {
            signal(new ChannelSignal.DeviceHolds(leg.agent(), holds));
        }
    }

    @Override
    public void gone(AgentLeg leg, String cause) {
        if (leg != staff) {
            return;
        }
        if (cause.startsWith("bye")) {
            signal(new ChannelSignal.AgentHungUp(leg.agent()));
        } else {
            lost(leg, cause);
        }
    }

    private void lost(AgentLeg leg, String cause) {
        shared.phones().gone(leg.extension());
        signal(new ChannelSignal.AgentLost(leg.agent(), cause));
        release(leg.agent());
    }

    @Override
    public void changed() {
        if (id != null) {
            shared.changed().accept(new LiveCalls.Change.OfCall(id));
        }
        AgentLeg leg = staff;
        if (leg != null) {
            shared.changed().accept(new LiveCalls.Change.OfPhone(leg.agent()));
        }
    }

    private void changed(AgentId agent) {
        shared.changed().accept(new LiveCalls.Change.OfPhone(agent));
        changed();
    }

    // ---- sound, on the media thread ----

    @Override
    public void digit(Leg leg, char digit, Duration held) {
        if (leg == caller) {
            lane.execute(() -> key(digit, held));
        } else {
            lane.execute(() -> pressedBy(leg, digit));
        }
    }

    @Override
    public void presses(AgentLeg leg, char key) {
        pressedBy(leg.sound(), key);
    }

    /** What the agent presses at his device goes on to whom he talks with. */
    private void pressedBy(Leg leg, char digit) {
        if (talking && staff().filter(agent -> agent.sound() == leg).isPresent()) {
            guests.press(String.valueOf(digit));
        }
    }

    /** A key of the caller's; what he enters unheard goes no further. On the lane. */
    void key(char digit, Duration held) {
        if (!secure.key(digit)) {
            signal(new ChannelSignal.DigitPressed(digit, held));
        }
    }

    @Override
    public void released() {
        lane.execute(secure::limit);
    }

    @Override
    public void played(Leg leg, Playlist list) {
        lane.execute(() -> {
            if (leg == caller && !over) {
                hearing.played(list);
                changed();
            }
        });
    }

    @Override
    public void silent(Leg leg) {
        lane.execute(() -> dead(leg, "no sound"));
    }

    @Override
    public void failed(Leg leg, Throwable why) {
        lane.execute(() -> dead(leg, "sound failed: " + why));
    }

    private void dead(Leg leg, String cause) {
        AgentLeg agent = staff;
        if (over || guests.dead(leg)) {
            return;
        } else if (leg == caller) {
            line.hangUp("Q.850;cause=41;text=\"no sound\"");
            left(new ChannelSignal.RemoteLeft("lost"));
        } else if (agent != null && leg == agent.sound()) {
            lost(agent, cause);
        }
    }

    // ---- for lookers-on, any thread ----

    @Override
    public Optional<AgentLeg> staff() {
        return Optional.ofNullable(staff);
    }

    /** All phones of ours that ring or talk in it. */
    Stream<AgentLeg> phones() {
        return Stream.concat(staff().stream(), guests.phones().stream());
    }

    LiveCall view(InteractionId of) {
        List<LiveCall.Party> parties = new ArrayList<>();
        AgentLeg leg = staff;
        boolean talks = talking;
        parties.add(new LiveCall.Party(
                Optional.empty(),
                hearing.opening() ? LiveCall.State.GREETED : talks ? LiveCall.State.TALKING : LiveCall.State.WAITING,
                talks ? talkingSince : since,
                Quality.of(caller, far == null ? "" : far.codec())));
        if (leg != null) {
            parties.add(new LiveCall.Party(
                    Optional.of(leg.agent()),
                    talks ? LiveCall.State.TALKING : LiveCall.State.RINGING,
                    leg.since(),
                    Quality.of(leg.sound(), leg.codec())));
        }
        Optional<LiveCall.SecureEntry> entry = secure.entry();
        return new LiveCall(of, parties, recording.state(entry.isPresent()), entry);
    }
}
