// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.channel.voice.OneQueue;
import io.patchbay.channel.voice.Staff;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.store.VoiceTables;
import io.patchbay.sip.digest.DigestAlgorithm;
import io.patchbay.sip.digest.Ha1;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.registrar.Binding;
import io.patchbay.store.Outbox;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What voice settings promise on every database. */
abstract class VoiceBookContract {
    private static final Actor ADMIN = new Actor.Part("test");

    private final ManualClock clock = new ManualClock();
    private PlainStore store;
    private VoiceTables tables;
    private VoiceBook book;

    abstract PlainStore open();

    @BeforeEach
    void begin() {
        store = open();
        ClassLoader loader = VoiceBook.class.getClassLoader();
        store.migrations().migrate("io.patchbay.channel.voice", loader, "io/patchbay/channel/voice/changelog.sql");
        tables = new VoiceTables(store.unit(loader, "voice"), store.outbox());
        book = read();
    }

    @AfterEach
    void end() {
        store.close();
    }

    private VoiceBook read() {
        return new VoiceBook(tables, new OneQueue(), new Staff(), () -> List.of("welcome"), clock);
    }

    private CommandResult does(VoiceCommand command) {
        return book.carryOut(ADMIN, command, "");
    }

    private void done(VoiceCommand command) {
        assertThat(does(command)).isInstanceOf(CommandResult.Done.class);
    }

    private void refused(VoiceCommand command, String code, String named) {
        assertThat(does(command)).isInstanceOfSatisfying(CommandResult.Refused.class, refusal -> {
            assertThat(refusal.problem().code()).isEqualTo(code);
            assertThat(refusal.problem().english()).contains(named);
            assertThat(refusal.problem().chinese()).contains(named);
        });
    }

    private static DialledNumber number(String number, String queue, String greeting) {
        return new DialledNumber(number, new QueueId(queue), "zh-CN", greeting, DialledNumber.Rules.USUAL);
    }

    private static VoiceCommand.SavePhone phone(String extension, String secret) {
        return new VoiceCommand.SavePhone(
                new PhoneAccount(extension, PhoneAccount.Digest.MD5, PhoneAccount.Answering.TALK),
                secret.isEmpty() ? Optional.empty() : Optional.of(secret));
    }

    @Test
    void aNumberIsSavedChangedAndReadBackAfterARestart() {
        done(new VoiceCommand.SaveNumber(number("95500", "service", "")));
        done(new VoiceCommand.SaveNumber(number("95500", "service", "welcome")));
        assertThat(book.numbers()).containsExactly(number("95500", "service", "welcome"));
        assertThat(read().numbers()).isEqualTo(book.numbers());
    }

    @Test
    void aNumberIsFoundWithAndWithoutItsPlus() {
        done(new VoiceCommand.SaveNumber(number("+862195500", "service", "")));
        done(new VoiceCommand.SaveNumber(number("8001", "service", "")));
        assertThat(book.number("862195500"))
                .isEqualTo(book.number("+862195500"))
                .isPresent();
        assertThat(book.number("+8001")).isPresent();
        assertThat(book.number("95500")).isEmpty();
    }

    @Test
    void anUnknownQueueOrPromptIsNamed() {
        refused(new VoiceCommand.SaveNumber(number("95500", "loans", "")), "unknown-queue", "loans");
        refused(new VoiceCommand.SaveNumber(number("95500", "service", "hello")), "unknown-greeting", "welcome");
        assertThat(book.numbers()).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        refused(new VoiceCommand.RemoveNumber("95500"), "unknown-number", "95500");
        refused(new VoiceCommand.RemovePhone("1001"), "unknown-phone", "1001");
    }

    @Test
    void whoHasHisPhoneAnswerByItselfIsKeptUntilHeNoLongerWishes() {
        Actor alice = new Actor.Person(new UserId(Staff.ALICE.value()), Scope.system());
        assertThat(book.carryOut(alice, new VoiceCommand.AutoAnswer(true), "")).isInstanceOf(CommandResult.Done.class);
        assertThat(book.carryOut(alice, new VoiceCommand.AutoAnswer(true), "")).isInstanceOf(CommandResult.Done.class);
        assertThat(read().autoAnswers(Staff.ALICE)).isTrue();
        assertThat(read().autoAnswers(Staff.BOB)).isFalse();
        assertThat(book.carryOut(alice, new VoiceCommand.AutoAnswer(false), "")).isInstanceOf(CommandResult.Done.class);
        assertThat(read().autoAnswers(Staff.ALICE)).isFalse();
        refused(new VoiceCommand.AutoAnswer(true), "nobodys-phone", "");
    }

    @Test
    void whatIsRemovedStaysAway() {
        done(new VoiceCommand.SaveNumber(number("95500", "service", "")));
        done(phone("1001", "wire-cutter"));
        done(new VoiceCommand.RemoveNumber("95500"));
        done(new VoiceCommand.RemovePhone("1001"));
        assertThat(book.numbers()).isEmpty();
        assertThat(read().phones()).isEmpty();
        assertThat(book.proof("1001", DigestAlgorithm.MD5)).isEmpty();
    }

    @Test
    void aNewPhoneNeedsAPasswordOfRightLength() {
        refused(phone("1001", ""), "secret-due", "1001");
        refused(phone("1001", "short12"), "secret-length", "7");
        refused(phone("1001", "x".repeat(65)), "secret-length", "65");
        assertThat(book.phones()).isEmpty();
    }

    @Test
    void aPhoneKeepsItsPasswordUntilAnotherIsGiven() {
        done(phone("1001", "wire-cutter"));
        done(new VoiceCommand.SavePhone(
                new PhoneAccount("1001", PhoneAccount.Digest.SHA256, PhoneAccount.Answering.HANDSET),
                Optional.empty()));
        assertThat(book.phone("1001").orElseThrow().digest()).isEqualTo(PhoneAccount.Digest.SHA256);
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            assertThat(read().proof("1001", algorithm))
                    .contains(Ha1.of("1001", VoiceBook.REALM, "wire-cutter", algorithm));
        }
        done(phone("1001", "pipe-wrench"));
        assertThat(book.proof("1001", DigestAlgorithm.MD5))
                .contains(Ha1.of("1001", VoiceBook.REALM, "pipe-wrench", DigestAlgorithm.MD5));
    }

    @Test
    void everyChangeTellsTheJournalAndNoneThePassword() throws SQLException {
        done(new VoiceCommand.SaveNumber(number("95500", "service", "")));
        done(phone("1001", "wire-cutter"));
        done(new VoiceCommand.RemoveNumber("95500"));
        done(new VoiceCommand.RemovePhone("1001"));
        refused(new VoiceCommand.RemovePhone("1001"), "unknown-phone", "1001");
        List<Outbox.Row> told = store.outbox().pending(10);
        assertThat(told)
                .extracting(Outbox.Row::type)
                .containsExactly("number.saved", "phone.saved", "number.removed", "phone.removed");
        assertThat(told.get(0).unit()).isEqualTo(OneQueue.BRANCH);
        assertThat(told).extracting(Outbox.Row::body).noneMatch(body -> body.contains("wire-cutter"));
    }

    @Test
    void wherePhonesAreIsKeptExactlyAndOverlongPlacesAreLeftOut() {
        Binding one = binding("1001", "sip:1001@192.0.2.1");
        Binding other = binding("1001", "sip:1001@192.0.2.2");
        Binding bobs = binding("1002", "sip:1002@192.0.2.3");
        tables.keep(Map.of("1001", List.of(one, binding("1001", "sip:" + "x".repeat(500))), "1002", List.of(bobs)));
        assertThat(tables.bindings()).containsExactlyInAnyOrder(one, bobs);
        tables.keep(Map.of("1001", List.of(other)));
        tables.keep(Map.of("1002", List.of()));
        assertThat(tables.bindings()).containsExactly(other);
    }

    private Binding binding(String extension, String contact) {
        return new Binding(
                extension,
                contact,
                new Peer("192.0.2.1", 5060, Transport.UDP),
                clock.instant().plusSeconds(60),
                "call-id",
                7,
                "x");
    }
}
