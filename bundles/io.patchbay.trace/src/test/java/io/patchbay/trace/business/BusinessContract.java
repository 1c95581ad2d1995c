// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.business;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.store.Outbox;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import io.patchbay.trace.api.BusinessAct;
import io.patchbay.trace.api.BusinessAct.State;
import io.patchbay.trace.api.BusinessActs;
import io.patchbay.trace.api.BusinessCommand.BeginBusiness;
import io.patchbay.trace.api.BusinessCommand.FinishBusiness;
import io.patchbay.trace.api.BusinessKind;
import io.patchbay.trace.store.ActTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What acts on accounts promise on every database. */
abstract class BusinessContract {
    private static final InteractionId CALL = InteractionId.at(1_700_000_000_000L);
    private static final String ACCOUNT = "6222021234567890";

    private final ManualClock clock = new ManualClock();
    private PlainStore store;
    private BusinessDesk desk;

    abstract PlainStore open();

    @BeforeEach
    void begin() {
        store = open();
        store.migrations().migrate("io.patchbay.trace", getClass().getClassLoader(), "io/patchbay/trace/changelog.sql");
        ActTable table = new ActTable(store.unit(getClass().getClassLoader(), "trace"), store.outbox(), store.vault());
        desk = new BusinessDesk(
                table, new OneContact(CALL), List.of(new BusinessKind("card.lost", "Lost card", "挂失")), clock);
    }

    @AfterEach
    void end() {
        store.close();
    }

    private static Actor alice(UnitId... units) {
        UserId user = new UserId("alice");
        return new Actor.Person(user, Scope.of(user, Set.of(units), Set.of(BusinessActs.HANDLE)));
    }

    private UUID begun() {
        CommandResult result = desk.begin(
                alice(OneContact.UNIT), new BeginBusiness("card.lost", ACCOUNT, CALL, Map.of("card", "active")), "");
        return UUID.fromString((String) ((Done) result).result().get("act"));
    }

    private CommandResult finish(UUID act, State state) {
        return desk.finish(alice(OneContact.UNIT), new FinishBusiness(act, state, Map.of("card", "stolen"), "why"), "");
    }

    private State state() {
        return desk.of(Scope.system(), CALL).get(0).state();
    }

    private List<Outbox.Row> told() throws SQLException {
        return store.outbox().pending(100);
    }

    @Test
    void whatTheCoreSystemConfirmedIsDoneAndStaysSo() throws SQLException {
        UUID act = begun();
        assertThat(state()).isEqualTo(State.BEGUN);
        assertThat(finish(act, State.DONE)).isInstanceOf(Done.class);
        assertThat(state()).isEqualTo(State.DONE);
        assertThat(finish(act, State.FAILED)).isInstanceOf(Refused.class);
        assertThat(state()).isEqualTo(State.DONE);
        assertThat(told()).extracting(Outbox.Row::type).containsExactly("business.begun", "business.finished");
    }

    @Test
    void aFailedCallLeavesFailedAndNeverDone() {
        UUID act = begun();
        assertThat(finish(act, State.FAILED)).isInstanceOf(Done.class);
        assertThat(finish(act, State.DONE)).isInstanceOf(Refused.class);
        assertThat(state()).isEqualTo(State.FAILED);
    }

    @Test
    void withoutAnswerItIsUnknownUntilSomebodyKnows() {
        UUID act = begun();
        clock.advance(Duration.ofSeconds(299));
        assertThat(desk.giveUp(Duration.ofMinutes(5))).isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(desk.giveUp(Duration.ofMinutes(5))).isOne();
        assertThat(state()).isEqualTo(State.UNKNOWN);
        assertThat(desk.giveUp(Duration.ofMinutes(5))).as("said once").isZero();
        assertThat(finish(act, State.DONE)).isInstanceOf(Done.class);
        assertThat(state()).isEqualTo(State.DONE);
    }

    @Test
    void neitherAccountNorFieldsStandInClearAnywhere() throws SQLException {
        UUID act = begun();
        finish(act, State.DONE);
        for (Outbox.Row row : told()) {
            assertThat(row.body())
                    .doesNotContain("62220212345", "active", "stolen")
                    .contains("card.lost", "sealed");
        }
        BusinessAct shown = desk.of(Scope.system(), CALL).get(0);
        assertThat(shown.account()).contains("••••7890");
        store.vault().destroy(ActTable.owner(act));
        assertThat(desk.of(Scope.system(), CALL).get(0).account()).as("erased").isEmpty();
    }

    @Test
    void anotherBranchNeitherSeesNorFinishesNorBegins() {
        UUID act = begun();
        Actor stranger = alice(new UnitId("elsewhere"));
        assertThat(desk.of(((Actor.Person) stranger).scope(), CALL)).isEmpty();
        assertThat(desk.finish(stranger, new FinishBusiness(act, State.DONE, Map.of(), ""), ""))
                .isInstanceOf(Refused.class);
        assertThat(desk.begin(stranger, new BeginBusiness("card.lost", ACCOUNT, CALL, Map.of()), ""))
                .isInstanceOf(Refused.class);
        assertThat(state()).isEqualTo(State.BEGUN);
    }

    @Test
    void anUnknownKindOfBusinessIsRefused() {
        assertThat(desk.begin(alice(OneContact.UNIT), new BeginBusiness("card.eat", ACCOUNT, CALL, Map.of()), ""))
                .isInstanceOf(Refused.class);
        assertThat(desk.of(Scope.system(), CALL)).isEmpty();
    }
}
