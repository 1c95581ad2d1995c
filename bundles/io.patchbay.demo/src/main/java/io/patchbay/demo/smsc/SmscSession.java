// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.smsc;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;

/** One connection of the SMSC. */
final class SmscSession {
    private static final AtomicLong IDS = new AtomicLong(0xA0000000L);
    private static final int AGAIN_MILLIS = 300;
    private static final int RECEIPT_MILLIS = 20;

    private final Smsc smsc;
    private final Socket socket;
    private final OutputStream out;
    private final DefaultComposer composer = new DefaultComposer();
    private final AtomicInteger sequence = new AtomicInteger();
    private final Map<Integer, SmscDelivery> brought = new ConcurrentHashMap<>();
    private volatile boolean bound;

    SmscSession(Smsc smsc, Socket socket) throws IOException {
        this.smsc = smsc;
        this.socket = socket;
        out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    void start() {
        Smsc.thread(this::read, "smsc-session").start();
    }

    boolean isBound() {
        return bound;
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            while (true) {
                int length = in.readInt();
                byte[] pdu = new byte[length];
                ByteBuffer.wrap(pdu).putInt(length);
                in.readFully(pdu, 4, length - 4);
                if (!smsc.isMute()) {
                    take(pdu, ByteBuffer.wrap(pdu));
                }
            }
        } catch (IOException | PDUStringException e) {
            close();
        }
    }

    private void take(byte[] pdu, ByteBuffer head) throws PDUStringException {
        int number = head.getInt(12);
        switch (head.getInt(4)) {
            case SMPPConstant.CID_BIND_TRANSCEIVER,
                    SMPPConstant.CID_BIND_RECEIVER,
                    SMPPConstant.CID_BIND_TRANSMITTER -> bind(
                    new DefaultDecomposer().bind(pdu), head.getInt(4), number);
            case SMPPConstant.CID_SUBMIT_SM -> submit(new DefaultDecomposer().submitSm(pdu), number);
            case SMPPConstant.CID_ENQUIRE_LINK -> write(composer.enquireLinkResp(number));
            case SMPPConstant.CID_DELIVER_SM_RESP -> answered(number, head.getInt(8));
            case SMPPConstant.CID_UNBIND -> {
                write(composer.unbindResp(0, number));
                close();
            }
            default -> {} // generic_nack and the like
        }
    }

    private void bind(Bind bind, int command, int number) throws PDUStringException {
        int answer = command | SMPPConstant.MASK_CID_RESP;
        if (!smsc.admits(bind.getPassword())) {
            write(composer.composeHeader(answer, SMPPConstant.STAT_ESME_RINVPASWD, number));
            return;
        }
        write(composer.bindResp(answer, number, "smsc"));
        if (command != SMPPConstant.CID_BIND_TRANSMITTER) { // nothing is brought to who only sends
            bound = true;
            smsc.bound(this);
        }
    }

    private void submit(SubmitSm submit, int number) {
        int status = smsc.mood().status();
        if (status != 0) {
            later(() -> write(composer.composeHeader(SMPPConstant.CID_SUBMIT_SM_RESP, status, number)));
            return;
        }
        long id = IDS.incrementAndGet();
        smsc.took(submit, Long.toHexString(id));
        SmscMood.Receipts receipts = smsc.mood().receipts();
        if (receipts == SmscMood.Receipts.EARLY) {
            receipt(submit, id, receipts);
        }
        if (smsc.mood().losesAnswer()) {
            close();
            return;
        }
        later(() -> {
            answer(number, id);
            if (receipts != SmscMood.Receipts.EARLY && receipts != SmscMood.Receipts.OFF) {
                smsc.after(RECEIPT_MILLIS, () -> receipt(submit, id, receipts));
            }
        });
    }

    private void answer(int number, long id) {
        try {
            write(composer.submitSmResp(number, Long.toHexString(id)));
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    private void later(Runnable action) {
        long millis = smsc.mood().delay().toMillis();
        if (millis == 0) {
            action.run();
        } else {
            smsc.after(millis, action);
        }
    }

    private void receipt(SubmitSm submit, long id, SmscMood.Receipts kind) {
        boolean delivered = kind != SmscMood.Receipts.FAILED;
        if (kind == SmscMood.Receipts.PARAMETERS) {
            List<OptionalParameter> parameters = List.of(
                    new OptionalParameter.Receipted_message_id(Long.toString(id)),
                    new OptionalParameter.Message_state((byte) 2));
            smsc.bring(new SmscDelivery(submit.getDestAddress(), octets(""), parameters));
            return;
        }
        String text = "id:" + Long.toHexString(id) + " sub:001 dlvrd:" + (delivered ? "001" : "000")
                + " submit date:2611220800 done date:2611220800 stat:"
                + (delivered ? "DELIVRD err:000" : "UNDELIV err:069")
                + " text:";
        smsc.bring(new SmscDelivery(submit.getDestAddress(), octets(text), List.of()));
    }

    private static SmscText.Octets octets(String receipt) {
        return new SmscText.Octets(4, 0, receipt.getBytes(StandardCharsets.US_ASCII));
    }

    void bring(SmscDelivery delivery) {
        int number = sequence.incrementAndGet();
        brought.put(number, delivery);
        write(delivery.pdu(number, "10690000"));
    }

    private void answered(int number, int status) {
        SmscDelivery delivery = brought.remove(number);
        if (delivery != null) {
            delivery.answered(status);
            boolean again = status == SMPPConstant.STAT_ESME_RX_T_APPN || status == SMPPConstant.STAT_ESME_RTHROTTLED;
            if (again) {
                smsc.after(AGAIN_MILLIS, () -> smsc.again(delivery));
            }
        }
    }

    void write(byte[] pdu) {
        try {
            synchronized (out) {
                out.write(pdu);
                out.flush();
            }
        } catch (IOException e) {
            close();
        }
    }

    void close() {
        bound = false;
        smsc.gone(this);
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
