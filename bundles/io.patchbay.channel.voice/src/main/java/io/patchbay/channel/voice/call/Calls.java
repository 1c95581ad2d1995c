// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.door.Party;
import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.engine.Parking;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallTaker;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.sdp.OfferAnswer;
import io.patchbay.sip.sdp.UnacceptableSdp;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.OutboundCalls;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.channel.SignalSink;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All calls there are, and how each begins. Safe for any thread. */
public final class Calls implements CallTaker, OutboundCalls {
    /** The channel's key. */
    public static final ChannelKey CHANNEL = new ChannelKey("voice");

    /** The kind of work a call is. */
    public static final WorkKind KIND = new WorkKind("call");

    private static final Logger log = LoggerFactory.getLogger(Calls.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(5);
    private static final int LONGEST_NAME = 120;
    private static final String HOME_REGION = "CN";

    private final Shared shared;
    private final Function<QueueId, String> queueName;
    private final String ourHost;
    private final OutboundRules outbound;
    private final Set<VoiceCall> running = ConcurrentHashMap.newKeySet();
    private final Map<InteractionId, VoiceCall> byInteraction = new ConcurrentHashMap<>();

    /**
     * Takes calls.
     *
     * @param shared what all of them share
     * @param queueName how a queue is called
     * @param ourHost the host we call phones from
     * @param outbound whom we may call
     */
    public Calls(Shared shared, Function<QueueId, String> queueName, String ourHost, OutboundRules outbound) {
        this.outbound = outbound;
        this.shared = shared;
        this.queueName = queueName;
        this.ourHost = ourHost;
    }

    @Override
    public CallListener incoming(IncomingCall sip) {
        Optional<DialledNumber> number = shared.book().number(sip.dialled().user());
        if (number.isEmpty()) {
            return refuse(sip, 404, "Not Found");
        }
        Optional<Trunk> trunk = sip.party() instanceof Party.OfTrunk of ? Optional.of(of.trunk()) : Optional.empty();
        if (trunk.isPresent() && !trunk.get().enter()) {
            return refuse(sip, 503, "All lines of this trunk are busy");
        }
        Runnable leave = () -> trunk.ifPresent(Trunk::leave);
        try {
            check(sip, trunk.isPresent());
            return arrives(sip, number.get(), trunk, leave);
        } catch (UnacceptableSdp e) {
            leave.run();
            return refuse(sip, 488, "Not Acceptable Here");
        } catch (NoPortLeftException e) {
            leave.run();
            return refuse(sip, 503, "No line for sound");
        }
    }

    /** Before anything is kept of him. */
    private void check(IncomingCall sip, boolean carrier) throws UnacceptableSdp {
        if (!carrier && WebEnd.isWanted(sip.offer())) {
            WebEnd.check(shared, sip.offer());
        } else if (!sip.offer().isEmpty()) {
            shared.sdp().phone(OfferAnswer.read(sip.offer()), sip.peer());
        }
    }

    private static CallListener refuse(IncomingCall sip, int status, String reason) {
        OptionalInt retry = status == 503 ? OptionalInt.of(30) : OptionalInt.empty();
        sip.refuse(status, reason, retry);
        return new CallListener() {};
    }

    private CallListener arrives(IncomingCall sip, DialledNumber number, Optional<Trunk> trunk, Runnable leave)
            throws NoPortLeftException {
        Optional<String> by = trunk.map(of -> of.settings().name());
        CallerLine line = new CallerLine(Optional.of(sip), by, shared, byInteraction::put, ended -> {
            running.remove(ended);
            ended.id().ifPresent(id -> byInteraction.remove(id, ended));
            leave.run();
        });
        Executor lane = shared.lanes().lane(sip.id());
        SipParty from = sip.asserted().isEmpty() ? sip.remote() : sip.asserted().get(0);
        String queue = queueName.apply(number.queue());
        SipParty shown = new SipParty(queue, CallerNumber.masked(from.user()), ourHost);
        VoiceCall call = new VoiceCall(shared, number, shown, queue, lane, line, new OutgoingLines());
        line.carries(call);
        running.add(call);
        String region = trunk.map(of -> of.settings().region()).orElse(HOME_REGION);
        Arrival arrival = arrival(from, number, region);
        lane.execute(() -> open(arrival, call, line));
        return line;
    }

    // ---- customers to be called ----

    @Override
    public Checked check(String number, QueueId queue) {
        return ours(queue).isPresent()
                ? outbound.check(number)
                : new Checked.Refused(Problem.of(
                        "no-number-of-ours",
                        "The queue \"{0}\" has no number to be shown. An administrator must map one to it.",
                        "队列“{0}”没有可显示的号码，请管理员配置。",
                        queue));
    }

    private Optional<DialledNumber> ours(QueueId queue) {
        return shared.book().numbers().stream()
                .filter(number -> number.queue().equals(queue))
                .findFirst();
    }

    @Override
    public Optional<Address> shown(QueueId queue) {
        return ours(queue).map(number -> ours(number.number(), outbound.region()));
    }

    @Override
    public ChannelSession session(Call call, SignalSink sink) {
        DialledNumber ours =
                ours(call.queue()).orElseGet(() -> shared.book().numbers().get(0));
        String queue = queueName.apply(call.queue());
        SipParty shown = new SipParty(queue, CallerNumber.masked(call.to().e164()), ourHost);
        return new CalledParty(
                shared, call.interaction(), Optional.of(call.to()), ours, shown, queue, new OutgoingLines(), sink);
    }

    /** Nothing is said, counted or kept among colleagues. */
    @Override
    public Optional<ChannelSession> between(InteractionId call, SignalSink sink) {
        DialledNumber nobody = new DialledNumber(
                "00", new QueueId("internal"), "zh-CN", "", new DialledNumber.Rules(false, false, false, 0, false));
        SipParty shown = SipParty.of("patchbay", ourHost);
        return Optional.of(
                new CalledParty(shared, call, Optional.empty(), nobody, shown, "", new OutgoingLines(), sink));
    }

    private final class OutgoingLines implements CalledParty.Lines {
        @Override
        public Optional<Trunk> enter(String number, Set<Trunk> tried) {
            return outbound.enter(number, tried);
        }

        @Override
        public boolean busy(AgentId agent) {
            return phone(agent).isPresent();
        }

        @Override
        public void began(InteractionId id, VoiceCall call) {
            running.add(call);
            byInteraction.put(id, call);
        }

        @Override
        public void over(VoiceCall call) {
            running.remove(call);
            call.id().ifPresent(id -> byInteraction.remove(id, call));
        }
    }

    private void open(Arrival arrival, VoiceCall call, CallerLine line) {
        try {
            if (!call.isOver()) {
                call.sink(shared.intake().open(arrival, line));
            }
        } catch (OverloadException e) {
            line.overloaded();
        }
    }

    private static Arrival arrival(SipParty from, DialledNumber number, String region) {
        String name = from.display();
        return new Arrival(
                CHANNEL,
                KIND,
                CallerNumber.address(from.user(), region),
                Optional.of(ours(number.number(), region)),
                number.queue(),
                Optional.empty(),
                Optional.empty(), // an INVITE that is repeated ends in its transaction; a Call-ID may come again
                // another day
                new Arrival.About(
                        name.isBlank()
                                ? Optional.empty()
                                : Optional.of(name.substring(0, Math.min(LONGEST_NAME, name.length()))),
                        Optional.empty(),
                        number.language()),
                List.of());
    }

    private static Address ours(String number, String region) {
        return number.matches("[0-9]{2,6}")
                ? new Address.ShortCode(number, "CN".equals(region) ? "+86" : "+1")
                : CallerNumber.address(number, region);
    }

    /** How many there are. */
    public int count() {
        return running.size();
    }

    Optional<VoiceCall> running(InteractionId id) {
        return Optional.ofNullable(byInteraction.get(id));
    }

    /** A running call by its interaction. */
    public Optional<io.patchbay.api.call.LiveCall> call(InteractionId id) {
        return Optional.ofNullable(byInteraction.get(id)).map(call -> call.view(id));
    }

    /** What an agent's phone does for a call now. */
    public Optional<io.patchbay.api.call.LiveCalls.Phone.State> phone(AgentId agent) {
        return running.stream()
                .flatMap(VoiceCall::phones)
                .filter(leg -> leg.agent().equals(agent))
                .findFirst()
                .map(AgentLeg::state);
    }

    /** Connects an agent's browser phone with itself; empty if there is no port for it. */
    public Optional<String> echo(AgentId agent) {
        try {
            return Optional.of(Echo.begin(shared, agent));
        } catch (NoPortLeftException e) {
            return Optional.empty();
        }
    }

    // ---- from one instance to the next ----

    /** This instance is about to go: what passes ends. Waits until it has. */
    public void settle(String why) {
        onLanes(call -> {
            call.settles(why);
            return Optional.empty();
        });
    }

    /** How many are being recorded. */
    public long recorded() {
        return running.stream().filter(VoiceCall::isRecorded).count();
    }

    /** All that another instance needs to go on with the calls there are; none of them does anything from now on. */
    public List<Parking.Parcel> handOver() {
        return onLanes(VoiceCall::handsOver);
    }

    private <T> List<T> onLanes(Function<VoiceCall, Optional<T>> work) {
        List<CompletableFuture<Optional<T>>> asked = List.copyOf(running).stream()
                .map(call -> CompletableFuture.supplyAsync(() -> work.apply(call), call.lane()))
                .toList();
        return asked.stream()
                .flatMap(one -> within(one, "A call cannot be handed over").stream())
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> Optional<T> within(CompletableFuture<T> step, String otherwise) {
        try {
            return Optional.ofNullable(step.get(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            log.warn(otherwise, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** Whose calls they are. */
    public static Set<InteractionId> interactions(List<Parking.Parcel> parcels) {
        return parcels.stream().map(TakingUp::interaction).collect(Collectors.toSet());
    }

    /** Goes on with calls that another instance handed over, and waits until it does; their dialogs' names. */
    public Set<String> takeUp(List<Parking.Parcel> parcels) {
        TakingUp takingUp = new TakingUp(shared, new OutgoingLines());
        List<CompletableFuture<Void>> taken =
                parcels.stream().map(takingUp::take).toList();
        for (CompletableFuture<Void> one : taken) {
            var unused = within(one, "A call is not gone on with yet");
        }
        return parcels.stream()
                .flatMap(parcel -> TakingUp.dialogs(parcel).stream())
                .collect(Collectors.toSet());
    }

    /** Ends all of them: voice goes away. */
    public void endAll(String why) {
        Collection<VoiceCall> all = List.copyOf(running);
        all.forEach(call -> call.lane().execute(() -> call.cutOff(why)));
    }
}
