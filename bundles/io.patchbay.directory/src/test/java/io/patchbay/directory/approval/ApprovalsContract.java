// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.approval.ApprovalCommand;
import io.patchbay.api.approval.Proposal;
import io.patchbay.api.approval.Stage;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Origin;
import io.patchbay.api.id.ApprovalId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.people.PeoplePast.CouldSee;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.StaffTerm;
import io.patchbay.api.people.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Organisation, rights and the maker-checker, on whatever database. */
interface ApprovalsContract {
    UnitId ROOT = UnitId.ROOT;
    UnitId BRANCH = new UnitId("branch");
    UnitId OTHER = new UnitId("other");
    Actor HOUSE = new Actor.Part("test");

    Office office();

    /** Two branches, and people to ask, review and decide. */
    default void house() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        done(HOUSE, new PeopleCommand.SaveUnit(new Unit(BRANCH, "支行", Optional.of(ROOT), zone)));
        done(HOUSE, new PeopleCommand.SaveUnit(new Unit(OTHER, "另一支行", Optional.of(ROOT), zone)));
        role("hr", Permissions.PEOPLE, Permissions.AGENT, Permissions.RECORDINGS, Permissions.RECORDS);
        role("first", Permissions.REVIEW_FIRST);
        role("final", Permissions.REVIEW_FINAL);
        role("clerk", Permissions.AGENT);
        role("listener", Permissions.RECORDINGS);
        for (String who : List.of("hr", "first", "final")) {
            save(HOUSE, person(who, ROOT, Grant.of(new RoleId(who))));
        }
    }

    private void role(String id, String... permissions) {
        done(HOUSE, new PeopleCommand.SaveRole(new Role(new RoleId(id), id, Set.of(permissions))));
    }

    private static Person person(String user, UnitId unit, Grant... grants) {
        return new Person(
                new UserId(user),
                user,
                unit,
                Arrays.stream(grants).collect(Collectors.toSet()),
                new Person.Work(Map.of(), Map.of()),
                Optional.empty(),
                true,
                Profile.NONE);
    }

    private static Grant clerk() {
        return Grant.of(new RoleId("clerk"));
    }

    private Actor.Person actor(String user) {
        return new Actor.Person(new UserId(user), scope(user), Origin.of("test 10.0.0.1"));
    }

    private Scope scope(String user) {
        return office().people().scope(new UserId(user));
    }

    private CommandResult run(Actor actor, Command command) {
        return office().execute(actor, command, "").toCompletableFuture().join();
    }

    private void done(Actor actor, Command command) {
        assertThat(run(actor, command)).isInstanceOf(CommandResult.Done.class);
    }

    private void save(Actor actor, Person person) {
        done(actor, new PeopleCommand.SavePerson(person, Optional.empty()));
    }

    private ApprovalId proposed(Actor actor, Command command) {
        CommandResult result = run(actor, command);
        assertThat(result).isInstanceOf(CommandResult.Proposed.class);
        return ((CommandResult.Proposed) result).approval();
    }

    private ApprovalId hire(String user) {
        return proposed(
                actor("hr"),
                new PeopleCommand.SavePerson(person(user, BRANCH, clerk()), Optional.of("a good long password")));
    }

    private CommandResult answer(String user, ApprovalId id, boolean approve, String note) {
        return run(actor(user), new ApprovalCommand.Answer(id, approve, note));
    }

    private void refused(CommandResult result, String code) {
        assertThat(result).isInstanceOfSatisfying(CommandResult.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().chinese()).isNotBlank();
        });
    }

    private Optional<Person> known(String user) {
        return office().people().person(Scope.system(), new UserId(user));
    }

    private Proposal proposal(ApprovalId id) {
        return office().approvals().proposal(Scope.system(), id).orElseThrow();
    }

    @Test
    default void hiringTakesEffectAfterTwoReviewsByDifferentPeople() {
        ApprovalId id = hire("dong");
        assertThat(known("dong")).isEmpty();
        assertThat(proposal(id).before()).isEmpty();
        assertThat(proposal(id).after()).containsEntry("unit", "branch").doesNotContainKey("password");
        assertThat(office().approvals().open(scope("first")))
                .extracting(Proposal::id)
                .containsExactly(id);
        assertThat(answer("first", id, true, "")).isEqualTo(new CommandResult.Done(Map.of("stage", "final")));
        assertThat(known("dong")).isEmpty();
        assertThat(answer("final", id, true, "")).isEqualTo(new CommandResult.Done(Map.of("stage", "applied")));
        assertThat(known("dong")).isPresent();
        assertThat(office().signsIn("dong", "a good long password")).isTrue();
        assertThat(proposal(id).stage()).isEqualTo(Stage.APPLIED);
        assertThat(proposal(id).reviews())
                .extracting(review -> review.reviewer().value())
                .containsExactly("first", "final");
        assertThat(office().told())
                .contains("approval.asked", "approval.changed", "person.saved")
                .doesNotContain("approval.skipped");
    }

    @Test
    default void nobodyReviewsWhatHeAskedForOrTwice() {
        save(
                HOUSE,
                person(
                        "both",
                        ROOT,
                        Grant.of(new RoleId("first")),
                        Grant.of(new RoleId("final")),
                        Grant.of(new RoleId("hr"))));
        ApprovalId own = proposed(
                actor("both"), new PeopleCommand.SavePerson(person("dong", BRANCH, clerk()), Optional.empty()));
        refused(answer("both", own, true, ""), "own-proposal");
        ApprovalId id = hire("nan");
        assertThat(answer("both", id, true, "")).isInstanceOf(CommandResult.Done.class);
        refused(answer("both", id, true, ""), "no-review");
        refused(answer("first", id, true, ""), "no-review");
        refused(answer("hr", id, true, ""), "own-proposal");
        assertThat(known("nan")).isEmpty();
    }

    @Test
    default void whatIsAboutOneselfIsReviewedByOthers() {
        ApprovalId id = proposed(
                actor("hr"),
                new PeopleCommand.SavePerson(
                        person("first", ROOT, Grant.of(new RoleId("first")), clerk()), Optional.empty()));
        save(HOUSE, person("third", ROOT, Grant.of(new RoleId("first"))));
        refused(answer("first", id, true, ""), "own-proposal");
        assertThat(answer("third", id, true, "")).isInstanceOf(CommandResult.Done.class);
    }

    @Test
    default void noNeedsAReasonAndEndsIt() {
        ApprovalId id = hire("dong");
        refused(answer("first", id, false, " "), "note-missing");
        assertThat(answer("first", id, false, "no such post")).isInstanceOf(CommandResult.Done.class);
        refused(answer("final", id, true, ""), "decided");
        assertThat(proposal(id).stage()).isEqualTo(Stage.REJECTED);
        assertThat(known("dong")).isEmpty();
        hire("dong");
    }

    @Test
    default void makerTakesItBackAndNobodyElse() {
        ApprovalId id = hire("dong");
        refused(run(HOUSE, new ApprovalCommand.Withdraw(id)), "needs-person");
        refused(run(actor("first"), new ApprovalCommand.Withdraw(id)), "unknown-proposal");
        assertThat(run(actor("hr"), new ApprovalCommand.Withdraw(id))).isInstanceOf(CommandResult.Done.class);
        refused(answer("first", id, true, ""), "decided");
    }

    @Test
    default void oneOpenChangeOfAThing() {
        hire("dong");
        refused(
                run(actor("hr"), new PeopleCommand.SavePerson(person("dong", OTHER, clerk()), Optional.empty())),
                "already-proposed");
    }

    @Test
    default void changedMeanwhileIsNotCarriedOut() {
        save(HOUSE, person("dong", BRANCH, clerk()));
        ApprovalId id =
                proposed(actor("hr"), new PeopleCommand.SavePerson(person("dong", OTHER, clerk()), Optional.empty()));
        assertThat(proposal(id).before()).isEqualTo(Map.of("unit", "branch"));
        assertThat(proposal(id).after()).isEqualTo(Map.of("unit", "other"));
        save(HOUSE, person("dong", ROOT, clerk()));
        answer("first", id, true, "");
        refused(answer("final", id, true, ""), "changed-meanwhile");
        assertThat(proposal(id).stage()).isEqualTo(Stage.FAILED);
        assertThat(known("dong").orElseThrow().unit()).isEqualTo(ROOT);
    }

    @Test
    default void makerMustStillHoldTheRight() {
        ApprovalId id = hire("dong");
        answer("first", id, true, "");
        save(HOUSE, person("hr", ROOT, clerk()));
        refused(answer("final", id, true, ""), "forbidden");
        assertThat(known("dong")).isEmpty();
    }

    @Test
    default void moveWithADateHappensOnItsDayAlsoOverARestart() {
        save(HOUSE, person("dong", BRANCH, clerk()));
        Instant day = office().clock().instant().plus(Duration.ofDays(3));
        ApprovalId id = proposed(
                actor("hr"),
                new PeopleCommand.SavePerson(person("dong", OTHER, clerk()), Optional.empty(), Optional.of(day)));
        answer("first", id, true, "");
        assertThat(answer("final", id, true, "")).isEqualTo(new CommandResult.Done(Map.of("stage", "scheduled")));
        office().applyDue();
        assertThat(known("dong").orElseThrow().unit()).isEqualTo(BRANCH);
        office().restart();
        office().clock().advance(Duration.ofDays(3));
        office().applyDue();
        assertThat(known("dong").orElseThrow().unit()).isEqualTo(OTHER);
        assertThat(proposal(id).stage()).isEqualTo(Stage.APPLIED);
    }

    @Test
    default void aHouseWithoutReviewersActsAndSaysSo() {
        save(HOUSE, person("final", ROOT, clerk()));
        assertThat(run(actor("admin"), new PeopleCommand.SavePerson(person("dong", BRANCH, clerk()), Optional.empty())))
                .isInstanceOf(CommandResult.Done.class);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (!office().told().contains("approval.skipped")) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    default void routesCannotAskForReviewedChanges() {
        refused(
                run(
                        new Actor.Part("route:crm"),
                        new PeopleCommand.SavePerson(person("dong", BRANCH, clerk()), Optional.empty())),
                "needs-person");
    }

    @Test
    default void approvalCannotBeForged() {
        ApprovalId id = hire("dong");
        Actor.Person forged = new Actor.Person(new UserId("hr"), scope("hr"), new Origin("approval", Optional.of(id)));
        refused(
                run(
                        forged,
                        new PeopleCommand.SavePerson(
                                person("dong", BRANCH, clerk()), Optional.of("a good long password"))),
                "not-approved");
    }

    @Test
    default void nobodyGrantsHimself() {
        Actor.Person hr = actor("hr");
        Person wider = person("hr", ROOT, Grant.of(new RoleId("hr")), Grant.of(new RoleId("listener")));
        refused(run(hr, new PeopleCommand.SavePerson(wider, Optional.empty())), "own-rights");
        Role role = new Role(new RoleId("hr"), "hr", Set.of(Permissions.PEOPLE, Permissions.AGENT, "extra.right"));
        refused(run(hr, new PeopleCommand.SaveRole(role)), "own-rights");
        Person auditor = person("dong", BRANCH, Grant.of(new RoleId("final")));
        refused(run(hr, new PeopleCommand.SavePerson(auditor, Optional.empty())), "beyond-own-rights");
    }

    @Test
    default void grantHoldsInItsUnitQueueChannelAndTime() {
        Instant now = office().clock().instant();
        save(
                HOUSE,
                person(
                        "dong",
                        BRANCH,
                        clerk(),
                        new Grant(
                                new RoleId("listener"),
                                Optional.of(OTHER),
                                Set.of(new QueueId("loans")),
                                Set.of(new ChannelKey("voice")),
                                Optional.of(now.plusSeconds(60)),
                                Optional.of(now.plusSeconds(120)))));
        Place heard = new Place(OTHER, Optional.of(new QueueId("loans")), Optional.of(new ChannelKey("voice")));
        Place sms = new Place(OTHER, Optional.of(new QueueId("loans")), Optional.of(new ChannelKey("sms")));
        Place vip = new Place(OTHER, Optional.of(new QueueId("vip")), Optional.of(new ChannelKey("voice")));
        assertThat(scope("dong").may(Permissions.RECORDINGS, heard)).isFalse();
        office().clock().advance(Duration.ofSeconds(60));
        office().restart();
        assertThat(scope("dong").may(Permissions.RECORDINGS, heard)).isTrue();
        assertThat(scope("dong").may(Permissions.RECORDINGS, sms)).isFalse();
        assertThat(scope("dong").may(Permissions.RECORDINGS, vip)).isFalse();
        assertThat(scope("dong").may(Permissions.RECORDINGS, Place.of(BRANCH))).isFalse();
        assertThat(scope("dong").may(Permissions.AGENT, Place.of(OTHER))).isFalse();
        office().clock().advance(Duration.ofSeconds(60));
        assertThat(scope("dong").may(Permissions.RECORDINGS, heard)).isFalse();
    }

    @Test
    default void whoCouldSeeSomethingOnADayIsOneQuestion() {
        Instant begin = office().clock().instant();
        save(HOUSE, person("dong", BRANCH, Grant.of(new RoleId("listener"))));
        save(
                HOUSE,
                person(
                        "nan",
                        OTHER,
                        new Grant(
                                new RoleId("listener"),
                                Optional.of(BRANCH),
                                Set.of(),
                                Set.of(),
                                Optional.empty(),
                                Optional.of(begin.plusSeconds(10)))));
        office().clock().advance(Duration.ofHours(1));
        Instant moved = office().clock().instant();
        save(HOUSE, person("dong", OTHER, Grant.of(new RoleId("listener"))));
        office().clock().advance(Duration.ofHours(1));
        role("listener", Permissions.AGENT);
        office().clock().advance(Duration.ofHours(1));
        List<Place> place = List.of(Place.of(BRANCH));
        assertThat(could(place, begin, begin.plusSeconds(5))).containsExactly("admin", "dong", "hr", "nan");
        assertThat(could(place, begin.plusSeconds(20), begin.plusSeconds(30))).containsExactly("admin", "dong", "hr");
        assertThat(could(place, moved, moved.plusSeconds(5))).containsExactly("admin", "hr");
        assertThat(could(List.of(Place.of(OTHER)), moved, moved.plusSeconds(5))).containsExactly("admin", "dong", "hr");
        Instant narrowed = moved.plus(Duration.ofHours(1));
        assertThat(could(List.of(Place.of(OTHER)), narrowed, narrowed.plusSeconds(5)))
                .containsExactly("admin", "hr");
    }

    private List<String> could(List<Place> places, Instant from, Instant until) {
        return office().people().couldSee(Permissions.RECORDINGS, places, from, until).stream()
                .map(CouldSee::user)
                .map(UserId::value)
                .toList();
    }

    @Test
    default void unitWithPeopleStaysAndItsOldNameIsKept() {
        save(HOUSE, person("dong", BRANCH, clerk()));
        refused(run(actor("hr"), new PeopleCommand.RemoveUnit(BRANCH)), "unit-has-people");
        refused(run(actor("hr"), new PeopleCommand.RemoveUnit(ROOT)), "unit-has-units");
        Instant before = office().clock().instant();
        office().clock().advance(Duration.ofDays(1));
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        done(HOUSE, new PeopleCommand.SaveUnit(new Unit(OTHER, "新名", Optional.of(ROOT), zone)));
        done(HOUSE, new PeopleCommand.RemoveUnit(OTHER));
        office().clock().advance(Duration.ofDays(1));
        assertThat(office().people().unitName(OTHER, before)).contains("另一支行");
        assertThat(office().people().units(Scope.system())).extracting(Unit::id).containsExactly(ROOT, BRANCH);
    }

    @Test
    default void staffCarryTheOrganisationsOwnWords() {
        done(HOUSE, new PeopleCommand.SaveTerm(term(StaffTerm.Kind.POST, "teller", StaffTerm.Type.TEXT, false)));
        done(HOUSE, new PeopleCommand.SaveTerm(term(StaffTerm.Kind.FIELD, "hired", StaffTerm.Type.DATE, true)));
        Person dong = person("dong", BRANCH, clerk());
        refused(run(HOUSE, new PeopleCommand.SavePerson(dong, Optional.empty())), "field-missing");
        refused(
                run(HOUSE, new PeopleCommand.SavePerson(with(dong, "boss", "2026-01-02"), Optional.empty())),
                "unknown-term");
        refused(
                run(HOUSE, new PeopleCommand.SavePerson(with(dong, "teller", "yesterday"), Optional.empty())),
                "bad-field");
        save(HOUSE, with(dong, "teller", "2026-01-02"));
        refused(run(HOUSE, new PeopleCommand.RemoveTerm(StaffTerm.Kind.POST, "teller")), "term-in-use");
        office().restart();
        assertThat(known("dong")).contains(with(dong, "teller", "2026-01-02"));
        refused(run(HOUSE, new PeopleCommand.RemoveRole(new RoleId("clerk"))), "role-in-use");
        done(HOUSE, new PeopleCommand.RemoveRole(new RoleId("listener")));
    }

    private static StaffTerm term(StaffTerm.Kind kind, String id, StaffTerm.Type type, boolean required) {
        return new StaffTerm(kind, id, id, id, 0, type, required, List.of());
    }

    private static Person with(Person person, String post, String hired) {
        return new Person(
                person.user(),
                person.name(),
                person.unit(),
                person.grants(),
                person.work(),
                person.extension(),
                person.enabled(),
                new Profile(Optional.of(post), Optional.empty(), Set.of(), Map.of("hired", hired)));
    }
}
