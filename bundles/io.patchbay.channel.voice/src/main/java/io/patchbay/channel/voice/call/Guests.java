// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.address.Address;
import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import io.patchbay.channel.voice.prompt.Phrases;
import io.patchbay.media.Bridge;
import io.patchbay.media.Leg;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Side;
import io.patchbay.media.Tones;
import io.patchbay.sip.message.SipParty;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Conference.Shown;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who was called into a call beside customer and agent, and who hears whom. On the call's lane only. */
final class Guests implements AgentLeg.Events {
    /** The call they are in, seen from its guests. */
    interface Host extends AgentLeg.Events {
        void signal(ChannelSignal signal);

        Leg caller();

        Hearing hearing();

        Optional<AgentLeg> staff();
    }

    /** What the house of calls knows and has. */
    interface House extends TrunkCall.Lines {
        /** Whether an agent's phone is in a call. */
        boolean busy(AgentId agent);
    }

    private final Shared shared;
    private final House house;
    private final Host host;
    private final Bridge bridge;
    private final Phrases phrases;
    private final SipParty ours;
    private final Executor lane;
    private final Map<AgentId, AgentLeg> inside = new ConcurrentHashMap<>();
    private final Map<PartyId, TrunkCall> outside = new LinkedHashMap<>();
    private final Set<PartyId> hearMusic = ConcurrentHashMap.newKeySet();
    private List<Participant> all = List.of();
    private boolean ringsBack;

    /** {@code ours} is the number that is presented outside. */
    Guests(Shared shared, House house, Host host, Bridge bridge, Phrases phrases, SipParty ours, Executor lane) {
        this.shared = shared;
        this.house = house;
        this.host = host;
        this.bridge = bridge;
        this.phrases = phrases;
        this.ours = ours;
        this.lane = lane;
    }

    void ring(AgentId guest, Shown shown, boolean byItself) {
        Optional<String> extension = shared.extensions().of(guest);
        List<Device> devices =
                extension.map(number -> shared.devices(guest, number, lane)).orElse(List.of());
        if (devices.isEmpty() || house.busy(guest)) {
            left(PartyId.of(guest), devices.isEmpty() ? "unreachable" : "busy");
            return;
        }
        try {
            AgentLeg leg = new AgentLeg(guest, extension.get(), devices, bridge.leg(Side.STAFF), shared, lane, this);
            inside.put(guest, leg);
            SipParty who = new SipParty(shown.name(), shown.extension().orElse("patchbay"), ours.host());
            if (byItself) {
                leg.ringAndAnswer(who, shown.subject());
            } else {
                leg.ring(who, shown.subject());
            }
            host.changed();
        } catch (NoPortLeftException e) {
            left(PartyId.of(guest), "no-line");
        }
    }

    void dial(PartyId party, Address.PhoneNumber number) {
        try {
            Leg sound = bridge.leg(Side.CUSTOMER);
            TrunkCall call = new TrunkCall(shared, house, number.e164(), ours, sound, lane, new OutsideEvents(party));
            outside.put(party, call);
            call.dial();
        } catch (NoPortLeftException e) {
            left(party, "no-line");
        }
    }

    /** What becomes of somebody called in from outside. */
    private final class OutsideEvents implements TrunkCall.Events {
        private final PartyId party;

        OutsideEvents(PartyId party) {
            this.party = party;
        }

        /** The agent hears it. */
        @Override
        public void announces() {
            apply();
        }

        @Override
        public void answered() {
            host.signal(new ChannelSignal.GuestAnswered(party));
        }

        @Override
        public void missed(String cause) {
            release(party);
            left(party, cause);
        }

        @Override
        public void gone(String cause) {
            missed(cause.startsWith("bye") ? "left" : "lost");
        }
    }

    void answer(AgentId guest) {
        Optional.ofNullable(inside.get(guest)).ifPresent(AgentLeg::answer);
    }

    void release(PartyId party) {
        TrunkCall out = outside.remove(party);
        if (out != null) {
            out.end("");
            out.sound().close();
        }
        party.agent().map(inside::remove).ifPresent(this::end);
        hearMusic.remove(party);
    }

    private void end(AgentLeg leg) {
        leg.end();
        shared.changed().accept(new LiveCalls.Change.OfPhone(leg.agent()));
    }

    /** All of them: the call is over. */
    void releaseAll() {
        List.copyOf(outside.keySet()).forEach(this::release);
        List.copyOf(inside.keySet()).forEach(agent -> release(PartyId.of(agent)));
    }

    /** They cannot be taken along: they are let go, and missed. */
    void lose() {
        List.copyOf(outside.keySet()).forEach(party -> {
            release(party);
            left(party, "lost");
        });
        List.copyOf(inside.values()).forEach(leg -> left(leg, "lost"));
    }

    /** Gives a guest's phone, who is the agent from now on; what it tells still goes to the host. */
    Optional<AgentLeg> becomesStaff(AgentId guest) {
        return Optional.ofNullable(inside.remove(guest)).filter(AgentLeg::answered);
    }

    Collection<AgentLeg> phones() {
        return inside.values();
    }

    /** Whether the customer is with somebody outside, whoever of ours goes. */
    boolean keepCustomer() {
        return all.stream().anyMatch(one -> one.role() == Role.EXTERNAL && one.manner() == Manner.TALKING);
    }

    // ---- who hears whom ----

    /** Another agent, another beginning. */
    void forget() {
        all = List.of();
        hearMusic.clear();
        host.hearing().held(false);
    }

    void arrange(List<Participant> now) {
        all = now;
        apply();
    }

    /** Puts everybody's ears where they belong. */
    void apply() {
        Map<PartyId, Leg> legs = legs();
        if (all.isEmpty()) {
            host.staff().ifPresent(agent -> {
                agent.sound().hears(Set.of(host.caller()));
                host.caller().hears(Set.of(agent.sound()));
            });
            return;
        }
        Optional<Leg> agent = host.staff().map(AgentLeg::sound);
        Earshot.of(all).forEach((hearer, speakers) -> Optional.ofNullable(legs.get(hearer))
                .ifPresent(leg -> leg.hears(Stream.concat(
                                speakers.stream().map(legs::get).filter(Objects::nonNull),
                                agent.filter(leg::equals).stream().flatMap(own -> announcements()))
                        .collect(Collectors.toSet()))));
        all.forEach(one -> Optional.ofNullable(legs.get(one.id())).ifPresent(leg -> {
            leg.mute(one.muted());
            music(one, leg);
        }));
        ringBack();
    }

    /** Who called a colleague, and has nobody else, hears that it rings there. */
    private void ringBack() {
        boolean wanted = all.stream().noneMatch(one -> one.role() == Role.CUSTOMER)
                && all.stream().anyMatch(one -> one.role() == Role.COLLEAGUE && one.manner() == Manner.RINGING);
        if (wanted != ringsBack) {
            ringsBack = wanted;
            host.staff().map(AgentLeg::sound).ifPresent(sound -> {
                if (wanted) {
                    sound.play(Playlist.loop(Tones.ringback()));
                } else {
                    sound.stopPlaying();
                }
            });
        }
    }

    /** What those play who are called and have not answered yet: the agent's alone to hear. */
    private Stream<Leg> announcements() {
        return outside.values().stream().filter(TrunkCall::announcing).map(TrunkCall::sound);
    }

    private void music(Participant one, Leg leg) {
        boolean held = one.manner() == Manner.HELD;
        if (one.role() == Role.CUSTOMER) {
            host.hearing().held(held);
        } else if (held && hearMusic.add(one.id())) {
            leg.play(phrases.music());
        } else if (!held && hearMusic.remove(one.id())) {
            leg.stopPlaying();
        }
    }

    private Map<PartyId, Leg> legs() {
        Map<PartyId, Leg> legs = new HashMap<>();
        legs.put(PartyId.CUSTOMER, host.caller());
        host.staff().filter(AgentLeg::answered).ifPresent(leg -> legs.put(PartyId.of(leg.agent()), leg.sound()));
        inside.forEach((agent, leg) -> {
            if (leg.answered()) {
                legs.put(PartyId.of(agent), leg.sound());
            }
        });
        outside.forEach((party, leg) -> {
            if (leg.answered()) {
                legs.put(party, leg.sound());
            }
        });
        return legs;
    }

    /** Keys go to all outside who talk: the customer unless he is held, and who was called in from outside. */
    void press(String digits) {
        boolean customerHeld = all.stream().anyMatch(one -> one.role() == Role.CUSTOMER && one.manner() == Manner.HELD);
        if (!customerHeld) {
            host.caller().press(digits);
        }
        all.stream()
                .filter(one -> one.role() == Role.EXTERNAL && one.manner() == Manner.TALKING)
                .map(one -> outside.get(one.id()))
                .filter(Objects::nonNull)
                .forEach(leg -> leg.sound().press(digits));
    }

    // ---- what their devices tell ----

    private boolean isGuest(AgentLeg leg) {
        return inside.get(leg.agent()) == leg;
    }

    @Override
    public void answered(AgentLeg leg) {
        if (isGuest(leg)) {
            leg.talks();
            host.signal(new ChannelSignal.GuestAnswered(PartyId.of(leg.agent())));
            host.changed();
        } else {
            host.answered(leg);
        }
    }

    @Override
    public void refused(AgentLeg leg, int status) {
        if (isGuest(leg)) {
            left(leg, Refusal.inside(status));
        } else {
            host.refused(leg, status);
        }
    }

    @Override
    public void gone(AgentLeg leg, String cause) {
        if (isGuest(leg)) {
            left(leg, cause.startsWith("bye") ? "left" : "lost");
        } else {
            host.gone(leg, cause);
        }
    }

    private void left(AgentLeg leg, String cause) {
        release(PartyId.of(leg.agent()));
        left(PartyId.of(leg.agent()), cause);
    }

    private void left(PartyId party, String cause) {
        host.signal(new ChannelSignal.GuestLeft(party, cause));
    }

    @Override
    public void holds(AgentLeg leg, boolean holds) {
        if (!isGuest(leg)) {
            host.holds(leg, holds);
        }
    }

    @Override
    public void transfers(AgentLeg leg, String number) {
        if (!isGuest(leg)) {
            host.transfers(leg, number);
        }
    }

    @Override
    public void changed() {
        host.changed();
    }

    /** A leg without sound is gone; whether it was a guest's. */
    boolean dead(Leg sound) {
        Optional<AgentLeg> agent =
                inside.values().stream().filter(leg -> leg.sound() == sound).findFirst();
        agent.ifPresent(leg -> left(leg, "lost"));
        Optional<PartyId> out = outside.entrySet().stream()
                .filter(entry -> entry.getValue().sound() == sound)
                .map(Map.Entry::getKey)
                .findFirst();
        out.ifPresent(party -> {
            release(party);
            left(party, "lost");
        });
        return agent.isPresent() || out.isPresent();
    }
}
