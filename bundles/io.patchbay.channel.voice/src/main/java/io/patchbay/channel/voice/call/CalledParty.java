// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Tones;
import io.patchbay.sip.message.SipParty;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Conference;
import io.patchbay.spi.channel.SignalSink;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * A customer who is to be called: an agent's phone rings first, his only when the agent is there. Ports are taken no
 * sooner than they are needed.
 */
final class CalledParty implements ChannelSession, VoiceCall.Line {
    private final Shared shared;
    private final InteractionId interaction;
    private final Optional<Address.PhoneNumber> whom;
    private final DialledNumber ours;
    private final SipParty shown;
    private final String queueName;
    private final Lines lines;
    private SignalSink sink;
    private final Executor lane;
    private final Conference together = new Together(work -> with(work::accept));
    private VoiceCall call;
    private TrunkCall dialled;

    /** What the house of calls gives. */
    interface Lines extends Guests.House {
        void began(InteractionId id, VoiceCall call);

        void over(VoiceCall call);
    }

    /**
     * {@code whom} is nobody in a call between colleagues; {@code ours} is the number that is shown; {@code shown} is
     * how the agent's phone names the customer.
     */
    CalledParty(
            Shared shared,
            InteractionId interaction,
            Optional<Address.PhoneNumber> whom,
            DialledNumber ours,
            SipParty shown,
            String queueName,
            Lines lines,
            SignalSink sink) {
        this.shared = shared;
        this.interaction = interaction;
        this.whom = whom;
        this.ours = ours;
        this.shown = shown;
        this.queueName = queueName;
        this.lines = lines;
        this.sink = sink;
        this.lane = shared.lanes().lane(interaction.toString());
    }

    // ---- the core, on a slot's thread ----

    @Override
    public void offer(AgentId agent, Instant expiresAt) {
        lane.execute(() -> {
            try {
                if (call == null || call.isOver()) {
                    call = new VoiceCall(shared, ours, shown, queueName, lane, this, lines);
                    call.sink(sink);
                    call.beginsUnheard(interaction);
                }
                call.offer(agent);
            } catch (NoPortLeftException e) {
                sink.signal(new ChannelSignal.AgentUnreachable(agent, e.getMessage()));
            }
        });
    }

    @Override
    public boolean answeredAtDevice() {
        return true;
    }

    @Override
    public void answer(AgentId agent) {
        with(now -> now.answer(agent));
    }

    /** The agent is there: the customer is dialled, or talked to if he is there already. */
    @Override
    public void connect(AgentId agent, String name) {
        with(now -> {
            if (whom.isEmpty()) {
                now.connect();
            } else if (dialled != null && dialled.answered()) {
                now.connect(agent);
            } else if (dialled == null
                    && ours.rules().mustRecord()
                    && shared.recorder().failing()) {
                sink.signal(new ChannelSignal.PartyNotReached(CallRecording.IMPOSSIBLE));
                now.ends();
            } else if (dialled == null) {
                dialled = trunkCall(now);
                dialled.dial();
            }
        });
    }

    private TrunkCall trunkCall(VoiceCall now) {
        SipParty presented = SipParty.of(ours.number(), shown.host());
        return new TrunkCall(shared, lines, whom.orElseThrow().e164(), presented, now.caller(), lane, new Reached(now));
    }

    void sink(SignalSink given) {
        sink = given;
    }

    /** Goes on with a call that was answered before. */
    void takesUp(VoiceCall given, Facts facts) {
        call = given;
        TrunkCall before = trunkCall(given);
        before.takesUp(facts);
        dialled = before;
    }

    /** An agent who rings or is there already is offered the contact anew. */
    @Override
    public void givesUp(VoiceCall unanswered, String why) {
        if (dialled != null || whom.isEmpty()) {
            unanswered.cutOff(why);
            return;
        }
        unanswered
                .staff()
                .ifPresent(leg -> sink.signal(
                        leg.answered()
                                ? new ChannelSignal.AgentLost(leg.agent(), why)
                                : new ChannelSignal.AgentUnreachable(leg.agent(), why)));
        unanswered.ends();
    }

    @Override
    public boolean tell(Facts facts) {
        whom.ifPresent(number -> facts.put("called", number.e164()));
        return dialled != null && dialled.tell(facts);
    }

    @Override
    public void withdraw(AgentId agent) {
        disconnect(agent);
    }

    @Override
    public void disconnect(AgentId agent) {
        with(now -> {
            now.release(agent);
            if (dialled == null || !dialled.answered()) {
                now.ends();
            }
        });
    }

    @Override
    public void end() {
        with(VoiceCall::ends);
    }

    @Override
    public Optional<Conference> conference() {
        return Optional.of(together);
    }

    private interface Deed {
        void of(VoiceCall now);
    }

    private void with(Deed deed) {
        lane.execute(() -> {
            if (call != null && !call.isOver()) {
                deed.of(call);
            }
        });
    }

    @Override
    public void committed(InteractionId id, ConversationId conversation) {}

    @Override
    public void refused(Problem problem) {}

    @Override
    public void accepted(MessageId id, Instant at) {}

    @Override
    public void queued(QueuePlace place) {
        with(now -> now.place(place.position(), place.estimate()));
    }

    /** Nothing is written to a telephone. */
    @Override
    public void send(OutboundMessage message) {
        sink.signal(new ChannelSignal.MessageFailed(message.id(), "a call takes no messages"));
    }

    @Override
    public boolean reads() {
        return false;
    }

    @Override
    public boolean rates() {
        return whom.isPresent();
    }

    @Override
    public void rate(int of) {
        with(now -> now.rates(of));
    }

    @Override
    public void dismiss(String prompt) {
        with(now -> now.dismissed(prompt));
    }

    @Override
    public void typing() {}

    // ---- the call, on its lane ----

    @Override
    public void hangUp(String reason) {
        TrunkCall last = dialled;
        dialled = null;
        if (last != null) {
            last.end(reason);
        }
    }

    @Override
    public void began(InteractionId id, VoiceCall begun) {
        lines.began(id, begun);
    }

    @Override
    public void over(VoiceCall ended) {
        lines.over(ended);
    }

    /** What becomes of the call to the customer. */
    private final class Reached implements TrunkCall.Events {
        private final VoiceCall talk;

        Reached(VoiceCall talk) {
            this.talk = talk;
        }

        @Override
        public void tries(FarEnd far) {
            talk.caller(far);
            talk.staff().ifPresent(leg -> leg.sound().play(Playlist.loop(Tones.ringback())));
        }

        @Override
        public void announces() {
            talk.staff().ifPresent(leg -> {
                leg.sound().hears(Set.of(talk.caller()));
                leg.sound().stopPlaying();
            });
        }

        @Override
        public void answered() {
            talk.staff().ifPresent(leg -> leg.sound().stopPlaying());
            sink.signal(new ChannelSignal.PartyReached());
            talk.connect();
        }

        @Override
        public void missed(String cause) {
            dialled = null;
            sink.signal(new ChannelSignal.PartyNotReached(cause));
            talk.ends();
        }

        @Override
        public void gone(String cause) {
            dialled = null;
            talk.left(new ChannelSignal.RemoteLeft(cause.startsWith("bye") ? "customer" : "lost"));
        }
    }
}
