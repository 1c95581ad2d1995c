// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.guard;

import static io.patchbay.routing.strategy.Scene.NOW;
import static io.patchbay.routing.strategy.Scene.agent;
import static io.patchbay.routing.strategy.Scene.contact;
import static io.patchbay.routing.strategy.Scene.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.id.AgentId;
import io.patchbay.routing.matching.FloorMatching;
import io.patchbay.routing.matching.NamedQueues;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.IndexedFloor;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.routing.RoutingStrategy;
import io.patchbay.spi.routing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class GuardTest {
    private static final FreeAgent ALICE = agent("alice", 10, "loans");

    private final StrategyBook book = new StrategyBook(Duration.ofSeconds(60));

    private Optional<Matching.Match> decided(StrategyBook strategies) {
        Matching matching = new FloorMatching(() -> List.of(NamedQueues.queue("loans", "own")), strategies);
        matching.agentChanged(ALICE.agent(), Optional.of(ALICE));
        matching.contactWaits(contact(1, "loans", 5));
        return matching.forContact(id(1), NOW);
    }

    /** Says the same to every question. */
    private record Answering(Supplier<Choice<AgentId>> answer) implements RoutingStrategy {
        @Override
        public Choice<ContactId> contactFor(FreeAgent agent, Floor floor, Instant now) {
            throw new AssertionError("not asked here");
        }

        @Override
        public Choice<AgentId> agentFor(Waiting contact, Floor floor, Instant now) {
            assertFalse(floor instanceof IndexedFloor, "it must not be able to change the floor");
            return answer.get();
        }
    }

    @Test
    void aPlugInsStrategyDecides() {
        book.add("own", new Answering(() -> new Choice.Take<>(ALICE.agent(), "mine")));
        assertEquals("mine", decided(book).orElseThrow().reason());
        book.add("own", new Answering(() -> new Choice.Leave<>("later")));
        assertEquals(Optional.empty(), decided(book));
    }

    @Test
    void oneThatThrowsIsCutOffAndTheDefaultDecidesAtOnce() {
        book.add("own", new Answering(() -> {
            throw new IllegalStateException("broken");
        }));
        assertEquals(ALICE.agent(), decided(book).orElseThrow().agent());
        assertTrue(book.cutOff().get("own").contains("broken"), book.cutOff().toString());
    }

    @Test
    void oneThatAnswersNonsenseIsCutOff() {
        book.add("own", new Answering(() -> new Choice.Take<>(new AgentId("nobody"), "?")));
        assertEquals(ALICE.agent(), decided(book).orElseThrow().agent());
        assertTrue(book.cutOff().get("own").contains("nobody"), book.cutOff().toString());
        StrategyBook other = new StrategyBook(Duration.ofSeconds(60));
        other.add("own", new Answering(() -> null));
        assertEquals(ALICE.agent(), decided(other).orElseThrow().agent());
        assertEquals("it answered null", other.cutOff().get("own"));
    }

    @Test
    void oneThatTakesTooLongIsInterruptedAndTheDefaultDecides() throws InterruptedException {
        StrategyBook quick = new StrategyBook(StrategyBook.LIMIT);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        quick.add("own", new Answering(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return new Choice.Leave<>("too late");
        }));
        assertEquals(ALICE.agent(), decided(quick).orElseThrow().agent());
        assertEquals("it took longer than 20 ms", quick.cutOff().get("own"));
        assertTrue(interrupted.await(60, TimeUnit.SECONDS));
    }

    @Test
    void anUpdateOrAnAdministratorBringsItBack() {
        RoutingStrategy broken = new Answering(() -> null);
        book.add("own", broken);
        decided(book);
        assertEquals("slack-first", book.effective("own"));
        book.chosen("own");
        assertEquals("own", book.effective("own"));
        decided(book);
        RoutingStrategy mended = new Answering(() -> new Choice.Leave<>("mended"));
        book.add("own", mended);
        book.remove("own", broken);
        assertEquals("own", book.effective("own"));
        assertEquals(Optional.empty(), decided(book));
        book.remove("own", mended);
        assertEquals("slack-first", book.effective("own"));
        assertEquals(java.util.Set.of("own"), book.missing());
    }

    @Test
    void theBuiltInOnesCannotBeReplaced() {
        book.add("slack-first", new Answering(() -> null));
        assertEquals("slack-first", book.effective("slack-first"));
        assertTrue(book.strategy("slack-first").inline());
        assertEquals(4, book.ids().size());
    }
}
