// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import static io.patchbay.ui.admin.queue.Drafts.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.ui.admin.queue.Coverage.Fit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final WorkKind CALL = new WorkKind("call");
    private static final WorkKind CHAT = new WorkKind("chat");
    private final DraftStep first = new DraftStep(Optional.of(0), Map.of(FRENCH, 4));
    private final DraftStep second = new DraftStep(Optional.of(30), Map.of(FRENCH, 3));
    private final DraftStep anyone = new DraftStep(Optional.of(60), Map.of());
    private final List<Person> people = List.of(
            person("anna", Map.of(FRENCH, 5), true),
            person("bert", Map.of(FRENCH, 3), true),
            person("carl", Map.of(), true),
            person("gone", Map.of(FRENCH, 9), false));

    @Test
    void eachStepIsWiderThanTheOneBefore() {
        Coverage coverage = new Coverage(
                people, List.of(state("anna", Map.of()), state("carl", Map.of(CHAT, 2))), WorkMatrix.USUAL);
        assertThat(coverage.of(first)).isEqualTo(new Fit(1, 1));
        assertThat(coverage.of(second)).isEqualTo(new Fit(2, 1));
        assertThat(coverage.of(anyone)).isEqualTo(new Fit(3, 2));
    }

    @Test
    void whoIsOnACallIsNotFree() {
        Coverage coverage = new Coverage(people, List.of(state("anna", Map.of(CALL, 1))), WorkMatrix.USUAL);
        assertThat(coverage.of(first)).isEqualTo(new Fit(1, 0));
    }

    @Test
    void everyoneIsListedWithTheFirstStepHeFits() {
        Coverage coverage = new Coverage(people, List.of(), WorkMatrix.USUAL);
        assertThat(coverage.servers(List.of(first, second, anyone)))
                .extracting(one -> one.person().user() + " " + one.step())
                .containsExactly("anna 1", "bert 2", "carl 3");
    }

    private static Person person(String user, Map<SkillId, Integer> skills, boolean enabled) {
        return new Person(
                new UserId(user),
                user,
                new UnitId("hq"),
                Set.of(),
                new Person.Work(skills, Map.of(CALL, 1, CHAT, 3)),
                Optional.empty(),
                enabled,
                Profile.NONE);
    }

    private static AgentState state(String user, Map<WorkKind, Integer> active) {
        return new AgentState(
                new AgentId(user),
                user,
                new UnitId("hq"),
                new Presence.Ready(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                new AgentState.Load(Map.of(), active, Map.of(), Map.of(CALL, 1, CHAT, 3)),
                Set.of());
    }
}
