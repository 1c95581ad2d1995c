// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.api.settings.Parameters;
import io.patchbay.api.watch.Watch;
import io.patchbay.core.CalledParties.Party;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that agents begin at their desks. */
class CallingOutTest {
    private static final String NUMBER = "+8613812342046";
    private static final AgentId ALICE = new AgentId("alice");

    @TempDir
    Path home;

    private Centre centre() {
        return new Centre(home, TestDatabases.h2(home));
    }

    private static CommandResult dials(Centre centre, String number) {
        return centre.does("alice", new OutboundCommand.Dial(number, Optional.empty()));
    }

    private static InteractionId begun(Centre centre) {
        CommandResult result = dials(centre, NUMBER);
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        return InteractionId.parse(
                (String) ((CommandResult.Done) result).result().get("interaction"));
    }

    private static Interaction contact(Centre centre, InteractionId id) {
        return centre.interaction(id);
    }

    private static void comesTo(Centre centre, InteractionId id, InteractionState state) {
        Centre.until(() -> contact(centre, id).state() == state);
    }

    private static void wrapsUp(Centre centre, InteractionId id) {
        comesTo(centre, id, InteractionState.WRAPUP);
        centre.does("alice", new InteractionCommand.CompleteAssignment(id, Optional.of("enquiry"), ""));
        comesTo(centre, id, InteractionState.CLOSED);
    }

    private static String code(CommandResult result) {
        return ((CommandResult.Refused) result).problem().code();
    }

    @Test
    void hisOwnPhoneRingsFirstThenTheCustomerIsDialledAndItIsWrappedUp() {
        try (Centre centre = centre()) {
            centre.ready("alice");
            InteractionId id = begun(centre);
            Party party = centre.called.rings("alice");
            assertThat(party.call.to()).isEqualTo(new Address.PhoneNumber(NUMBER));
            assertThat(centre.called.dials()).isZero();
            party.dialsFor("alice");
            party.signals(new ChannelSignal.PartyReached());
            Centre.until(() -> contact(centre, id).participants().size() == 2);
            Interaction talked = contact(centre, id);
            assertThat(talked.contact().direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(talked.contact().remote()).contains(new Address.PhoneNumber(NUMBER));
            assertThat(talked.contact().ours()).contains(new Address.ShortCode("95500", "+86"));
            assertThat(talked.times().queuedAt()).as("no contact of the queue").isEmpty();
            party.signals(new ChannelSignal.RemoteLeft("customer"));
            wrapsUp(centre, id);
            assertThat(contact(centre, id).outcome()).contains(Outcome.HANDLED);
        }
    }

    @Test
    void whoIsNotReachedIsToldWithTheCauseAndCalledNoMore() {
        try (Centre centre = centre()) {
            centre.ready("alice");
            InteractionId id = begun(centre);
            Party party = centre.called.rings("alice");
            party.dialsFor("alice");
            party.signals(new ChannelSignal.PartyNotReached("busy"));
            comesTo(centre, id, InteractionState.WRAPUP);
            Centre.until(() -> party.ringing.isEmpty());
            assertThat(inWrapUp(centre).missed()).contains(new AgentDesk.Missed(PartyId.CUSTOMER, "busy"));
            wrapsUp(centre, id);
            assertThat(contact(centre, id).outcome()).contains(Outcome.UNREACHED);
            assertThat(centre.called.dials()).isEqualTo(1);
            assertThat(centre.desk("alice").state().presence()).isEqualTo(new Presence.Ready());
        }
    }

    /** What she wraps up, once her desk shows it. */
    private static AgentDesk.OpenAssignment inWrapUp(Centre centre) {
        Centre.until(() ->
                centre.desk("alice").assignments().stream().anyMatch(open -> open.phase() == AgentDesk.Phase.WRAP_UP));
        return centre.desk("alice").assignments().get(0);
    }

    @Test
    void whoHangsUpWhileItRingsIsToldNothing() {
        try (Centre centre = centre()) {
            centre.ready("alice");
            InteractionId id = begun(centre);
            Party party = centre.called.rings("alice");
            party.dialsFor("alice");
            party.signals(new ChannelSignal.AgentHungUp(ALICE));
            comesTo(centre, id, InteractionState.WRAPUP);
            assertThat(inWrapUp(centre).missed()).isEmpty();
            wrapsUp(centre, id);
        }
    }

    @Test
    void withoutHisOwnPhoneNobodyIsDialledAndHeStaysReady() {
        try (Centre centre = centre()) {
            centre.ready("alice");
            for (ChannelSignal no : List.of(
                    new ChannelSignal.AgentDeclined(ALICE),
                    new ChannelSignal.AgentUnreachable(ALICE, "not registered"))) {
                centre.called.parties.clear();
                InteractionId id = begun(centre);
                centre.called.rings("alice").signals(no);
                comesTo(centre, id, InteractionState.CLOSED);
                assertThat(contact(centre, id).outcome()).contains(Outcome.UNREACHED);
                assertThat(contact(centre, id).assignments().get(0).outcome()).contains(Assignment.End.WITHDRAWN);
            }
            assertThat(centre.called.dials()).isZero();
            assertThat(centre.desk("alice").state().presence()).isEqualTo(new Presence.Ready());
            assertThat(centre.desk("alice").offers()).isEmpty();
        }
    }

    @Test
    void aDesksDeclineCallsItOff() {
        try (Centre centre = centre()) {
            centre.ready("alice");
            InteractionId id = begun(centre);
            centre.called.rings("alice");
            centre.does("alice", new InteractionCommand.DeclineAssignment(id));
            comesTo(centre, id, InteractionState.CLOSED);
            assertThat(centre.called.dials()).isZero();
        }
    }

    @Test
    void whileHeCallsNoCallIsOfferedToHim() {
        try (Centre centre = centre()) {
            centre.ready("alice");
            InteractionId id = begun(centre);
            Customer caller = centre.calls("service", "call-1");
            comesTo(centre, caller.id(), InteractionState.WAITING);
            Party party = centre.called.rings("alice");
            party.dialsFor("alice");
            party.signals(new ChannelSignal.PartyNotReached("no-answer"));
            wrapsUp(centre, id);
            assertThat(centre.offer("alice")).isEqualTo(caller.id());
        }
    }

    @Test
    void whatMayNotBeCalledIsRefusedWithTheReason() {
        try (Centre centre = centre()) {
            assertThat(code(dials(centre, NUMBER))).isEqualTo("signed-out");
            centre.ready("alice");
            assertThat(code(dials(centre, "+900123456"))).isEqualTo("number-refused");
            assertThat(code(centre.does(
                            "alice", new OutboundCommand.Dial(NUMBER, Optional.of(new QueueId("nowhere"))))))
                    .isEqualTo("unknown-queue");
            centre.phones.pullOut("alice");
            Centre.until(() -> !centre.desk("alice").state().unreachable().isEmpty());
            assertThat(code(dials(centre, NUMBER))).isEqualTo("no-phone");
            centre.phones.plugIn("alice");
            Centre.until(() -> centre.desk("alice").state().unreachable().isEmpty());
            begun(centre);
            assertThat(code(dials(centre, NUMBER))).isEqualTo("call-open");
        }
    }

    /** So many calls an hour. */
    private static Parameters cap(long most) {
        return new Parameters() {
            @Override
            public Object value(ParameterType type, UnitId unit) {
                return most;
            }

            @Override
            public Object value(ParameterType type, UnitId unit, QueueId queue) {
                return most;
            }

            @Override
            public Watch watch(Runnable changed) {
                return () -> {};
            }
        };
    }

    private static int arrivals(Centre centre) {
        try (var connection = centre.store.database().dataSource().getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from interaction")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void callsInVain(Centre centre) {
        centre.called.parties.clear();
        InteractionId id = begun(centre);
        centre.called.rings("alice").signals(new ChannelSignal.AgentDeclined(ALICE));
        comesTo(centre, id, InteractionState.CLOSED);
    }

    @Test
    void soManyCallsAnHourAlsoOverARestart() {
        try (Centre centre = centre()) {
            centre.core.parameters(cap(2));
            centre.ready("alice");
            callsInVain(centre);
            callsInVain(centre);
            CommandResult third = dials(centre, NUMBER);
            assertThat(code(third)).isEqualTo("outbound-cap");
            assertThat(((CommandResult.Refused) third).problem().english())
                    .contains("2 calls")
                    .containsPattern("at [0-9]{2}:[0-9]{2}");
            Centre.until(() -> arrivals(centre) == 2);
        }
        try (Centre centre = centre()) {
            centre.core.parameters(cap(2));
            assertThat(code(dials(centre, NUMBER))).isEqualTo("outbound-cap");
            centre.core.parameters(cap(0));
            assertThat(code(dials(centre, NUMBER))).isEqualTo("outbound-closed");
            centre.core.parameters(cap(3));
            begun(centre);
        }
    }

    @Test
    void aRestartEndsWhatWasNotTalkedYetAndAsksNobodyElse() {
        InteractionId ringing;
        try (Centre centre = centre()) {
            centre.ready("alice");
            ringing = begun(centre);
            centre.called.rings("alice");
        }
        try (Centre centre = centre()) {
            comesTo(centre, ringing, InteractionState.CLOSED);
            assertThat(contact(centre, ringing).outcome()).contains(Outcome.UNREACHED);
            InteractionId dialling = begun(centre);
            centre.called.rings("alice").dialsFor("alice");
            ringing = dialling;
        }
        try (Centre centre = centre()) {
            wrapsUp(centre, ringing);
            assertThat(contact(centre, ringing).times().queuedAt()).isEmpty();
            assertThat(centre.called.dials()).isZero();
        }
    }
}
