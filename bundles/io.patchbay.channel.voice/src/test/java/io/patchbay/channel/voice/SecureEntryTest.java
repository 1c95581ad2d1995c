// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.call.LiveCall;
import io.patchbay.api.call.SecureCommand;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.verification.Verifier;
import io.patchbay.store.recording.RecordedFrame;
import io.patchbay.store.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller enters unheard, over real sockets: its tones are in no file and at no agent's phone. */
class SecureEntryTest {
    /** The low tone of the keys 4, 5 and 6 (ITU-T Q.23). */
    private static final int KEY_TONE = 770;

    private static final CustomerId CUSTOMER = CustomerId.at(5);

    @TempDir
    Path home;

    private Exchange exchange;
    private FarEnd carrier;
    private FarEnd phone;
    private Core.Contact contact;

    @BeforeEach
    void talk() {
        exchange = new Exchange(home);
        carrier = exchange.carrier;
        phone = exchange.alice;
        contact = exchange.ringing();
        exchange.records.known.add(known(Optional.of(CUSTOMER)));
        phone.picksUp(0);
        contact.tells(new ChannelSignal.AgentAnswered(Staff.ALICE));
        contact.session.connect(Staff.ALICE, "Alice");
        Until.comesTrue(() -> phone.sound.hears(Exchange.CALLERS_TONE), () -> "the caller's tone");
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private Interaction known(Optional<CustomerId> customer) {
        return new Interaction(
                contact.id,
                "260302-00001",
                ConversationId.at(1),
                new Interaction.Contact(
                        new ChannelKey("voice"),
                        new WorkKind("call"),
                        Direction.INBOUND,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "en"),
                InteractionState.CONNECTED,
                new Interaction.Placement(OneQueue.SERVICE, new UnitId("headquarters"), 0),
                customer,
                new Interaction.Times(
                        Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Actor.Person person(String user, String... permissions) {
        UserId id = new UserId(user);
        return new Actor.Person(id, Scope.of(id, Set.of(new UnitId("headquarters")), Set.of(permissions)));
    }

    private static final Actor.Person ALICE = person(Staff.ALICE.value());

    private CommandResult does(Actor actor, SecureCommand command) {
        return exchange.node
                .secure()
                .carryOut(actor, command)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private CommandResult pause(Actor actor) {
        return does(actor, new SecureCommand.PauseRecording(contact.id, "card"));
    }

    private void done(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Done.class);
    }

    private static String refused(CommandResult result) {
        return ((CommandResult.Refused) result).problem().code();
    }

    private LiveCall live() {
        return exchange.node.calls().call(contact.id).orElseThrow();
    }

    private void digits(int count) {
        Until.comesTrue(
                () -> live().secure().map(LiveCall.SecureEntry::digits).orElse(-1) == count,
                () -> live().secure().toString());
    }

    private List<String> journal() {
        return exchange.journal.of(List.of(contact.id)).stream()
                .map(entry -> entry.type() + " " + entry.actor() + " " + entry.body())
                .toList();
    }

    /** The entry comes a moment after what it tells of. */
    private void journalEndsWith(String last) {
        Until.comesTrue(
                () -> journal().stream().reduce((one, next) -> next).orElse("").equals(last),
                () -> journal().toString());
    }

    /** Whether the last key is counted does not matter: it may end the entry. */
    private void enters(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            int before = live().secure().map(LiveCall.SecureEntry::digits).orElse(0);
            carrier.sound.press(keys.charAt(i) - '0');
            if (i < keys.length() - 1) {
                digits(before + 1);
            }
        }
    }

    private void verifier(Verifier.Finding... findings) {
        List<Verifier.Finding> left = new ArrayList<>(List.of(findings));
        exchange.verifiers.add(new Verifier() {
            @Override
            public String method() {
                return "pin";
            }

            @Override
            public int digits() {
                return 6;
            }

            @Override
            public Finding verify(CustomerId customer, char[] digits) {
                asked.add(customer.equals(CUSTOMER) ? String.valueOf(digits) : "somebody else's");
                return left.remove(0);
            }
        });
    }

    private final List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();

    /** The caller says the key's tone for some time, beside the key events. */
    private void saysTheKeysTone() {
        carrier.sound.says(KEY_TONE);
        phone.sound.forget();
        Until.comesTrue(() -> phone.sound.length() > 8_000, () -> "a second of sound at the agent's phone");
    }

    private short[] recorded(boolean left) throws IOException {
        var began = contact.tells(ChannelSignal.RecordingBegan.class);
        List<Short> samples = new ArrayList<>();
        try (RecordingReader reader =
                exchange.recordings().open(began.recording()).orElseThrow()) {
            for (int second = 0; second < reader.seconds(); second++) {
                RecordedFrame frame = reader.second(second);
                for (int i = 0; i < frame.samples(); i++) {
                    samples.add(
                            left
                                    ? frame.leftLaw().sample(frame.left()[i])
                                    : frame.rightLaw().sample(frame.right()[i]));
                }
            }
        }
        short[] sound = new short[samples.size()];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = samples.get(i);
        }
        return sound;
    }

    private boolean marked() throws IOException {
        var began = contact.tells(ChannelSignal.RecordingBegan.class);
        try (RecordingReader reader =
                exchange.recordings().open(began.recording()).orElseThrow()) {
            for (int second = 0; second < reader.seconds(); second++) {
                if (reader.second(second).withheld().any()) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void whilePausedNeitherKeysNorVoiceReachFileOrAgent() throws IOException {
        done(pause(ALICE));
        assertThat(live().recording()).isEqualTo(LiveCall.Recording.PAUSED);
        Until.comesTrue(() -> !phone.sound.hearsAnything(), () -> "silence at the agent's phone");
        saysTheKeysTone();
        enters("4561");
        digits(4);
        assertThat(phone.sound.loudest(KEY_TONE)).isLessThan(0.01);
        carrier.sound.says(Exchange.CALLERS_TONE);
        saysNothingOfTheKeysAnyMore();
        done(does(ALICE, new SecureCommand.ResumeRecording(contact.id)));
        Until.comesTrue(() -> phone.sound.hears(Exchange.CALLERS_TONE), () -> "the caller again");
        assertThat(phone.sound.loudest(KEY_TONE)).isLessThan(0.05);
        contact.session.end();
        assertThat(contact.tells(ChannelSignal.RecordingEnded.class).whole()).isTrue();
        assertThat(contact.signals).noneMatch(ChannelSignal.DigitPressed.class::isInstance);
        assertThat(Sound.loudest(recorded(true), KEY_TONE)).isLessThan(0.05);
        assertThat(Sound.loudest(recorded(true), Exchange.CALLERS_TONE)).isGreaterThan(0.9);
        assertThat(Sound.loudest(recorded(false), KEY_TONE)).isLessThan(0.05);
        assertThat(marked()).isTrue();
        assertThat(journal())
                .containsExactly(
                        "recording.paused user:alice {reason=card, seconds=120}",
                        "recording.resumed user:alice {cause=resumed, reason=card}");
    }

    /** A tenth of a second is on its way at most. */
    private void saysNothingOfTheKeysAnyMore() {
        int before = phone.sound.length();
        Until.comesTrue(() -> phone.sound.length() > before + 2_400, () -> "some time");
    }

    @Test
    void itEndsByItself() {
        exchange.node.secure().limit(Duration.ofSeconds(1));
        done(pause(ALICE));
        Until.comesTrue(() -> live().secure().isEmpty(), () -> "the end of the pause");
        Until.comesTrue(() -> phone.sound.hears(Exchange.CALLERS_TONE), () -> "the caller again");
        journalEndsWith("recording.resumed system:voice {cause=limit, reason=card}");
    }

    @Test
    void itEndsWithTheCall() {
        done(pause(ALICE));
        contact.session.end();
        journalEndsWith("recording.resumed system:voice {cause=call-over, reason=card}");
    }

    @Test
    void colleaguesMayNotPauseItWithoutTheRight() {
        assertThat(refused(pause(person("bob")))).isEqualTo("forbidden");
        assertThat(live().secure()).isEmpty();
        done(pause(person("susan", SecureCommand.PERMISSION)));
        assertThat(refused(pause(ALICE))).isEqualTo("paused");
    }

    @Test
    void withoutAnAgentThereIsNothingToPause() {
        contact.session.disconnect(Staff.ALICE);
        contact.tells(ChannelSignal.RecordingEnded.class);
        assertThat(refused(pause(person("susan", SecureCommand.PERMISSION)))).isEqualTo("not-talking");
    }

    @Test
    void theCallerComesBackVerifiedAndNobodyHasSeenThePin() throws IOException {
        verifier(new Verifier.Finding.Wrong(), new Verifier.Finding.Verified(Duration.ofMinutes(30)));
        done(does(ALICE, new SecureCommand.AskVerification(contact.id)));
        assertThat(live().secure()).matches(entry -> entry.orElseThrow().verifying());
        saysTheKeysTone();
        enters("111");
        digits(3);
        carrier.sound.press(11);
        Until.comesTrue(() -> asked.size() == 1, asked::toString);
        digits(0);
        enters("456123");
        carrier.sound.says(Exchange.CALLERS_TONE);
        Until.comesTrue(() -> live().secure().isEmpty(), () -> "the end of the verification");
        assertThat(asked).containsExactly("111", "456123");
        Until.comesTrue(() -> phone.sound.hears(Exchange.CALLERS_TONE), () -> "the caller again");
        assertThat(phone.sound.loudest(KEY_TONE)).isLessThan(0.05);
        contact.tells(new ChannelSignal.FactFound("verification.verified", true));
        contact.tells(new ChannelSignal.FactFound("verification.method", "pin"));
        journalEndsWith("verification.ended system:voice {cause=verified, reason=pin}");
        assertThat(journal())
                .containsExactly(
                        "verification.asked user:alice {reason=pin, seconds=120}",
                        "verification.ended system:voice {cause=verified, reason=pin}");
        assertThat(journal().toString() + contact.signals).doesNotContain("456123");
        Until.comesTrue(() -> carrier.sound.hears(Exchange.AGENTS_TONE), () -> "the agent again");
    }

    @Test
    void threeWrongTriesLock() {
        verifier(new Verifier.Finding.Wrong(), new Verifier.Finding.Wrong(), new Verifier.Finding.Wrong());
        done(does(ALICE, new SecureCommand.AskVerification(contact.id)));
        for (int tries = 1; tries <= 3; tries++) {
            enters("111111");
            int count = tries;
            Until.comesTrue(() -> asked.size() == count, asked::toString);
            if (tries < 3) {
                digits(0);
            }
        }
        Until.comesTrue(() -> live().secure().isEmpty(), () -> "the end of the verification");
        contact.tells(new ChannelSignal.FactFound("verification.verified", false));
        assertThat(refused(does(ALICE, new SecureCommand.AskVerification(contact.id))))
                .isEqualTo("verification-locked");
    }

    @Test
    void aVerifierThatFailsGivesTheCallerBack() {
        verifier();
        done(does(ALICE, new SecureCommand.AskVerification(contact.id)));
        enters("111111");
        Until.comesTrue(() -> live().secure().isEmpty(), () -> "the end of the verification");
        journalEndsWith("verification.ended system:voice {cause=failed, reason=pin}");
        Until.comesTrue(() -> phone.sound.hears(Exchange.CALLERS_TONE), () -> "the caller again");
    }

    @Test
    void withoutAVerifierOrACustomerNothingIsAsked() {
        assertThat(refused(does(ALICE, new SecureCommand.AskVerification(contact.id))))
                .isEqualTo("no-verifier");
        verifier();
        exchange.records.known.clear();
        exchange.records.known.add(known(Optional.empty()));
        assertThat(refused(does(ALICE, new SecureCommand.AskVerification(contact.id))))
                .isEqualTo("unknown-customer");
        assertThat(exchange.journal.of(List.of(contact.id)).stream().map(JournalEntry::type))
                .isEmpty();
    }
}
