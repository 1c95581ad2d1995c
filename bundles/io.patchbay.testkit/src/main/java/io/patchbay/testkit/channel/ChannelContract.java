// SPDX-License-Identifier: Apache-2.0
package io.patchbay.testkit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSession.OutboundMessage;
import io.patchbay.spi.channel.ChannelSession.QueuePlace;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What every text channel must do. A channel's test is a top-level class that implements it. */
public interface ChannelContract {
    /**
     * Starts the channel against a core, with a remote party that speaks its protocol for real.
     *
     * @param intake the core
     * @return the remote party; closing it stops the channel too
     * @throws Exception if it cannot be started
     */
    Remote start(Intake intake) throws Exception;

    /** A remote party. */
    interface Remote extends AutoCloseable {
        /**
         * Begins a contact.
         *
         * @param text its first words
         */
        void arrives(String text);

        /**
         * Writes on.
         *
         * @param text more words
         */
        void says(String text);

        /** Goes. */
        void leaves();

        /**
         * All it was told so far.
         *
         * @return the protocol's lines, in order, as one text
         */
        String told();

        /**
         * Ends the remote party and the channel.
         *
         * @throws java.io.IOException if either is already gone
         */
        @Override
        void close() throws java.io.IOException;
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "did not come true within 10 s");
            Thread.onSpinWait();
        }
    }

    private static ChannelSession arrived(Remote remote, FakeIntake core) {
        remote.arrives("hello");
        until(() -> core.arrivals().size() == 1);
        return core.sessions().get(0);
    }

    /** A contact is acknowledged only once the core has it. */
    @Test
    default void nothingIsAcknowledgedBeforeItIsCommitted() throws Exception {
        FakeIntake core = new FakeIntake();
        try (Remote remote = start(core)) {
            ChannelSession session = arrived(remote, core);
            assertFalse(remote.told().contains("committed"), remote.told());
            session.committed(InteractionId.at(1), ConversationId.at(1));
            until(() -> remote.told().contains("committed"));
            assertEquals("hello", core.arrivals().get(0).messages().get(0).text());
        }
    }

    /** A core that is full is told to the remote party, and a later try succeeds. */
    @Test
    default void overloadIsToldAndALaterTrySucceeds() throws Exception {
        FakeIntake core = new FakeIntake();
        core.overloaded(true);
        try (Remote remote = start(core)) {
            remote.arrives("hello");
            until(() -> remote.told().contains("refused"));
            core.overloaded(false);
            arrived(remote, core);
        }
    }

    /** What the remote party writes reaches the core in order, and is acknowledged when the core says so. */
    @Test
    default void wordsReachTheCoreInOrder() throws Exception {
        FakeIntake core = new FakeIntake();
        try (Remote remote = start(core)) {
            ChannelSession session = arrived(remote, core);
            remote.says("one");
            remote.says("two");
            until(() -> core.signals().size() == 2);
            assertEquals("one", ((ChannelSignal.MessageArrived) core.signals().get(0)).text());
            ChannelSignal.MessageArrived second =
                    (ChannelSignal.MessageArrived) core.signals().get(1);
            assertEquals("two", second.text());
            session.accepted(second.id(), Instant.EPOCH);
            until(() -> remote.told().contains("ack"));
        }
    }

    /** The remote party is told its place, the agent who joins, what he writes, and the end. */
    @Test
    default void theRemotePartyIsToldWhatTheCoreTells() throws Exception {
        FakeIntake core = new FakeIntake();
        try (Remote remote = start(core)) {
            ChannelSession session = arrived(remote, core);
            session.queued(new QueuePlace(3, 40, true));
            session.connect(new AgentId("alice"), "Alice");
            session.send(new OutboundMessage(new MessageId("m1"), "Alice", "您好", Instant.EPOCH));
            until(() -> remote.told().contains("您好"));
            assertTrue(remote.told().contains("3") && remote.told().contains("Alice"), remote.told());
            until(() -> core.signals().contains(new ChannelSignal.MessageDelivered(new MessageId("m1"))));
            session.end();
            until(() -> remote.told().contains("ended"));
        }
    }

    /** A remote party that goes is reported. */
    @Test
    default void leavingIsReported() throws Exception {
        FakeIntake core = new FakeIntake();
        try (Remote remote = start(core)) {
            arrived(remote, core);
            remote.leaves();
            until(() -> core.signals().stream().anyMatch(ChannelSignal.RemoteLeft.class::isInstance));
        }
    }

    /** A refusal reaches the remote party in words. */
    @Test
    default void aRefusalIsToldInWords() throws Exception {
        FakeIntake core = new FakeIntake();
        try (Remote remote = start(core)) {
            arrived(remote, core).refused(new Problem("closed", "We are closed.", "已下班。"));
            until(() -> remote.told().contains("closed"));
        }
    }
}
