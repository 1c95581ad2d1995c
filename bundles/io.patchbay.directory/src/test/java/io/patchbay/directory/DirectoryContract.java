// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.PeopleCommand.ChangePassword;
import io.patchbay.api.people.PeopleCommand.ChangeSkills;
import io.patchbay.api.people.PeopleCommand.SavePerson;
import io.patchbay.api.people.PeopleCommand.SaveRole;
import io.patchbay.api.people.PeopleCommand.SaveUnit;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.api.people.Unit;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.store.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the directory promises on every database. */
interface DirectoryContract {
    ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    UnitId ROOT = new UnitId("headquarters");
    UnitId BRANCH = new UnitId("branch");
    UserId ALICE = new UserId("alice");
    Actor DEMO = new Actor.Part("demo");
    Actor SYSTEM = new Actor.Part("test");
    String GOOD = "correct horse battery";

    DirectoryBench bench();

    private static <C extends Command> CommandResult run(CommandHandler<C> handler, Actor actor, C command) {
        return handler.handle(actor, command, "").toCompletableFuture().join();
    }

    private CommandResult save(Actor actor, Person person, Optional<String> password) {
        return run(
                new SavePersonHandler(bench().directory(), bench().threads()), actor, new SavePerson(person, password));
    }

    private CommandResult save(Actor actor, Unit unit) {
        return run(new SaveUnitHandler(bench().directory(), bench().threads()), actor, new SaveUnit(unit));
    }

    private CommandResult save(Actor actor, Role role) {
        return run(new SaveRoleHandler(bench().directory(), bench().threads()), actor, new SaveRole(role));
    }

    private Actor actor(String user) {
        UserId id = new UserId(user);
        return new Actor.Person(id, bench().directory().scope(id));
    }

    private static Person person(String user, UnitId unit, String... roles) {
        return new Person(
                new UserId(user),
                user.toUpperCase(java.util.Locale.ROOT),
                unit,
                Set.copyOf(java.util.Arrays.stream(roles)
                        .map(role -> Grant.of(new RoleId(role)))
                        .toList()),
                new Person.Work(Map.of(new SkillId("loans"), 5), Map.of(new WorkKind("chat"), 3)),
                Optional.empty(),
                true,
                Profile.NONE);
    }

    private static void isDone(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Done.class);
    }

    private static void isRefused(CommandResult result, String code) {
        assertThat(result).isInstanceOfSatisfying(CommandResult.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().chinese()).isNotBlank();
        });
    }

    private SignInResult signIn(String user, String password) {
        return bench().signIn().signIn(user, password.toCharArray(), "10.0.0.1");
    }

    private List<String> told() throws SQLException {
        bench().settle();
        return bench().store().outbox().pending(100).stream()
                .map(Outbox.Row::type)
                .toList();
    }

    @Test
    default void firstStartMakesOneAdministratorWhoMustChangeHisPassword() throws IOException {
        String password = Files.readString(bench().store().home().keys().resolve("first-password.txt"))
                .strip();
        assertThat(signIn("admin", password))
                .isInstanceOfSatisfying(SignInResult.SignedIn.class, in -> assertThat(in.mustChangePassword())
                        .isTrue());
        Scope scope = bench().directory().scope(new UserId("admin"));
        assertThat(scope.may(Permissions.PEOPLE)).isTrue();
        assertThat(scope.may("extra.right")).as("declared by a bundle").isTrue();
        assertThat(bench().directory().units(scope)).extracting(Unit::id).containsExactly(ROOT);
        assertThat(bench().directory().roles())
                .extracting(role -> role.id().value())
                .containsExactly("administrator", "agent", "approver", "inspector", "reviewer", "supervisor");
    }

    @Test
    default void savedPersonIsThereAfterARestart() {
        isDone(save(SYSTEM, person("alice", ROOT, "agent"), Optional.of(GOOD)));
        bench().restart();
        Person alice = bench().directory().person(Scope.system(), ALICE).orElseThrow();
        assertThat(alice).isEqualTo(person("alice", ROOT, "agent"));
        assertThat(signIn("Alice ", GOOD)).isInstanceOf(SignInResult.SignedIn.class);
    }

    @Test
    default void everyChangeIsTold() throws SQLException {
        isDone(save(SYSTEM, new Unit(BRANCH, "支行", Optional.of(ROOT), SHANGHAI)));
        isDone(save(SYSTEM, person("alice", BRANCH, "agent"), Optional.of(GOOD)));
        isDone(save(SYSTEM, new Role(new RoleId("trainee"), "Trainee", Set.of(Permissions.AGENT))));
        signIn("alice", GOOD);
        signIn("alice", "wrong");
        assertThat(told().subList(8, told().size()))
                .containsExactly("unit.saved", "person.saved", "role.saved", "signIn.succeeded", "signIn.failed");
    }

    private CommandResult skills(Actor actor, Map<SkillId, Integer> skills) {
        return run(
                new ChangeSkillsHandler(bench().directory(), bench().threads()),
                actor,
                new ChangeSkills(ALICE, skills));
    }

    @Test
    default void aSupervisorChangesSkillsAtOnceAndNothingElse() throws SQLException {
        long people = told().stream().filter("person.saved"::equals).count();
        isDone(save(SYSTEM, person("alice", ROOT, "agent"), Optional.of(GOOD)));
        isDone(save(SYSTEM, person("susan", ROOT, "supervisor"), Optional.of(GOOD)));
        Map<SkillId, Integer> wanted = Map.of(new SkillId("cards"), 3, new SkillId("loans"), 5);
        isDone(skills(actor("susan"), wanted));
        Person before = person("alice", ROOT, "agent");
        assertThat(bench().directory().person(Scope.system(), ALICE)).hasValueSatisfying(alice -> assertThat(alice)
                .isEqualTo(new Person(
                        ALICE,
                        before.name(),
                        ROOT,
                        before.grants(),
                        new Person.Work(wanted, before.work().capacity()),
                        before.extension(),
                        true,
                        before.profile())));
        assertThat(signIn("alice", GOOD)).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(told()).filteredOn("person.saved"::equals).hasSize((int) people + 3);
        isDone(skills(actor("susan"), wanted));
        assertThat(told()).filteredOn("person.saved"::equals).hasSize((int) people + 3);
    }

    @Test
    default void skillsAreChangedOnlyInOnesOwnUnits() {
        isDone(save(SYSTEM, new Unit(BRANCH, "支行", Optional.of(ROOT), SHANGHAI)));
        isDone(save(SYSTEM, person("alice", ROOT, "agent"), Optional.of(GOOD)));
        isDone(save(SYSTEM, person("susan", BRANCH, "supervisor"), Optional.of(GOOD)));
        isRefused(skills(actor("susan"), Map.of()), "unknown-person");
        isRefused(skills(actor("alice"), Map.of()), "unknown-person");
    }

    @Test
    default void scopeIsTheOwnUnitWithAllBelow() {
        isDone(save(SYSTEM, new Unit(BRANCH, "支行", Optional.of(ROOT), SHANGHAI)));
        isDone(save(SYSTEM, new Unit(new UnitId("desk"), "柜台", Optional.of(BRANCH), SHANGHAI)));
        isDone(save(SYSTEM, person("bob", BRANCH, "supervisor"), Optional.of(GOOD)));
        isDone(save(SYSTEM, person("alice", ROOT, "agent"), Optional.of(GOOD)));
        Scope bob = bench().directory().scope(new UserId("bob"));
        assertThat(bob.units(Permissions.FLOOR)).containsExactlyInAnyOrder(BRANCH, new UnitId("desk"));
        assertThat(bench().directory().people(bob)).extracting(Person::user).containsExactly(new UserId("bob"));
        assertThat(bench().directory().person(bob, ALICE)).isEmpty();
        Scope stranger = bench().directory().scope(new UserId("stranger"));
        assertThat(stranger.reaches()).isEmpty();
        assertThat(stranger.permissions()).isEmpty();
    }

    @Test
    default void unitAdministratorStaysInHisUnitsAndRights() {
        isDone(save(SYSTEM, new Unit(BRANCH, "支行", Optional.of(ROOT), SHANGHAI)));
        isDone(save(SYSTEM, new Role(new RoleId("keeper"), "Keeper", Set.of(Permissions.PEOPLE, Permissions.AGENT))));
        isDone(save(SYSTEM, person("keeper", BRANCH, "keeper"), Optional.of(GOOD)));
        Actor keeper = actor("keeper");
        isDone(save(keeper, person("young", BRANCH, "keeper"), Optional.of(GOOD)));
        isRefused(save(keeper, person("other", ROOT), Optional.of(GOOD)), "unknown-unit");
        isRefused(save(keeper, person("admin", BRANCH), Optional.empty()), "unknown-person");
        isRefused(save(keeper, person("young", BRANCH, "administrator"), Optional.empty()), "beyond-own-rights");
        isRefused(save(keeper, new Role(new RoleId("agent"), "A", Set.of())), "roles-are-global");
    }

    @Test
    default void nonsenseIsRefusedInWords() {
        isRefused(save(SYSTEM, person("x", new UnitId("nowhere")), Optional.empty()), "unknown-unit");
        isRefused(save(SYSTEM, person("x", ROOT, "wizard"), Optional.empty()), "unknown-role");
        isRefused(save(SYSTEM, person("x", ROOT), Optional.of("short")), "weak-password");
        isRefused(save(SYSTEM, new Role(new RoleId("r"), "R", Set.of("no.such"))), "unknown-permission");
        isRefused(save(SYSTEM, new Unit(BRANCH, "B", Optional.empty(), SHANGHAI)), "second-root");
        isDone(save(SYSTEM, new Unit(BRANCH, "B", Optional.of(ROOT), SHANGHAI)));
        isDone(save(SYSTEM, new Unit(new UnitId("deep"), "D", Optional.of(BRANCH), SHANGHAI)));
        isRefused(save(SYSTEM, new Unit(BRANCH, "B", Optional.of(new UnitId("deep")), SHANGHAI)), "unit-loop");
        isRefused(save(SYSTEM, person("admin", ROOT, "agent"), Optional.empty()), "last-administrator");
    }

    @Test
    default void extensionBelongsToOnePerson() {
        Person alice = person("alice", ROOT, "agent");
        isDone(save(SYSTEM, withExtension(alice, "1001"), Optional.empty()));
        isDone(save(SYSTEM, withExtension(alice, "1001"), Optional.empty()));
        isRefused(save(SYSTEM, withExtension(person("bob", ROOT), "1001"), Optional.empty()), "extension-taken");
        isRefused(save(SYSTEM, withExtension(person("bob", ROOT), "+1"), Optional.empty()), "bad-extension");
    }

    private static Person withExtension(Person person, String digits) {
        return new Person(
                person.user(),
                person.name(),
                person.unit(),
                person.grants(),
                person.work(),
                Optional.of(digits),
                true,
                Profile.NONE);
    }

    @Test
    default void demoPasswordSkipsThePolicy() {
        isDone(save(DEMO, person("alice", ROOT, "agent"), Optional.of("patchbay")));
        assertThat(signIn("alice", "patchbay"))
                .isInstanceOfSatisfying(SignInResult.SignedIn.class, in -> assertThat(in.mustChangePassword())
                        .isFalse());
    }

    @Test
    default void ownPasswordIsChangedWithThePresentOne() {
        isDone(save(SYSTEM, person("alice", ROOT, "agent"), Optional.of(GOOD)));
        ChangePasswordHandler handler = new ChangePasswordHandler(bench().directory(), bench().threads());
        Actor alice = actor("alice");
        isRefused(run(handler, alice, new ChangePassword(ALICE, "wrong", "another long one")), "wrong-password");
        isRefused(run(handler, actor("admin"), new ChangePassword(ALICE, GOOD, "another long one")), "wrong-password");
        isRefused(run(handler, alice, new ChangePassword(ALICE, GOOD, "i am alice!!")), "weak-password");
        isRefused(run(handler, alice, new ChangePassword(ALICE, GOOD, GOOD)), "same-password");
        assertThat(bench().signIn().verify("alice", GOOD.toCharArray(), "s")).isInstanceOf(SignInResult.SignedIn.class);
        isDone(run(handler, alice, new ChangePassword(ALICE, GOOD, "another long one")));
        assertThat(bench().signIn().verify("alice", GOOD.toCharArray(), "s")).isInstanceOf(SignInResult.Rejected.class);
        assertThat(signIn("alice", "another long one"))
                .isInstanceOfSatisfying(SignInResult.SignedIn.class, in -> assertThat(in.mustChangePassword())
                        .isFalse());
    }

    @Test
    default void sessionLivesOverARestartAndEndsIdle() {
        isDone(save(DEMO, person("alice", ROOT, "agent"), Optional.of("patchbay")));
        String token = ((SignInResult.SignedIn) signIn("alice", "patchbay")).token();
        assertThat(token).hasSize(43);
        bench().clock().advance(Duration.ofHours(11));
        assertThat(bench().signIn().session(token)).contains(ALICE);
        bench().settle();
        bench().restart();
        bench().clock().advance(Duration.ofHours(11));
        assertThat(bench().signIn().session(token)).contains(ALICE);
        bench().clock().advance(Duration.ofHours(13));
        assertThat(bench().signIn().session(token)).isEmpty();
        assertThat(bench().signIn().session("forged")).isEmpty();
    }

    @Test
    default void signOutAndDisablingEndSessionsAtOnce() {
        isDone(save(DEMO, person("alice", ROOT, "agent"), Optional.of("patchbay")));
        String first = ((SignInResult.SignedIn) signIn("alice", "patchbay")).token();
        String second = ((SignInResult.SignedIn) signIn("alice", "patchbay")).token();
        bench().signIn().signOut(first);
        assertThat(bench().signIn().session(first)).isEmpty();
        assertThat(bench().signIn().session(second)).contains(ALICE);
        Person a = person("alice", ROOT, "agent");
        isDone(save(
                SYSTEM,
                new Person(a.user(), a.name(), a.unit(), a.grants(), a.work(), a.extension(), false, Profile.NONE),
                Optional.empty()));
        assertThat(bench().signIn().session(second)).isEmpty();
        assertThat(signIn("alice", "patchbay")).isInstanceOf(SignInResult.Rejected.class);
        isDone(save(SYSTEM, a, Optional.empty()));
        assertThat(bench().signIn().session(second)).as("old session").isEmpty();
        bench().restart();
        assertThat(bench().signIn().session(second)).isEmpty();
    }

    @Test
    default void failuresLockTheSourceWithGrowingDelayAndNobodyElse() throws SQLException {
        isDone(save(DEMO, person("alice", ROOT, "agent"), Optional.of("patchbay")));
        for (String user : List.of("alice", "stranger")) {
            for (int i = 0; i < 5; i++) {
                assertThat(signIn(user, "wrong")).isInstanceOf(SignInResult.Rejected.class);
            }
            Instant now = bench().clock().instant();
            assertThat(signIn(user, "patchbay")).isEqualTo(new SignInResult.Locked(now.plusSeconds(1)));
            bench().clock().advance(Duration.ofSeconds(1));
            assertThat(signIn(user, "wrong")).isInstanceOf(SignInResult.Rejected.class);
            assertThat(signIn(user, "wrong"))
                    .isEqualTo(new SignInResult.Locked(bench().clock().instant().plusSeconds(2)));
        }
        assertThat(bench().signIn().signIn("alice", "patchbay".toCharArray(), "10.0.0.2"))
                .isInstanceOf(SignInResult.SignedIn.class);
        bench().clock().advance(Duration.ofSeconds(2));
        assertThat(signIn("alice", "patchbay")).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(signIn("alice", "wrong")).isInstanceOf(SignInResult.Rejected.class);
        assertThat(told()).filteredOn(type -> type.equals("signIn.locked")).hasSize(2);
    }
}
