// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.smsc;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;

/** A deliver_sm that is brought until it is acknowledged. */
public final class SmscDelivery {
    private final String from;
    private final SmscText.Octets octets;
    private final List<OptionalParameter> parameters;
    private final AtomicInteger times = new AtomicInteger();
    private volatile int status = -1;

    SmscDelivery(String from, SmscText.Octets octets, List<OptionalParameter> parameters) {
        this.from = from;
        this.octets = octets;
        this.parameters = parameters;
    }

    byte[] pdu(int sequence, String to) {
        times.incrementAndGet();
        try {
            return new DefaultComposer()
                    .deliverSm(
                            sequence,
                            "",
                            (byte) 1,
                            (byte) 1,
                            from.replace("+", ""),
                            (byte) 0,
                            (byte) 1,
                            to,
                            (byte) octets.esmClass(),
                            (byte) 0,
                            (byte) 0,
                            (byte) 0,
                            (byte) octets.dataCoding(),
                            octets.message(),
                            parameters.toArray(OptionalParameter[]::new));
        } catch (PDUStringException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void answered(int commandStatus) {
        status = commandStatus;
    }

    /** Whether Patchbay has it. */
    public boolean acknowledged() {
        return status == 0;
    }

    /** The last command_status; -1 before any. */
    public int status() {
        return status;
    }

    /** How often it was brought. */
    public int times() {
        return times.get();
    }
}
