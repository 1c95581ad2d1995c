// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import io.patchbay.api.address.Address;
import io.patchbay.channel.sms.codec.Carriage;
import io.patchbay.channel.sms.smpp.SmppSession;
import io.patchbay.channel.sms.smpp.SmppSettings;
import io.patchbay.channel.sms.smpp.Submission;
import io.patchbay.channel.sms.store.OptOuts;
import io.patchbay.channel.sms.store.OutgoingTable;
import io.patchbay.channel.sms.store.PartTable;
import io.patchbay.channel.sms.store.TakenTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One account at work: its session, what it takes and what it sends. */
public final class SmsAccount implements AutoCloseable {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int SWEEP_SECONDS = 60;

    private final Profile profile;
    private final ScheduledExecutorService lane;
    private final SmppSession session;
    private final Sender sender;
    private final Receiver receiver;
    private final Kept kept;
    private final InstantSource clock;

    /**
     * Who we are at the SMSC.
     *
     * @param smpp how it is reached
     * @param sourceAddress our number or name
     * @param numbers the region's numbers
     * @param carriage how long SMS go
     */
    public record Profile(SmppSettings smpp, String sourceAddress, Numbers numbers, Carriage carriage) {
        /** Our address: what people write to. */
        public Address address() {
            return numbers.own(sourceAddress);
        }

        Submission.End end() {
            return numbers.end(address())
                    .orElseThrow(() ->
                            new IllegalArgumentException("\"" + sourceAddress + "\" cannot be the sender of an SMS"));
        }
    }

    /** What all accounts keep together. */
    public record Kept(OutgoingTable outgoing, TakenTable taken, PartTable parts, OptOuts optOuts) {}

    public SmsAccount(Profile profile, Kept kept, Core core, InstantSource clock) {
        this.profile = profile;
        this.kept = kept;
        this.clock = clock;
        String name = profile.smpp().name();
        lane = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "patchbay-sms-" + name + "-lane");
            thread.setDaemon(true);
            return thread;
        });
        receiver = new Receiver(
                name,
                profile.numbers(),
                new Receiver.Tables(kept.taken(), kept.parts(), kept.optOuts()),
                core,
                new Receiver.Onward(receipt -> sender().receipt(receipt), sms -> sender().send(sms), lane),
                clock);
        session = new SmppSession(profile.smpp(), receiver, clock);
        sender = new Sender(
                name,
                new Sender.Outside(profile.end(), profile.numbers(), profile.carriage(), session::submit),
                kept.outgoing(),
                core,
                clock);
    }

    private Sender sender() {
        return sender;
    }

    /** Begins to connect. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the lane
    public void start() {
        session.start();
        lane.scheduleWithFixedDelay(this::sweep, 0, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    private void sweep() {
        receiver.sweep();
        sender.tellAll();
        kept.outgoing().forget(clock.instant().minus(KEPT));
    }

    public Profile profile() {
        return profile;
    }

    public SmppSession.Condition condition() {
        return session.condition();
    }

    /** Completes once the SMSC answered to every part and the answers are durable; fails if the account closes. */
    public CompletionStage<Void> send(OutgoingSms sms) {
        return sender.send(sms);
    }

    @Override
    public void close() {
        session.close();
        lane.shutdown();
    }
}
