// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.matching;

import static io.patchbay.routing.strategy.Scene.NOW;
import static io.patchbay.routing.strategy.Scene.agent;
import static io.patchbay.routing.strategy.Scene.contact;
import static io.patchbay.routing.strategy.Scene.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.routing.guard.StrategyBook;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.routing.Waiting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FloorMatchingTest {
    private static final FreeAgent ALICE = agent("alice", 10, "loans", "cards");

    private List<QueueSettings> queues =
            List.of(NamedQueues.queue("loans", "slack-first"), NamedQueues.queue("cards", "longest-idle"));
    private final Matching matching = new FloorMatching(() -> queues, new StrategyBook());

    private void free(FreeAgent agent) {
        matching.agentChanged(agent.agent(), Optional.of(agent));
    }

    private Optional<ContactId> next(FreeAgent agent) {
        Optional<ContactId> taken = matching.forAgent(agent.agent(), NOW).map(Matching.Match::contact);
        taken.ifPresent(matching::contactGone);
        return taken;
    }

    /**
     * By slack it would be the third of the loans; the card is first in rank and its queue's strategy is asked first.
     */
    @Test
    void theStrategyOfTheFirstInRankIsAskedFirst() {
        free(ALICE);
        List.of(contact(1, "loans", 60), contact(2, "cards", 70), contact(3, "loans", 5))
                .forEach(matching::contactWaits);
        assertEquals(Optional.of(id(2)), next(ALICE));
        assertEquals(Optional.of(id(3)), next(ALICE));
        assertEquals(Optional.of(id(1)), next(ALICE));
        assertEquals(Optional.empty(), next(ALICE));
    }

    @Test
    void aQueueThatChangesItsStrategyTakesItsContactsAlong() {
        free(ALICE);
        List.of(contact(1, "loans", 60), contact(3, "loans", 5)).forEach(matching::contactWaits);
        queues = List.of(NamedQueues.queue("loans", "longest-idle"));
        assertEquals(Optional.of(id(1)), next(ALICE));
    }

    @Test
    void nobodyIsTakenBeforeADueContactThatTheAgentFits() {
        matching.contactWaits(contact(1, "loans", 130).dueSince(NOW));
        free(ALICE);
        matching.contactWaits(contact(2, "cards", 500, 60));
        assertEquals(Optional.of(id(1)), matching.forContact(id(2), NOW).map(Matching.Match::contact));
        assertEquals(Optional.of(id(1)), next(ALICE));
        assertEquals(Optional.of(id(2)), next(ALICE));
    }

    @Test
    void aDueContactTakesAnAgentWhomTheStrategyKeepsFree() {
        List.of(contact(8, "cards", 5), contact(9, "cards", 4)).forEach(matching::contactWaits);
        matching.contactGone(id(8));
        matching.contactGone(id(9));
        free(agent("bob", 1, "cards", "loans"));
        matching.contactWaits(contact(1, "loans", 0));
        assertTrue(matching.forContact(id(1), NOW).isPresent(), "arrivals of another strategy's queues do not count");
        matching.contactWaits(contact(1, "loans", 0).dueSince(NOW));
        assertTrue(matching.forContact(id(1), NOW).isPresent());
    }

    /** Late from the beginning, so that every call still in time is taken before it: 20 times, and not once more. */
    @Test
    void theFirstOfALineIsOvertakenTwentyTimesAndNotMore() {
        matching.contactWaits(contact(1, "loans", 60));
        for (int i = 1; i <= FloorMatching.CEILING; i++) {
            matching.contactWaits(contact(100 + i, "loans", 5));
            free(ALICE);
            assertEquals(Optional.of(id(100 + i)), next(ALICE));
        }
        matching.contactWaits(contact(200, "loans", 5));
        matching.contactWaits(contact(1, "loans", 60));
        assertEquals(Optional.of(id(1)), next(ALICE), "told again it is still due");
    }

    @Test
    void whatWasLeftForLaterIsTakenOnceTimeHasPassed() {
        List.of(contact(8, "loans", 5), contact(9, "loans", 4)).forEach(matching::contactWaits);
        List.of(id(8), id(9)).forEach(matching::contactGone);
        queues = List.of(NamedQueues.queue("loans", "slack-first"), NamedQueues.queue("cards", "slack-first"));
        free(ALICE);
        List.of(contact(18, "loans", 3), contact(19, "loans", 2)).forEach(matching::contactWaits);
        List.of(id(18), id(19)).forEach(matching::contactGone);
        Waiting card = contact(1, "cards", 0);
        matching.contactWaits(card);
        assertEquals(Optional.empty(), matching.forContact(id(1), NOW));
        assertEquals(Optional.empty(), matching.again(NOW.plusSeconds(14)));
        assertEquals(
                Optional.of(new AgentId("alice")),
                matching.again(NOW.plusSeconds(15)).map(Matching.Match::agent));
    }
}
