// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import static io.patchbay.core.path.HandMovedCentre.CALL;
import static io.patchbay.core.path.HandMovedCentre.CHAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.RatingEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.interaction.Rating;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueSettings.WrapUp.Mode;
import io.patchbay.core.DemoSettings;
import io.patchbay.spi.channel.ChannelSignal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wrap-up modes, more time, and what customers say afterwards, with a clock moved by hand. */
final class AfterContactTest {
    private static final AgentId BOB = new AgentId("bob");

    private final HandMovedCentre centre = new HandMovedCentre();

    @BeforeEach
    void people() {
        centre.settings.people.put(new UserId("bob"), DemoSettings.of("bob", 3, "service"));
        centre.settings.people.put(new UserId("susan"), DemoSettings.of("susan", 3));
    }

    private static Duration s(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private void queue(Mode mode, QueueRules.Rating rating) {
        QueueSettings usual = DemoSettings.queue("service", s(15), mode);
        QueueRules rules = QueueRules.USUAL;
        centre.queue(new QueueSettings(
                usual.id(),
                "service",
                usual.unit(),
                usual.steps(),
                0,
                usual.goal(),
                s(15),
                new QueueSettings.WrapUp(mode, s(60)),
                new QueueRules(
                        rules.preferred(),
                        rules.overflow(),
                        rules.overtaking(),
                        rules.limits(),
                        rules.hours(),
                        rules.callback(),
                        rules.strategy(),
                        rating)));
        centre.ready("bob");
    }

    private static QueueRules.Rating rating(boolean asked) {
        return new QueueRules.Rating(asked, Optional.empty());
    }

    private InteractionId served(WorkKind kind) {
        InteractionId contact = centre.arrives("service", kind);
        centre.session(contact).keys = kind.equals(CALL);
        centre.accepts("bob", contact);
        return contact;
    }

    private InteractionId wrappingUp(Mode mode) {
        queue(mode, rating(false));
        InteractionId contact = served(CALL);
        centre.leaves(contact);
        return contact;
    }

    private String refused(String who, InteractionCommand command) {
        CommandResult result = centre.does(who, command);
        assertTrue(result instanceof CommandResult.Refused, "must be refused: " + command);
        return ((CommandResult.Refused) result).problem().code();
    }

    private AssignmentEvent.Ended ended(InteractionId contact) {
        return centre.events(contact, AssignmentEvent.Ended.class).findFirst().orElseThrow();
    }

    private static InteractionCommand complete(InteractionId contact, String code) {
        return new InteractionCommand.CompleteAssignment(
                contact, Optional.of(code).filter(key -> !key.isEmpty()), "");
    }

    private String aCode() {
        return centre.settings
                .tree(Code.Use.DISPOSITION)
                .choices(List.of())
                .get(0)
                .key();
    }

    private Rating rated(InteractionId contact) {
        return centre.contacts.get(contact).ratings().get(0);
    }

    // ---- wrap-up modes ----

    @Test
    void aRequiredCodeThatNobodyChoseIsTheTimeOutCode() {
        InteractionId contact = wrappingUp(Mode.REQUIRED);
        assertEquals("disposition-due", refused("bob", complete(contact, "")));
        centre.pass(s(60));
        assertEquals(Optional.of(Code.TIMED_OUT), ended(contact).disposition());
        assertEquals(Assignment.End.WRAP_UP_TIMED_OUT, ended(contact).outcome());
    }

    @Test
    void aTimedWrapUpMayBeLeftEarlyAndTellsWhenNobodyChose() {
        InteractionId left = wrappingUp(Mode.TIMED);
        centre.completes("bob", left);
        assertEquals(Optional.empty(), ended(left).disposition());
        InteractionId stayed = served(CALL);
        centre.leaves(stayed);
        centre.pass(s(60));
        assertEquals(Optional.of(Code.TIMED_OUT), ended(stayed).disposition());
    }

    @Test
    void anOptionalWrapUpThatRanOutLacksNothing() {
        InteractionId contact = wrappingUp(Mode.OPTIONAL);
        centre.pass(s(60));
        assertEquals(Optional.empty(), ended(contact).disposition());
    }

    @Test
    void aFixedWrapUpCannotBeLeftAndEndsWithWhatWasChosenMeanwhile() {
        InteractionId contact = wrappingUp(Mode.FIXED);
        assertEquals("wrap-up-fixed", refused("bob", complete(contact, aCode())));
        HandMovedCentre.must(
                centre.does("bob", new InteractionCommand.ChooseCode(contact, Optional.of(aCode()), "seen")));
        centre.pass(s(59));
        assertEquals(0, centre.events(contact, AssignmentEvent.Ended.class).count());
        centre.pass(s(1));
        assertEquals(Optional.of(aCode()), ended(contact).disposition());
        assertEquals(Assignment.End.COMPLETED, ended(contact).outcome());
        assertTrue(ended(contact).notes().isPresent());
    }

    @Test
    void whatWasChosenMeanwhileIsKeptOverARestart() {
        InteractionId contact = wrappingUp(Mode.FIXED);
        HandMovedCentre.must(centre.does("bob", new InteractionCommand.ChooseCode(contact, Optional.of(aCode()), "")));
        centre.crash();
        centre.pass(s(60));
        assertEquals(Optional.of(aCode()), ended(contact).disposition());
    }

    @Test
    void nobodyChoosesTheTimeOutCode() {
        InteractionId contact = wrappingUp(Mode.REQUIRED);
        assertEquals("unknown-code", refused("bob", complete(contact, Code.TIMED_OUT)));
    }

    @Test
    void onlyTheLeavesThatTheQueueOffersCanBeChosen() {
        centre.settings.beneath("other", "fees");
        centre.settings.beneath("other", "waiting");
        InteractionId contact = wrappingUp(Mode.REQUIRED);
        CommandResult.Refused inner = (CommandResult.Refused) centre.does("bob", complete(contact, "other"));
        assertEquals("inner-code", inner.problem().code());
        assertTrue(
                inner.problem().english().contains("fees, waiting"),
                inner.problem().english());
        QueueSettings queue =
                centre.settings.queue(Scope.system(), new QueueId("service")).orElseThrow();
        centre.queue(new QueueSettings(
                queue.id(),
                queue.name(),
                queue.unit(),
                queue.steps(),
                queue.priority(),
                queue.goal(),
                queue.ring(),
                queue.wrapUp(),
                queue.rules().offering(List.of("fees"))));
        assertEquals("unknown-code", refused("bob", complete(contact, "waiting")));
        assertEquals("unknown-code", refused("bob", complete(contact, "enquiry")));
        assertTrue(centre.does("bob", complete(contact, "fees")) instanceof CommandResult.Done);
        assertEquals(Optional.of("fees"), ended(contact).disposition());
    }

    // ---- more time ----

    private AgentDesk.OpenAssignment wrapUp() {
        return centre.desks.get(BOB).assignments().get(0);
    }

    @Test
    void aGrantedExtensionMovesTheEndAndARestartKeepsIt() {
        InteractionId contact = wrappingUp(Mode.REQUIRED);
        HandMovedCentre.must(centre.does("bob", new InteractionCommand.ExtendWrapUp(contact, 120)));
        assertEquals(120, wrapUp().askedSeconds());
        assertEquals("extension-asked", refused("bob", new InteractionCommand.ExtendWrapUp(contact, 60)));
        centre.crash();
        HandMovedCentre.must(centre.does("susan", new InteractionCommand.AnswerExtension(contact, BOB, true)));
        assertEquals(0, wrapUp().askedSeconds());
        centre.crash();
        centre.pass(s(179));
        assertEquals(0, centre.events(contact, AssignmentEvent.Ended.class).count());
        centre.pass(s(1));
        assertEquals(1, centre.events(contact, AssignmentEvent.Ended.class).count());
    }

    @Test
    void aDeclinedExtensionLeavesTheEndWhereItWas() {
        InteractionId contact = wrappingUp(Mode.REQUIRED);
        HandMovedCentre.must(centre.does("bob", new InteractionCommand.ExtendWrapUp(contact, 120)));
        HandMovedCentre.must(centre.does("susan", new InteractionCommand.AnswerExtension(contact, BOB, false)));
        assertEquals("nothing-asked", refused("susan", new InteractionCommand.AnswerExtension(contact, BOB, true)));
        centre.pass(s(60));
        assertEquals(1, centre.events(contact, AssignmentEvent.Ended.class).count());
    }

    @Test
    void agentsDoNotGiveThemselvesMoreTime() {
        InteractionId contact = wrappingUp(Mode.REQUIRED);
        HandMovedCentre.must(centre.does("bob", new InteractionCommand.ExtendWrapUp(contact, 120)));
        assertEquals("forbidden", refused("bob", new InteractionCommand.AnswerExtension(contact, BOB, true)));
        assertEquals("wrong-state", refused("susan", new InteractionCommand.ExtendWrapUp(contact, 120)));
    }

    // ---- no answer ----

    private void noAnswer(QueueRules.NoAnswer.Then then, int times) {
        QueueSettings usual = DemoSettings.queue("service", s(15), Mode.NONE);
        QueueRules rules = QueueRules.USUAL;
        centre.queue(new QueueSettings(
                usual.id(),
                "service",
                usual.unit(),
                usual.steps(),
                0,
                usual.goal(),
                s(15),
                usual.wrapUp(),
                new QueueRules(
                        rules.preferred(),
                        rules.overflow(),
                        rules.overtaking(),
                        rules.limits(),
                        rules.hours(),
                        rules.callback(),
                        rules.strategy(),
                        rules.rating(),
                        new QueueRules.NoAnswer(then, times))));
        centre.ready("bob");
    }

    private String presence() {
        return centre.desks.get(BOB).state().presence().wire();
    }

    @Test
    void whoDoesNotAnswerIsNotReadyAsUsual() {
        noAnswer(QueueRules.NoAnswer.Then.NOT_READY, 1);
        centre.arrives("service", CALL);
        centre.pass(s(15));
        assertEquals(
                new Presence.NotReady(Presence.NotReady.NO_ANSWER),
                centre.desks.get(BOB).state().presence());
    }

    @Test
    void whoMayStayReadyIsOfferedItAgainAfterAWhile() {
        noAnswer(QueueRules.NoAnswer.Then.READY, 1);
        InteractionId contact = centre.arrives("service", CALL);
        centre.pass(s(15));
        assertEquals("ready", presence());
        assertEquals(Optional.empty(), centre.with(contact), "not his for 30 s");
        centre.pass(s(30));
        assertEquals(Optional.of("bob"), centre.with(contact));
    }

    @Test
    void onlySoManyInARowMakeHimNotReady() {
        noAnswer(QueueRules.NoAnswer.Then.NOT_READY, 2);
        InteractionId contact = centre.arrives("service", CALL);
        centre.pass(s(15));
        assertEquals("ready", presence());
        centre.pass(s(30));
        centre.accepts("bob", contact);
        centre.leaves(contact);
        centre.arrives("service", CALL);
        centre.pass(s(15));
        assertEquals("ready", presence(), "an answer begins the count anew");
        centre.pass(s(45));
        assertEquals("notReady", presence());
    }

    // ---- ratings ----

    private InteractionId askedOnThePhone() {
        queue(Mode.REQUIRED, rating(true));
        InteractionId contact = served(CALL);
        HandMovedCentre.must(centre.does("bob", new InteractionCommand.EndInteraction(contact)));
        return contact;
    }

    private void presses(InteractionId contact, char digit) {
        centre.signal(contact, new ChannelSignal.DigitPressed(digit, Duration.ofMillis(100)));
    }

    @Test
    void aCallerWhoseAgentEndsIsAskedAndHisKeyIsKept() {
        InteractionId contact = askedOnThePhone();
        assertTrue(
                centre.session(contact).told.contains("rate 5"),
                centre.session(contact).told.toString());
        assertFalse(centre.session(contact).told.contains("end"));
        assertEquals(InteractionState.WRAPUP, centre.contacts.get(contact).state());
        HandMovedCentre.must(centre.does("bob", complete(contact, aCode())));
        assertEquals("asked", rated(contact).state(), "the agent cannot skip it");
        presses(contact, '4');
        assertEquals(OptionalInt.of(4), rated(contact).value());
        assertEquals(BOB, rated(contact).agent());
        assertTrue(centre.session(contact).told.contains("dismiss rating-thanks"));
        assertEquals(Optional.of(Outcome.HANDLED), centre.contacts.get(contact).outcome());
    }

    @Test
    void aCallerIsAskedOnceMoreAndThenHeWasSilent() {
        InteractionId contact = askedOnThePhone();
        presses(contact, '9');
        assertEquals(
                2,
                centre.session(contact).told.stream().filter("rate 5"::equals).count());
        centre.pass(Rated.BY_KEY);
        assertEquals("silent", rated(contact).state());
        assertEquals(OptionalInt.empty(), rated(contact).value());
        assertTrue(centre.session(contact).told.contains("end"));
        assertEquals(1, centre.contacts.get(contact).ratings().size());
    }

    @Test
    void aCallerWhoHangsUpWasSilent() {
        InteractionId contact = askedOnThePhone();
        centre.leaves(contact);
        assertEquals("silent", rated(contact).state());
        assertEquals(1, centre.events(contact, RatingEvent.Silent.class).count());
    }

    @Test
    void aCallerWhoLeftFirstIsNotAsked() {
        queue(Mode.NONE, rating(true));
        InteractionId contact = served(CALL);
        centre.leaves(contact);
        assertEquals(0, centre.contacts.get(contact).ratings().size());
    }

    private InteractionId askedInWriting() {
        queue(
                Mode.NONE,
                new QueueRules.Rating(
                        true, Optional.of(new QueueRules.Phrase("Were you content? 1 to 3", "满意吗？1 到 3")), 3));
        InteractionId contact = served(CHAT);
        centre.completes("bob", contact);
        return contact;
    }

    private void writes(InteractionId contact, String text) {
        centre.signal(contact, new ChannelSignal.MessageArrived(new MessageId("r" + text.hashCode()), text));
    }

    @Test
    void whoWritesIsAskedInHisLanguageAndHisNumberCountsADayLong() {
        InteractionId contact = askedInWriting();
        boolean chinese = Locale.forLanguageTag(
                        centre.contacts.get(contact).contact().locale())
                .getLanguage()
                .equals("zh");
        String question = chinese ? "send 满意吗？1 到 3" : "send Were you content? 1 to 3";
        assertTrue(
                centre.session(contact).told.contains(question),
                centre.session(contact).told.toString());
        centre.pass(Duration.ofHours(12));
        centre.crash();
        centre.pass(Duration.ofHours(11));
        centre.resumes(contact);
        writes(contact, "３分");
        assertEquals(OptionalInt.of(3), rated(contact).value());
        assertEquals(Optional.of(Outcome.HANDLED), centre.contacts.get(contact).outcome());
    }

    @Test
    void afterADayItIsSilence() {
        InteractionId contact = askedInWriting();
        centre.pass(Rated.IN_WRITING);
        assertEquals("silent", rated(contact).state());
        assertEquals(Optional.of(Outcome.HANDLED), centre.contacts.get(contact).outcome());
    }

    @Test
    void whoWritesSomethingElseWaitsAgain() {
        InteractionId contact = askedInWriting();
        writes(contact, "one more question");
        assertEquals("silent", rated(contact).state());
        assertEquals(Optional.of("bob"), centre.with(contact));
    }
}
