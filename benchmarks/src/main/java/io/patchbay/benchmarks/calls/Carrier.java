// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The trunk's far end: brings callers, each from a number of his own, and counts what becomes of them. */
final class Carrier implements AutoCloseable {
    private static final long T1_MILLIS = 500; // RFC 3261, 17.1.1.1
    private static final int TRIES = 6;

    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Random random = new Random(3);
    private final ScheduledExecutorService timer;
    private final Sound silent;
    private final Wire wire;
    private final int sipPort;
    private volatile Tally tally = new Tally();

    /** What became of the calls of one measurement. */
    static final class Tally {
        final Samples setUp = new Samples();
        final AtomicInteger placed = new AtomicInteger();
        final AtomicInteger answered = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger silence = new AtomicInteger();
        final AtomicInteger repeated = new AtomicInteger();

        int failed() {
            return refused.get() + silence.get();
        }
    }

    /** Where a caller's sound is. */
    record Ear(Sound sound, int line, boolean talks) {}

    Carrier(int sipPort, Sound silent, ScheduledExecutorService timer) throws IOException {
        this.sipPort = sipPort;
        this.silent = silent;
        this.timer = timer;
        wire = new Wire("benchmark-carrier", sipPort, this::take);
        wire.open();
    }

    /** Counts anew. */
    Tally count() {
        tally = new Tally();
        return tally;
    }

    /** Calls that are not over. */
    int open() {
        return calls.size();
    }

    /** A caller who says nothing and hangs up a while after he was answered. */
    void call(String dialled, Duration least, Duration most) {
        long more = random.nextInt((int) (most.toMillis() - least.toMillis()) + 1);
        begin(dialled, new Ear(silent, 0, false), Optional.of(least.plusMillis(more)));
    }

    /** A caller who stays until he is hung up on. */
    void stay(String dialled, Ear ear) {
        begin(dialled, ear, Optional.empty());
    }

    private void begin(String dialled, Ear ear, Optional<Duration> talk) {
        Call call = new Call(numbers.incrementAndGet(), dialled, ear, talk, tally);
        calls.put(call.id, call);
        tally.placed.incrementAndGet();
        call.invite(0);
    }

    /** All callers hang up. */
    void hangUp() {
        calls.values().forEach(call -> call.bye(0));
    }

    private void take(SipMessage message) {
        Call call = calls.get(message.header("Call-ID"));
        if (!message.isAnswer()) {
            if (message.method().equals("BYE")) {
                wire.send(message.answer("200 OK", "c", "", ""));
                calls.remove(message.header("Call-ID"));
            }
        } else if (call != null) {
            call.answered(message);
        }
    }

    private void later(long millis, Runnable work) {
        var unused = timer.schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    /** One caller; its messages come one after the other on the wire's thread. */
    private final class Call {
        private final String id;
        private final String from;
        private final Ear ear;
        private final Optional<Duration> talk;
        private final Tally mine;
        private volatile long began;
        private volatile String to;
        private volatile String target;

        Call(int number, String dialled, Ear ear, Optional<Duration> talk, Tally mine) {
            this.id = number + "@carrier" + wire.port();
            this.from = String.format("139%08d", number);
            this.ear = ear;
            this.talk = talk;
            this.mine = mine;
            to = "<sip:" + dialled + "@127.0.0.1:" + sipPort + ">";
            target = "sip:" + dialled + "@127.0.0.1:" + sipPort;
        }

        void invite(int tries) {
            if (tries == 0) {
                began = System.nanoTime();
            } else if (!to.contains("tag=") && calls.containsKey(id)) {
                mine.repeated.incrementAndGet();
            } else {
                return;
            }
            if (tries == TRIES) {
                mine.silence.incrementAndGet();
                calls.remove(id);
                return;
            }
            wire.send(request(
                    "INVITE",
                    "i",
                    "Contact: <sip:" + from + "@127.0.0.1:" + wire.port() + ">\r\n",
                    SipMessage.sdp(ear.sound().port(ear.line()))));
            later(T1_MILLIS << tries, () -> invite(tries + 1));
        }

        void answered(SipMessage answer) {
            boolean invite = answer.header("CSeq").endsWith("INVITE");
            if (answer.status() < 200) {
                return;
            } else if (!invite) {
                calls.remove(id);
            } else if (answer.status() < 300) {
                boolean first = !to.contains("tag=");
                to = answer.header("To");
                target = answer.contact();
                wire.send(request("ACK", "a", "", ""));
                if (first) {
                    begins(answer);
                }
            } else {
                to = answer.header("To");
                wire.send(request("ACK", "i", "", ""));
                if (calls.remove(id) != null) {
                    mine.refused.incrementAndGet();
                }
            }
        }

        private void begins(SipMessage answer) {
            mine.setUp.add(System.nanoTime() - began);
            mine.answered.incrementAndGet();
            if (ear.talks()) {
                ear.sound().talk(ear.line(), answer.soundPort());
            }
            talk.ifPresent(time -> later(time.toMillis(), () -> bye(0)));
        }

        void bye(int tries) {
            if (calls.containsKey(id)) {
                if (tries == TRIES) {
                    calls.remove(id);
                    return;
                }
                wire.send(request("BYE", "b", "", ""));
                later(T1_MILLIS << tries, () -> bye(tries + 1));
            }
        }

        private String request(String method, String branch, String more, String sdp) {
            return String.join(
                    "\r\n",
                    method + " " + target + " SIP/2.0",
                    "Via: SIP/2.0/UDP 127.0.0.1:" + wire.port() + ";branch=z9hG4bK" + branch + from + ";rport",
                    "From: <sip:" + from + "@127.0.0.1>;tag=f" + from,
                    "To: " + to,
                    "Call-ID: " + id,
                    "CSeq: " + (method.equals("BYE") ? 2 : 1) + " " + method,
                    "Max-Forwards: 70",
                    more + (sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n") + "Content-Length: "
                            + sdp.length(),
                    "",
                    sdp);
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
