// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.media.Leg;
import io.patchbay.media.engine.Parking;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.message.SipParty;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.SignalSink;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with calls that another instance of this bundle handed over: their sound flowed all the while. */
final class TakingUp {
    private static final Logger log = LoggerFactory.getLogger(TakingUp.class);
    private static final String DIALOG = "dialog";

    private final Shared shared;
    private final CalledParty.Lines lines;

    TakingUp(Shared shared, CalledParty.Lines lines) {
        this.shared = shared;
        this.lines = lines;
    }

    /** What all calls are known by. */
    static void tell(Facts facts, DialledNumber number, SipParty shown) {
        facts.in("shown")
                .put("display", shown.display())
                .put("user", shown.user())
                .put("host", shown.host());
        DialledNumber.Rules rules = number.rules();
        facts.in("number")
                .put("number", number.number())
                .put("queue", number.queue().value())
                .put("language", number.language())
                .put("greeting", number.greeting())
                .put("record", rules.record())
                .put("notice", rules.notice())
                .put("staffNumber", rules.staffNumber())
                .put("positionSeconds", rules.positionSeconds())
                .put("mustRecord", rules.mustRecord());
    }

    private static DialledNumber number(Facts facts) {
        return new DialledNumber(
                facts.text("number"),
                new QueueId(facts.text("queue")),
                facts.text("language"),
                facts.text("greeting"),
                new DialledNumber.Rules(
                        facts.is("record"),
                        facts.is("notice"),
                        facts.is("staffNumber"),
                        facts.number("positionSeconds"),
                        facts.is("mustRecord")));
    }

    /** Whose calls they are. */
    static InteractionId interaction(Parking.Parcel parcel) {
        return InteractionId.parse(Facts.of(parcel.facts()).text("interaction"));
    }

    /** The dialogs of a call, by their names. */
    static Set<String> dialogs(Parking.Parcel parcel) {
        return parcel.facts().entrySet().stream()
                .filter(fact -> fact.getKey().endsWith("." + DIALOG))
                .map(fact -> KeptDialog.read(String.valueOf(fact.getValue())).id())
                .collect(Collectors.toSet());
    }

    /** Goes on with a call, on its lane. */
    CompletableFuture<Void> take(Parking.Parcel parcel) {
        InteractionId id = interaction(parcel);
        Executor lane = shared.lanes().lane(id.toString());
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        take(parcel, id, lane);
                    } catch (IllegalArgumentException e) {
                        log.warn("Call {} cannot be gone on with and ends: {}", id, e.getMessage());
                        ends(parcel);
                    }
                },
                lane);
    }

    private void take(Parking.Parcel parcel, InteractionId id, Executor lane) {
        Facts facts = Facts.of(parcel.facts());
        Facts shown = facts.in("shown");
        SipParty named = new SipParty(shown.text("display"), shown.text("user"), shown.text("host"));
        if (facts.in("line").find("called", String.class).isPresent()) {
            called(parcel, id, lane, named);
        } else {
            caller(parcel, id, lane, named);
        }
    }

    private VoiceCall call(Parking.Parcel parcel, Executor lane, VoiceCall.Line line, SipParty shown) {
        Facts facts = Facts.of(parcel.facts());
        return new VoiceCall(
                shared,
                number(facts.in("number")),
                shown,
                facts.text("queueName"),
                lane,
                line,
                lines,
                new VoiceCall.Sound(parcel.bridge(), facts.get("caller", Leg.class)),
                facts.at("since"));
    }

    private void caller(Parking.Parcel parcel, InteractionId id, Executor lane, SipParty shown) {
        Facts facts = Facts.of(parcel.facts());
        Optional<String> trunk = facts.in("line").find("trunk", String.class);
        Runnable leave = trunk.map(shared.places()::again).orElse(() -> {});
        CallerLine line = new CallerLine(Optional.empty(), trunk, shared, lines::began, ended -> {
            lines.over(ended);
            leave.run();
        });
        VoiceCall call = call(parcel, lane, line, shown);
        line.takesUp(call, facts.in("line"));
        resume(call, id, line, facts, call::sink);
    }

    private void called(Parking.Parcel parcel, InteractionId id, Executor lane, SipParty shown) {
        Facts facts = Facts.of(parcel.facts());
        Facts told = facts.in("line");
        Address.PhoneNumber whom = new Address.PhoneNumber(told.text("called"));
        CalledParty line = new CalledParty(
                shared,
                id,
                Optional.of(whom),
                number(facts.in("number")),
                shown,
                facts.text("queueName"),
                lines,
                signal -> {});
        VoiceCall call = call(parcel, lane, line, shown);
        line.takesUp(call, told);
        resume(call, id, line, facts, sink -> {
            line.sink(sink);
            call.sink(sink);
        });
    }

    private void resume(VoiceCall call, InteractionId id, ChannelSession line, Facts facts, Consumer<SignalSink> told) {
        Optional<SignalSink> sink = shared.intake().resume(id, line);
        sink.ifPresent(told);
        call.takesUp(id, facts);
        if (sink.isEmpty()) { // its contact is closed
            call.ends();
        }
    }

    /** Nobody is left in silence. */
    private void ends(Parking.Parcel parcel) {
        parcel.facts().forEach((name, value) -> {
            if (name.endsWith("." + DIALOG)) {
                shared.dialer()
                        .resume(KeptDialog.read(String.valueOf(value)), new CallListener() {})
                        .bye("SIP;cause=503");
            }
        });
        parcel.bridge().close();
        shared.intake()
                .resume(interaction(parcel), new Gone())
                .ifPresent(sink -> sink.signal(new ChannelSignal.Failed("restart")));
    }
}
