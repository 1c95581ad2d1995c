// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.call.FrequentCommand;
import io.patchbay.api.call.FrequentNumber;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Unit;
import io.patchbay.channel.voice.Staff;
import io.patchbay.channel.voice.store.FrequentTable;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the directory of frequent numbers promises on every database. */
abstract class FrequentBookContract {
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final UnitId BRANCH = new UnitId("branch");

    private final ManualClock clock = new ManualClock();
    private PlainStore store;
    private FrequentTable table;
    private FrequentBook book;

    abstract PlainStore open();

    @BeforeEach
    void begin() {
        store = open();
        ClassLoader loader = FrequentBook.class.getClassLoader();
        store.migrations().migrate("io.patchbay.channel.voice", loader, "io/patchbay/channel/voice/changelog.sql");
        table = new FrequentTable(store.unit(loader, "voice"), store.outbox(), store.vault());
        book = read();
    }

    @AfterEach
    void end() {
        store.close();
    }

    /** Alice works at the branch, Bob at the headquarters above it. */
    private FrequentBook read() {
        return new FrequentBook(
                table,
                new Staff()
                        .units(
                                new Unit(UnitId.ROOT, "总行", Optional.empty(), ZoneId.of("Asia/Shanghai")),
                                new Unit(BRANCH, "支行", Optional.of(UnitId.ROOT), ZoneId.of("Asia/Shanghai")))
                        .person("alice", "1001", BRANCH)
                        .person("bob", "1002", UnitId.ROOT),
                clock);
    }

    private CommandResult does(UserId user, FrequentCommand command) {
        Scope scope = user.equals(BOB)
                ? Scope.of(BOB, Set.of(UnitId.ROOT, BRANCH), Set.of(FrequentNumbers.EDIT))
                : Scope.of(user, Set.of(BRANCH), Set.of(FrequentNumbers.EDIT));
        return book.carryOut(new Actor.Person(user, scope), command, "");
    }

    private List<String> names(UserId user) {
        return book.of(user).stream().map(FrequentNumber::name).toList();
    }

    private static String code(CommandResult result) {
        return ((CommandResult.Refused) result).problem().code();
    }

    @Test
    void onesOwnAndThoseOfTheUnitsAboveAreFoundAlsoAfterARestart() {
        does(BOB, new FrequentCommand.Save("95588", "信用卡部", UnitId.ROOT));
        does(BOB, new FrequentCommand.Save("021-6666 8888", "支行网点", BRANCH));
        does(ALICE, new FrequentCommand.Keep("1002", "老张"));
        assertThat(names(ALICE)).containsExactlyInAnyOrder("信用卡部", "支行网点", "老张");
        assertThat(names(BOB)).containsExactly("信用卡部");
        assertThat(book.of(ALICE))
                .contains(new FrequentNumber("02166668888", "支行网点", new FrequentNumber.Keeper.OfUnit(BRANCH)));
        assertThat(read().of(ALICE)).isEqualTo(book.of(ALICE));
    }

    @Test
    void aNumberIsInAListOnceAndGetsItsNewName() {
        does(ALICE, new FrequentCommand.Keep("1002", "老张"));
        does(ALICE, new FrequentCommand.Keep("1002", "张经理"));
        assertThat(names(ALICE)).containsExactly("张经理");
        does(ALICE, new FrequentCommand.Drop("1002"));
        assertThat(names(ALICE)).isEmpty();
        assertThat(code(does(ALICE, new FrequentCommand.Drop("1002")))).isEqualTo("unknown-frequent");
    }

    @Test
    void aUnitsListIsKeptByRightThere() {
        assertThat(code(does(ALICE, new FrequentCommand.Save("95588", "信用卡部", UnitId.ROOT))))
                .isEqualTo("forbidden-unit");
        assertThat(code(does(BOB, new FrequentCommand.Save("95588", "信用卡部", new UnitId("moon")))))
                .isEqualTo("unknown-unit");
        assertThat(code(does(ALICE, new FrequentCommand.Keep("call me", "x")))).isEqualTo("bad-frequent");
        does(BOB, new FrequentCommand.Save("95588", "信用卡部", UnitId.ROOT));
        assertThat(book.ofUnits(Scope.of(ALICE, Set.of(BRANCH), Set.of(FrequentNumbers.EDIT))))
                .isEmpty();
        assertThat(book.ofUnits(Scope.of(BOB, Set.of(UnitId.ROOT), Set.of(FrequentNumbers.EDIT))))
                .hasSize(1);
        does(BOB, new FrequentCommand.Remove("95588", UnitId.ROOT));
        assertThat(names(BOB)).isEmpty();
    }

    @Test
    void anErasureTakesAPersonsNumberOutOfEveryList() {
        does(ALICE, new FrequentCommand.Keep("139 1234 5678", "王女士"));
        does(BOB, new FrequentCommand.Save("+8613912345678", "王女士", UnitId.ROOT));
        does(BOB, new FrequentCommand.Keep("95588", "信用卡部"));
        Set<String> hashes = Set.of(store.vault().lookupHash("+8613912345678"));
        assertThat(book.erase(new Identities(Set.of(), hashes, Set.of(), Set.of(), Set.of(), Set.of())))
                .isEqualTo(2);
        assertThat(names(ALICE)).isEmpty();
        assertThat(names(BOB)).containsExactly("信用卡部");
    }
}
