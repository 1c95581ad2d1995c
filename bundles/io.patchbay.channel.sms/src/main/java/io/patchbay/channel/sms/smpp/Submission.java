// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import io.patchbay.channel.sms.codec.Carriage;
import io.patchbay.channel.sms.codec.Part;
import io.patchbay.channel.sms.codec.UserDataHeader;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;

/**
 * One part of an SMS to hand to the SMSC.
 *
 * @param from our number or name
 * @param to the receiver's number
 * @param part the content
 * @param carriage how it is shown to be a part
 * @param until when it is no longer worth trying
 */
public record Submission(End from, End to, Part part, Carriage carriage, Instant until) {
    private static final byte WITH_HEADER = 0x40;
    private static final byte RECEIPT_WANTED = 1;
    private static final int LONGEST_SHORT_MESSAGE = 254;

    /**
     * A number as SMPP wants it (SMPP 3.4, 5.2.5 and 5.2.6).
     *
     * @param number at most 20 characters
     * @param ton its type
     * @param npi its plan
     */
    public record End(String number, int ton, int npi) {
        /** Hides the number. */
        @Override
        public String toString() {
            return "End[type " + ton + "]";
        }
    }

    byte[] pdu(int sequence) throws PDUStringException {
        List<OptionalParameter> parameters = new ArrayList<>();
        byte[] message = message(parameters);
        boolean header = part.place().isPresent() && (carriage == Carriage.UDH8 || carriage == Carriage.UDH16);
        return new DefaultComposer()
                .submitSm(
                        sequence,
                        "",
                        (byte) from.ton(),
                        (byte) from.npi(),
                        from.number(),
                        (byte) to.ton(),
                        (byte) to.npi(),
                        to.number(),
                        header ? WITH_HEADER : 0,
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        RECEIPT_WANTED,
                        (byte) 0,
                        (byte) part.dataCoding(),
                        (byte) 0,
                        message,
                        parameters.toArray(OptionalParameter[]::new));
    }

    private byte[] message(List<OptionalParameter> parameters) {
        if (part.content().length > LONGEST_SHORT_MESSAGE) {
            parameters.add(new OptionalParameter.Message_payload(part.content()));
            return new byte[0];
        } else if (part.place().isEmpty()) {
            return part.content();
        } else if (carriage == Carriage.SAR) {
            var place = part.place().get();
            parameters.add(new OptionalParameter.Sar_msg_ref_num((short) place.reference()));
            parameters.add(new OptionalParameter.Sar_total_segments((byte) place.total()));
            parameters.add(new OptionalParameter.Sar_segment_seqnum((byte) place.number()));
            return part.content();
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(UserDataHeader.write(part.place().get(), carriage));
        message.writeBytes(part.content());
        return message.toByteArray();
    }
}
