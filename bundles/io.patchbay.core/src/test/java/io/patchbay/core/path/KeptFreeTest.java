// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import static io.patchbay.core.path.HandMovedCentre.CALL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.core.DemoSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom {@code slack-first} keeps free is asked again by the slot while nothing else happens. */
final class KeptFreeTest {
    private final HandMovedCentre centre = new HandMovedCentre("slack-first");

    private void agent(String user, Map<SkillId, Integer> skills) {
        Person usual = DemoSettings.of(user, 3);
        centre.settings.people.put(
                new UserId(user),
                new Person(
                        usual.user(),
                        user,
                        usual.unit(),
                        usual.grants(),
                        new Person.Work(skills, usual.work().capacity()),
                        Optional.empty(),
                        true,
                        usual.profile()));
    }

    @Test
    void whoIsKeptForLoansHelpsVipsBeforeTheirGoalIsMissed() {
        agent("lena", Map.of(new SkillId("loans"), 8, new SkillId("vip"), 4));
        for (String other : new String[] {"alice", "bob", "carol", "david"}) {
            centre.presence(other, new Presence.NotReady("break"));
        }
        for (int i = 0; i < 2; i++) {
            InteractionId gone = centre.arrives("loans", CALL);
            centre.leaves(gone);
            centre.pass(Duration.ofSeconds(5));
        }
        centre.ready("lena");
        InteractionId vip = centre.arrives("vip", CALL);
        centre.pass(Duration.ofSeconds(14));
        assertEquals(Optional.empty(), centre.with(vip));
        centre.pass(Duration.ofSeconds(1));
        assertEquals(Optional.of("lena"), centre.with(vip));
    }
}
