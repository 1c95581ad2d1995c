// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import io.patchbay.api.call.LiveCall;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.MessageId;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession.OutboundMessage;
import io.patchbay.spi.channel.ChannelSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How callers come and go, over real sockets. */
class VoiceNodeTest {
    @TempDir
    Path home;

    private Exchange exchange;
    private FarEnd carrier;

    @BeforeEach
    void open() {
        exchange = new Exchange(home);
        carrier = exchange.carrier;
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private OutgoingCall calls(String number) {
        return carrier.calls(number, "13800132046", exchange.port);
    }

    private void nobodyIsLeft() {
        Until.comesTrue(
                () -> exchange.node.calls().count() == 0,
                () -> exchange.node.calls().count() + " calls");
    }

    @Test
    void aCallIsAnsweredOnlyOnceItsArrivalIsDurable() {
        calls(Exchange.NUMBER);
        Core.Contact contact = exchange.core.contact(0);
        Arrival arrival = contact.arrival.orElseThrow();
        assertThat(arrival.from()).isEqualTo(new Address.PhoneNumber("+8613800132046"));
        assertThat(arrival.to()).contains(new Address.ShortCode("95500", "+86"));
        assertThat(arrival.queue()).isEqualTo(OneQueue.SERVICE);
        carrier.heardNothingOf("answered");
        contact.commit();
        carrier.hears("answered");
        Until.comesTrue(carrier.sound::hearsAnything, () -> "music");
        assertThat(exchange.node.calls().call(contact.id).orElseThrow().parties())
                .singleElement()
                .matches(party -> party.state() == LiveCall.State.WAITING);
    }

    @Test
    void aRefusalOfTheCoreTurnsTheCallerAway() {
        calls(Exchange.NUMBER);
        exchange.core.contact(0).session.refused(Problem.of("unknown-queue", "no queue", "没有队列"));
        carrier.hears("refused 480");
        calls(Exchange.NUMBER);
        exchange.core.contact(1).session.refused(Problem.of("journal", "not now", "稍后"));
        carrier.hears("refused 503");
        nobodyIsLeft();
    }

    @Test
    void anOverloadedCoreTurnsTheCallerAway() {
        exchange.core.overloaded = true;
        calls(Exchange.NUMBER);
        carrier.hears("refused 503");
        nobodyIsLeft();
        assertThat(exchange.core.contacts).isEmpty();
    }

    @Test
    void aNumberThatIsNotOursReachesNothing() {
        calls("95599");
        carrier.hears("refused 404");
        calls("0033123456789");
        Until.comesTrue(() -> carrier.heard.size() == 2, carrier.heard::toString);
        assertThat(exchange.core.contacts).isEmpty();
    }

    @Test
    void aPhoneIsChallengedAndAWrongPasswordStaysOutside() {
        carrier.calls(Exchange.NUMBER, "1001", exchange.port);
        carrier.hears("refused 401");
        exchange.alice.registers("1001", "guessed-wrong", exchange.port);
        exchange.alice.hears("failed 401");
        assertThat(exchange.node.phones().reaches(Staff.ALICE)).isFalse();
    }

    @Test
    void whoGivesUpBeforeTheAnswerIsGoneAndNotAnsweredLater() {
        OutgoingCall call = calls(Exchange.NUMBER);
        Core.Contact contact = exchange.core.contact(0);
        call.cancel("");
        contact.tells(new ChannelSignal.RemoteLeft("customer"));
        carrier.hears("refused 487");
        contact.commit();
        nobodyIsLeft();
        carrier.heardNothingOf("answered");
    }

    @Test
    void whoHangsUpHasLeftAndHisLineIsFreeAgain() {
        for (int i = 0; i < 3; i++) {
            OutgoingCall call = calls(Exchange.NUMBER);
            Core.Contact contact = exchange.core.contact(i).commit();
            int answers = i + 1;
            Until.comesTrue(
                    () -> carrier.heard.stream().filter("answered"::equals).count() == answers,
                    carrier.heard::toString);
            call.bye("");
            contact.tells(new ChannelSignal.RemoteLeft("customer"));
            nobodyIsLeft();
        }
    }

    @Test
    void moreCallsThanATrunkMayBringAreRefused() {
        exchange.waiting(0);
        exchange.waiting(1);
        calls(Exchange.NUMBER);
        carrier.hears("refused 503");
        assertThat(exchange.core.contacts).hasSize(2);
    }

    @Test
    void ourSideHangsUp() {
        Core.Contact contact = exchange.waiting(0);
        contact.session.end();
        carrier.hears("ended bye");
        nobodyIsLeft();
        assertThat(contact.signals).isEmpty();
    }

    @Test
    void nothingCanBeWrittenToATelephone() {
        Core.Contact contact = exchange.waiting(0);
        MessageId id = new MessageId("m-1");
        contact.session.send(new OutboundMessage(id, "Alice", "hello", Instant.EPOCH));
        assertThat(contact.tells(ChannelSignal.MessageFailed.class).id()).isEqualTo(id);
    }

    @Test
    void whileDrainingNewCallsAreRefusedAndRunningOnesGoOn() {
        exchange.waiting(0);
        exchange.node.draining(true);
        calls(Exchange.NUMBER);
        carrier.hears("refused 503");
        assertThat(exchange.node.calls().count()).isEqualTo(1);
        exchange.node.draining(false);
        exchange.waiting(1);
    }

    @Test
    void aCallerWithoutSoundIsLost() {
        Core.Contact contact = exchange.waiting(0);
        carrier.sound.close();
        contact.tells(new ChannelSignal.RemoteLeft("lost"));
        carrier.hears("ended bye Q.850;cause=41;text=\"no sound\"");
        nobodyIsLeft();
    }

    @Test
    void endingAllTellsEachCallerAndTheCoreWhy() {
        Core.Contact first = exchange.waiting(0);
        Core.Contact second = exchange.waiting(1);
        exchange.node.calls().endAll("ended by an administrator");
        first.tells(new ChannelSignal.Failed("ended by an administrator"));
        second.tells(new ChannelSignal.Failed("ended by an administrator"));
        carrier.hears("ended bye SIP;cause=503");
        nobodyIsLeft();
    }

    @Test
    void closingEndsRunningCallsAndLeavesNoThread() {
        Core.Contact contact = exchange.waiting(0);
        exchange.node.close(Duration.ZERO);
        contact.tells(new ChannelSignal.Failed("voice stopped"));
        carrier.hears("ended bye SIP;cause=503");
        exchange.close();
        Until.comesTrue(
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().matches("patchbay-(voice|sip|media|recorder).*")),
                () -> Thread.getAllStackTraces().keySet().toString());
    }
}
