// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import io.patchbay.channel.sms.codec.Part;
import io.patchbay.channel.sms.codec.Place;
import io.patchbay.channel.sms.codec.UserDataHeader;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/** PDUs between the stream and us. */
final class Pdus {
    static final int HEADER = 16;

    private static final int LONGEST = 80 * 1024;
    private static final int USER_DATA_HEADER = 0x40;
    private static final int TYPE = 0x3c;
    private static final int RECEIPT = 0x04;
    private static final int BINARY = 4;

    private Pdus() {}

    /** A length that no PDU has; nothing after it can be understood. */
    static final class BadLength extends IOException {
        private static final long serialVersionUID = 1L;

        BadLength(int length) {
            super("a PDU of " + Integer.toUnsignedString(length) + " bytes");
        }
    }

    static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < HEADER || length > LONGEST) {
            throw new BadLength(length);
        }
        byte[] pdu = new byte[length];
        ByteBuffer.wrap(pdu).putInt(length);
        in.readFully(pdu, 4, length - 4);
        return pdu;
    }

    static int command(byte[] pdu) {
        return ByteBuffer.wrap(pdu).getInt(4);
    }

    static int status(byte[] pdu) {
        return ByteBuffer.wrap(pdu).getInt(8);
    }

    static int sequence(byte[] pdu) {
        return ByteBuffer.wrap(pdu).getInt(12);
    }

    static boolean isAnswer(byte[] pdu) {
        return (command(pdu) & SMPPConstant.MASK_CID_RESP) != 0;
    }

    /** The meaning of a deliver_sm or data_sm. */
    static Delivery delivery(AbstractSmCommand command, String link) {
        Part part = part(command);
        Optional<Receipt> receipt = (command.getEsmClass() & TYPE) == RECEIPT
                ? Optional.of(receipt(command, part.content()))
                : Optional.empty();
        return new Delivery(
                new Delivery.Party(command.getSourceAddr(), command.getSourceAddrTon()),
                command.getDestAddress(),
                part,
                receipt,
                link,
                command.getSequenceNumber());
    }

    private static Part part(AbstractSmCommand command) {
        byte[] octets = octets(command);
        int coding = command.getDataCoding() & 0xff;
        if ((command.getEsmClass() & USER_DATA_HEADER) == 0) {
            return new Part(coding, octets, sar(command));
        }
        UserDataHeader header = UserDataHeader.read(octets);
        return new Part(header.plain() ? coding : BINARY, header.content(), header.place());
    }

    private static byte[] octets(AbstractSmCommand command) {
        byte[] payload =
                command.getOptionalParameter(Tag.MESSAGE_PAYLOAD) instanceof OptionalParameter.OctetString found
                        ? found.getValue()
                        : new byte[0];
        byte[] message = command instanceof DeliverSm deliver ? deliver.getShortMessage() : new byte[0];
        return message == null || message.length == 0 ? payload : message;
    }

    private static Optional<Place> sar(AbstractSmCommand command) {
        int reference = number(command, Tag.SAR_MSG_REF_NUM);
        int total = number(command, Tag.SAR_TOTAL_SEGMENTS);
        int number = number(command, Tag.SAR_SEGMENT_SEQNUM);
        return reference < 0 ? Optional.empty() : UserDataHeader.place(reference, total, number);
    }

    /** A number among the optional parameters; -1 if it is not there. */
    private static int number(AbstractSmCommand command, Tag tag) {
        OptionalParameter parameter = command.getOptionalParameter(tag);
        if (parameter instanceof OptionalParameter.Short two) {
            return two.getValue() & 0xffff;
        }
        return parameter instanceof OptionalParameter.Byte one ? one.getValue() & 0xff : -1;
    }

    private static Receipt receipt(AbstractSmCommand command, byte[] octets) {
        Optional<String> id =
                command.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID) instanceof OptionalParameter.COctetString found
                        ? Optional.ofNullable(found.getValueAsString())
                        : Optional.empty();
        return Receipt.read(new String(octets, StandardCharsets.ISO_8859_1), id, number(command, Tag.MESSAGE_STATE));
    }
}
