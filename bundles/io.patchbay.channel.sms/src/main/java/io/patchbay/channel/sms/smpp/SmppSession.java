// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import io.patchbay.spi.channel.ChannelAccount.State;
import java.io.IOException;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transceiver that keeps itself bound to one SMSC: after a loss it tries again with growing pauses. */
public final class SmppSession implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmppSession.class);
    private static final int UNBIND_SECONDS = 2;

    private final SmppSettings settings;
    private final Hearer hearer;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final SubmitWindow window;
    private volatile Condition condition = new Condition(State.CONNECTING, "connecting");
    private Optional<SmppLink> link = Optional.empty();
    private int tries;
    private boolean closed;

    /** How the session is, and why. */
    public record Condition(State state, String reason) {}

    public SmppSession(SmppSettings settings, Hearer hearer, InstantSource clock) {
        this.settings = settings;
        this.hearer = hearer;
        this.clock = clock;
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "patchbay-sms-" + settings.name() + "-timer");
            thread.setDaemon(true);
            return thread;
        });
        window = new SubmitWindow(settings, timer, clock);
    }

    /** Begins to connect; returns at once. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the timer
    public void start() {
        long every = Math.max(20, settings.timing().enquire().toMillis() / 4);
        timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        timer.execute(this::connect);
    }

    public Condition condition() {
        return condition;
    }

    /** Completes when the SMSC has finally answered; waits for a connection and for its turn until then. */
    public CompletionStage<Answer> submit(Submission submission) {
        return window.submit(submission);
    }

    private void look() {
        window.expire();
        current()
                .ifPresent(open ->
                        open.look(settings.timing().enquire(), settings.timing().answer()));
    }

    private synchronized Optional<SmppLink> current() {
        return link;
    }

    private void connect() {
        synchronized (this) {
            if (closed || link.isPresent()) {
                return;
            }
            tries++;
        }
        try {
            Socket socket = Sockets.open(settings);
            Attempt attempt = new Attempt();
            SmppLink open = new SmppLink(socket, settings.name(), hearer, clock, attempt::lost);
            attempt.began(open);
            open.bind(settings.login()).whenComplete((pdu, failure) -> attempt.answered(pdu));
        } catch (IOException e) {
            told(State.DOWN, settings.host() + ":" + settings.port() + " cannot be reached: " + e.getMessage());
            later();
        }
    }

    /** One connection from its beginning to its end. */
    private final class Attempt {
        private SmppLink open;
        private boolean refused;
        private boolean over;

        void began(SmppLink opened) {
            synchronized (SmppSession.this) {
                open = opened;
                if (!over && !closed) {
                    link = Optional.of(opened);
                }
            }
        }

        void answered(byte[] pdu) {
            if (pdu != null && Pdus.status(pdu) == Status.OK) {
                synchronized (SmppSession.this) {
                    tries = 0;
                }
                told(State.UP, "");
                log.info("SMS account {} is bound to {}:{}", settings.name(), settings.host(), settings.port());
                window.use(open);
            } else if (pdu != null) {
                refused = true;
                told(State.REFUSED, "the SMSC refuses the bind: " + Status.words(Pdus.status(pdu)));
                open.close();
            }
        }

        void lost(String reason) {
            boolean again;
            synchronized (SmppSession.this) {
                over = true;
                link = Optional.empty();
                again = !closed;
            }
            window.use(null);
            if (again) {
                if (!refused) {
                    told(State.DOWN, reason);
                }
                later();
            }
        }
    }

    private void told(State state, String reason) {
        Condition now = new Condition(state, reason);
        if (!now.equals(condition)) {
            condition = now;
            log.debug("SMS account {}: {} {}", settings.name(), state, reason);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // its end is a new condition
    private synchronized void later() {
        if (!closed) {
            long millis = settings.timing().pause(Math.max(1, tries)).toMillis();
            timer.schedule(this::connect, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Unbinds; what waits for the SMSC ends without an answer. */
    @Override
    public void close() {
        Optional<SmppLink> open;
        synchronized (this) {
            closed = true;
            open = link;
        }
        window.close();
        open.ifPresent(this::unbind);
        timer.shutdownNow();
        told(State.DOWN, "stopped");
    }

    private void unbind(SmppLink open) {
        open.unbind()
                .toCompletableFuture()
                .completeOnTimeout(new byte[0], UNBIND_SECONDS, TimeUnit.SECONDS)
                .exceptionally(gone -> new byte[0])
                .join();
        open.close();
    }
}
