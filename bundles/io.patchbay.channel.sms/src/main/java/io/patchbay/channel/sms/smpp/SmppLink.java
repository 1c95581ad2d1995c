// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUComposer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to an SMSC. One thread reads, one writes. What it cannot understand costs that PDU, what it cannot
 * frame costs the connection.
 */
final class SmppLink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmppLink.class);
    private static final int MOST_HEARD_AT_A_TIME = 1000;
    private static final int VERSION = 0x34;
    private static final byte[] LAST = {};

    private final String id = UUID.randomUUID().toString();
    private final Socket socket;
    private final BlockingQueue<byte[]> toWrite = new LinkedBlockingQueue<>();
    private final Hearer hearer;
    private final InstantSource clock;
    private final Consumer<String> lost;
    private final PDUComposer composer = new DefaultComposer();
    private final AtomicInteger sequence = new AtomicInteger();
    private final Map<Integer, Asked> asked = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, Instant> unanswered = new ConcurrentSkipListMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile String leaving = "";
    private volatile long heardAtNanos = System.nanoTime();

    /** An answer to it proves that what we had answered before it has arrived: all that came before {@code proves}. */
    private record Asked(CompletableFuture<byte[]> answer, Instant proves, long atNanos) {}

    /** {@code lost} is told once why the connection ended. */
    SmppLink(Socket socket, String name, Hearer hearer, InstantSource clock, Consumer<String> lost) throws IOException {
        this.socket = socket;
        this.clock = clock;
        this.hearer = hearer;
        this.lost = lost;
        OutputStream out = new BufferedOutputStream(socket.getOutputStream());
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        begin(() -> read(in), "patchbay-sms-" + name + "-in");
        begin(() -> write(out), "patchbay-sms-" + name + "-out");
    }

    private static void begin(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** A PDU in the making that needs its sequence_number. */
    private interface Request {
        byte[] pdu(int sequence) throws PDUStringException;
    }

    CompletionStage<byte[]> bind(SmppSettings.Login login) {
        return ask(number -> composer.bind(
                SMPPConstant.CID_BIND_TRANSCEIVER,
                number,
                login.systemId(),
                login.password(),
                "",
                (byte) VERSION,
                (byte) 0,
                (byte) 0,
                ""));
    }

    CompletionStage<byte[]> submit(Submission submission) {
        return ask(submission::pdu);
    }

    CompletionStage<byte[]> unbind() {
        return ask(composer::unbind);
    }

    /** Asks whether the SMSC is there if it has been silent; gives up on it if an answer is overdue. */
    void look(Duration silence, Duration patience) {
        long now = System.nanoTime();
        if (asked.values().stream().anyMatch(one -> now - one.atNanos > patience.toNanos())) {
            end("the SMSC does not answer");
        } else if (now - heardAtNanos > silence.toNanos()) {
            ask(composer::enquireLink);
        }
    }

    private CompletionStage<byte[]> ask(Request request) {
        int number = sequence.updateAndGet(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
        Asked one = new Asked(new CompletableFuture<>(), answeredBefore(), System.nanoTime());
        asked.put(number, one);
        try {
            toWrite.add(request.pdu(number));
        } catch (PDUStringException e) {
            asked.remove(number);
            one.answer.completeExceptionally(e);
        }
        if (closed.get()) {
            abandon();
        }
        return one.answer;
    }

    /** A peer that does not read stops this thread only. */
    private void write(OutputStream out) {
        try {
            for (byte[] pdu = toWrite.take(); pdu != LAST; pdu = toWrite.take()) {
                out.write(pdu);
                if (toWrite.isEmpty()) {
                    out.flush();
                }
            }
            out.flush();
            end("closed by us");
        } catch (IOException e) {
            end(words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(DataInputStream in) {
        try {
            while (leaving.isEmpty()) {
                byte[] pdu = Pdus.read(in);
                heardAtNanos = System.nanoTime();
                take(pdu);
            }
        } catch (Pdus.BadLength e) {
            leave(composer.genericNack(SMPPConstant.STAT_ESME_RINVCMDLEN, 0), "the SMSC sent " + e.getMessage());
        } catch (IOException e) {
            end(words(e));
        }
    }

    private void take(byte[] pdu) {
        int number = Pdus.sequence(pdu);
        if (Pdus.isAnswer(pdu)) {
            answered(pdu);
            return;
        }
        switch (Pdus.command(pdu)) {
            case SMPPConstant.CID_DELIVER_SM, SMPPConstant.CID_DATA_SM -> delivered(pdu);
            case SMPPConstant.CID_ENQUIRE_LINK -> toWrite.add(composer.enquireLinkResp(number));
            case SMPPConstant.CID_UNBIND -> leave(composer.unbindResp(Status.OK, number), "the SMSC ended the session");
            case SMPPConstant.CID_ALERT_NOTIFICATION -> log.debug("alert_notification taken");
            default -> toWrite.add(composer.genericNack(SMPPConstant.STAT_ESME_RINVCMDID, number));
        }
    }

    private void answered(byte[] pdu) {
        Asked one = asked.remove(Pdus.sequence(pdu));
        if (one != null) {
            one.answer.complete(pdu);
            hearer.proven(id, one.proves);
        }
    }

    /** What came before this moment has its answer in the line of what is written. */
    private Instant answeredBefore() {
        synchronized (unanswered) {
            Map.Entry<Long, Instant> oldest = unanswered.firstEntry();
            return oldest == null ? clock.instant() : oldest.getValue();
        }
    }

    private void delivered(byte[] pdu) {
        Delivery delivery;
        try {
            DefaultDecomposer decomposer = new DefaultDecomposer();
            AbstractSmCommand command = Pdus.command(pdu) == SMPPConstant.CID_DELIVER_SM
                    ? decomposer.deliverSm(pdu)
                    : decomposer.dataSm(pdu);
            delivery = Pdus.delivery(command, id);
        } catch (PDUStringException | RuntimeException e) { // jSMPP runs over the end of what is too short
            log.debug("A PDU that could not be read", e);
            told(pdu, SMPPConstant.STAT_ESME_RINVMSGLEN);
            return;
        }
        if (unanswered.size() >= MOST_HEARD_AT_A_TIME) {
            told(pdu, SMPPConstant.STAT_ESME_RTHROTTLED);
            return;
        }
        long key = System.nanoTime() << 10 | unanswered.size();
        synchronized (unanswered) {
            unanswered.put(key, clock.instant());
        }
        hearer.heard(delivery).whenComplete((status, failure) -> {
            told(pdu, failure == null ? status : Status.TRY_AGAIN);
            unanswered.remove(key);
        });
    }

    /** Answers a deliver_sm or data_sm. */
    private void told(byte[] pdu, int status) {
        int number = Pdus.sequence(pdu);
        toWrite.add(
                Pdus.command(pdu) == SMPPConstant.CID_DELIVER_SM
                        ? composer.deliverSmResp(status, number, "")
                        : composer.composeHeader(SMPPConstant.CID_DATA_SM_RESP, status, number));
    }

    /** A last answer, then the end. */
    private void leave(byte[] pdu, String reason) {
        leaving = reason;
        toWrite.add(pdu);
        toWrite.add(LAST);
    }

    private static String words(IOException e) {
        return e instanceof EOFException ? "the SMSC closed the connection" : "connection lost: " + e.getMessage();
    }

    private void end(String reason) {
        if (closed.compareAndSet(false, true)) {
            try {
                socket.close();
            } catch (IOException e) {
                log.debug("Closing a connection", e);
            }
            toWrite.add(LAST);
            lost.accept(leaving.isEmpty() ? reason : leaving);
        }
        abandon();
    }

    private void abandon() {
        for (Integer number : List.copyOf(asked.keySet())) {
            Asked one = asked.remove(number);
            if (one != null) {
                one.answer.completeExceptionally(new IOException("connection lost before the answer"));
            }
        }
    }

    @Override
    public void close() {
        end("closed by us");
    }
}
