// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentOwner.Kind;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.retention.api.RecordClass;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.api.RetentionCommand.PlaceHold;
import io.patchbay.retention.api.RetentionRule;
import io.patchbay.retention.erase.RetentionDesk;
import io.patchbay.retention.store.ExpiryTable;
import io.patchbay.retention.store.RetentionTables;
import io.patchbay.retention.store.RuleTable;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.erasure.PersonalRecords;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rules, holds and expiry promise on every database. */
abstract class ExpiryContract {
    private static final Actor SYSTEM = new Actor.Part("test");
    private static final UnitId BRANCH = TestPeople.BRANCH;

    private final ManualClock clock = new ManualClock();
    private final TestContacts contacts = new TestContacts();
    private final List<Identities> removed = new ArrayList<>();
    private PersonalRecords records = this::remove;
    private PlainStore store;
    private RuleTable rules;
    private RuleDesk ruleDesk;
    private RetentionDesk holds;
    private ExpiryDesk desk;

    abstract PlainStore open();

    @BeforeEach
    void begin() {
        store = open();
        ClassLoader loader = RuleTable.class.getClassLoader();
        store.migrations().migrate("io.patchbay.retention", loader, "io/patchbay/retention/changelog.sql");
        Transactions unit = store.unit(loader, "retention");
        rules = new RuleTable(unit, store.outbox());
        RetentionTables tables = new RetentionTables(unit, store.outbox());
        TestPeople people = new TestPeople();
        ruleDesk = new RuleDesk(rules, people, clock);
        holds = new RetentionDesk(tables, contacts, contacts, store.vault(), () -> List.of(records), clock);
        desk = new ExpiryDesk(
                new ExpiryDesk.Tables(rules, tables, new ExpiryTable(unit, store.outbox())),
                contacts,
                contacts,
                people,
                store.vault(),
                () -> List.of(records),
                clock);
    }

    @AfterEach
    void end() {
        store.close();
    }

    private Map<String, Integer> remove(Identities ids) {
        removed.add(ids);
        return Map.of("recordings", ids.recordings().size());
    }

    private RetentionRule rule(RecordClass records, UnitId unit, int days) {
        RetentionRule rule = new RetentionRule(
                UUID.randomUUID(),
                records,
                unit,
                days,
                new RetentionRule.Source(RetentionRule.Basis.LAW, "PIPL 19"),
                clock.instant(),
                Optional.empty());
        assertThat(ruleDesk.set(SYSTEM, rule, "")).isInstanceOf(CommandResult.Done.class);
        return rule;
    }

    private Interaction contact(UnitId unit, boolean recorded) {
        return contacts.add(clock.instant(), unit, recorded, Optional.empty(), Optional.empty());
    }

    private SealedPart sealed(ContentOwner owner) throws SQLException {
        SealedPart part = store.vault().seal(owner, "secret");
        try (Connection connection = store.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            store.vault().keepKeys(connection, List.of(owner));
            connection.commit();
        }
        return part;
    }

    private static ContentOwner facts(Interaction contact) {
        return new ContentOwner(Kind.INTERACTION, contact.id().value());
    }

    private Object keys() {
        return desk.run(SYSTEM).get("keys");
    }

    private List<Outbox.Row> entries(String type) throws SQLException {
        return store.outbox().pending(1000).stream()
                .filter(row -> row.type().equals(type))
                .toList();
    }

    private void hold(ContentOwner subject) {
        CommandResult held = holds.place(SYSTEM, new PlaceHold(subject, "(2026) 7", "a dispute", Optional.empty()), "");
        assertThat(held).isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void factsGoOnceTheirPeriodIsOverAndNotBefore() throws SQLException {
        rule(RecordClass.FACTS, UnitId.ROOT, 30);
        Interaction contact = contact(UnitId.ROOT, false);
        SealedPart part = sealed(facts(contact));
        clock.advance(Duration.ofDays(29));
        assertThat(keys()).isEqualTo(0);
        assertThat(store.vault().open(part)).contains("secret");
        clock.advance(Duration.ofDays(1));
        assertThat(keys()).isEqualTo(1);
        assertThat(store.vault().open(part)).isEmpty();
        assertThat(removed.get(0).interactions()).containsExactly(contact.id());
        assertThat(entries("retention.expiring").get(0).body())
                .contains(facts(contact).text());
        assertThat(entries("retention.expired")).hasSize(1);
        assertThat(keys()).as("it went already").isEqualTo(0);
    }

    @Test
    void withoutRulesNothingGoes() {
        contact(UnitId.ROOT, true);
        clock.advance(Duration.ofDays(10_000));
        assertThat(keys()).isEqualTo(0);
    }

    @Test
    void theLongestRuleUnderOneKeyWinsAndThePlanSaysSo() {
        rule(RecordClass.RECORDINGS, UnitId.ROOT, 10);
        rule(RecordClass.FACTS, UnitId.ROOT, 100);
        contact(UnitId.ROOT, true);
        clock.advance(Duration.ofDays(50));
        assertThat(keys()).isEqualTo(0);
        assertThat(desk.plan(SYSTEM).get("kept").toString())
                .contains("Recordings could go", "Facts of contacts", "PIPL 19", "以较长者为准");
        clock.advance(Duration.ofDays(50));
        assertThat(keys()).isEqualTo(1);
        assertThat(removed.get(0).recordings()).hasSize(1);
    }

    @Test
    void aBranchIsUnderTheRulesAboveItAndCanOnlyLengthenThem() {
        rule(RecordClass.FACTS, UnitId.ROOT, 20);
        rule(RecordClass.FACTS, BRANCH, 40);
        contact(UnitId.ROOT, false);
        contact(BRANCH, false);
        clock.advance(Duration.ofDays(20));
        assertThat(keys()).isEqualTo(1);
        clock.advance(Duration.ofDays(20));
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void aHoldOnAContactItsConversationOrItsCustomerBeatsExpiry() throws SQLException {
        rule(RecordClass.FACTS, UnitId.ROOT, 0);
        Address number = new Address.PhoneNumber("+8613800138000");
        Customer who = new Customer(CustomerId.at(clock.millis()), "Wang", "gold", UnitId.ROOT, List.of(number), "");
        contacts.customers.add(who);
        hold(facts(contact(UnitId.ROOT, false)));
        contacts.add(clock.instant(), UnitId.ROOT, false, Optional.of(who.id()), Optional.empty());
        contacts.add(clock.instant(), UnitId.ROOT, false, Optional.empty(), Optional.of(number));
        hold(new ContentOwner(Kind.CUSTOMER, who.id().value()));
        assertThat(keys()).isEqualTo(0);
        assertThat(desk.plan(SYSTEM).get("lines").toString()).contains("3 held", "保全 3");
        assertThat(entries("retention.kept").get(0).body()).contains("\"held\":3", "(2026) 7");
        clock.advance(Duration.ofDays(1));
        contact(UnitId.ROOT, false);
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void aCustomerGoesWithItsOwnRuleAfterItsLastContact() {
        rule(RecordClass.CUSTOMERS, UnitId.ROOT, 10);
        Customer who = new Customer(CustomerId.at(clock.millis()), "Wang", "gold", UnitId.ROOT, List.of(), "");
        contacts.customers.add(who);
        clock.advance(Duration.ofDays(9));
        contacts.add(clock.instant(), UnitId.ROOT, false, Optional.of(who.id()), Optional.empty());
        clock.advance(Duration.ofDays(9));
        assertThat(keys()).isEqualTo(0);
        clock.advance(Duration.ofDays(1));
        assertThat(keys()).isEqualTo(1);
        assertThat(removed.get(0).customers()).containsExactly(who.id());
    }

    @Test
    void aBatchThatWasCutOffGoesOn() throws SQLException {
        rule(RecordClass.FACTS, UnitId.ROOT, 0);
        contact(UnitId.ROOT, true);
        rule(RecordClass.RECORDINGS, UnitId.ROOT, 0);
        records = ids -> {
            throw new IllegalStateException("the disk is away");
        };
        assertThatThrownBy(() -> desk.run(SYSTEM)).hasMessageContaining("disk");
        assertThat(entries("retention.expired")).isEmpty();
        records = this::remove;
        desk.resume();
        assertThat(removed).hasSize(1);
        assertThat(entries("retention.expired")).hasSize(1);
    }

    @Test
    void aChangedRuleKeepsItsHistoryAndSaysWhatChanged() throws SQLException {
        RetentionRule first = rule(RecordClass.FACTS, UnitId.ROOT, 30);
        clock.advance(Duration.ofSeconds(1));
        RetentionRule longer = new RetentionRule(
                first.id(), first.records(), first.unit(), 60, first.source(), first.from(), first.until());
        assertThat(ruleDesk.examine(SYSTEM, longer).orElseThrow().before()).containsEntry("days", 30);
        ruleDesk.set(SYSTEM, longer, "");
        assertThat(entries("retention.ruleSet").get(1).body())
                .contains("\"before\":{\"days\":30}", "\"after\":{\"days\":60}");
        assertThat(rules.rules()).containsExactly(longer);
        clock.advance(Duration.ofSeconds(1));
        ruleDesk.remove(SYSTEM, first.id(), "");
        assertThat(rules.rules()).isEmpty();
        assertThat(rules.history(first.id())).hasSize(2).allMatch(version -> version.endedAt()
                .isPresent());
    }

    @Test
    void aRuleIsInForceOnlyFromItsBeginningToItsEnd() {
        Instant now = clock.instant();
        RetentionRule rule = new RetentionRule(
                UUID.randomUUID(),
                RecordClass.FACTS,
                UnitId.ROOT,
                0,
                new RetentionRule.Source(RetentionRule.Basis.CONTRACT, "frame contract"),
                now.plus(Duration.ofDays(1)),
                Optional.of(now.plus(Duration.ofDays(2))));
        ruleDesk.set(SYSTEM, rule, "");
        contact(UnitId.ROOT, false);
        assertThat(keys()).isEqualTo(0);
        clock.advance(Duration.ofDays(2));
        assertThat(keys()).isEqualTo(0);
        clock.set(now.plus(Duration.ofDays(1)));
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void whoMayOnlyInABranchSetsAndRunsOnlyThere() {
        Actor branch = new Actor.Person(
                new UserId("branch-officer"),
                Scope.of(
                        new UserId("branch-officer"),
                        Set.of(BRANCH),
                        Set.of(RetentionCommand.RULES, RetentionCommand.RUN)));
        RetentionRule rule = rule(RecordClass.FACTS, UnitId.ROOT, 0);
        assertThat(ruleDesk.set(branch, rule, "")).isInstanceOf(CommandResult.Refused.class);
        assertThat(ruleDesk.examine(branch, rule)).isEmpty();
        assertThat(ruleDesk.remove(branch, rule.id(), "")).isInstanceOf(CommandResult.Refused.class);
        contact(UnitId.ROOT, false);
        contact(BRANCH, false);
        assertThat(desk.run(branch).get("keys")).isEqualTo(1);
        assertThat(keys()).isEqualTo(1);
    }
}
