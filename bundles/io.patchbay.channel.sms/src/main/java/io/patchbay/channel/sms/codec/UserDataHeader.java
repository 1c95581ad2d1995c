// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import java.util.Arrays;
import java.util.Optional;

/**
 * What stands before the content of a part (3GPP TS 23.040, 9.2.3.24).
 *
 * @param place where the part stands, if the header says so sensibly
 * @param content what follows
 * @param plain false if the header says that the content is no plain text (other tables, ports)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UserDataHeader(Optional<Place> place, byte[] content, boolean plain) {
    private static final int CONCATENATED_8 = 0x00;
    private static final int CONCATENATED_16 = 0x08;
    private static final int PORTS_8 = 0x04;
    private static final int PORTS_16 = 0x05;
    private static final int SINGLE_SHIFT = 0x24;
    private static final int LOCKING_SHIFT = 0x25;

    /** Reads the header; one that overruns its octets is none, and all octets are content. */
    public static UserDataHeader read(byte[] octets) {
        int end = octets.length == 0 ? 1 : (octets[0] & 0xff) + 1;
        if (end > octets.length) {
            return new UserDataHeader(Optional.empty(), octets, false);
        }
        Optional<Place> place = Optional.empty();
        boolean plain = true;
        int at = 1;
        while (at + 2 <= end) {
            int id = octets[at] & 0xff;
            int length = octets[at + 1] & 0xff;
            int next = at + 2 + length;
            if (next > end) {
                return new UserDataHeader(Optional.empty(), octets, false);
            }
            place = place.or(() -> place(id, Arrays.copyOfRange(octets, next - length, next)));
            plain &= id != PORTS_8 && id != PORTS_16 && id != SINGLE_SHIFT && id != LOCKING_SHIFT;
            at = next;
        }
        return new UserDataHeader(place, Arrays.copyOfRange(octets, end, octets.length), plain);
    }

    private static Optional<Place> place(int id, byte[] value) {
        boolean wide = id == CONCATENATED_16 && value.length == 4;
        if (!wide && (id != CONCATENATED_8 || value.length != 3)) {
            return Optional.empty();
        }
        int reference = wide ? ((value[0] & 0xff) << 8) | (value[1] & 0xff) : value[0] & 0xff;
        return place(reference, value[value.length - 2] & 0xff, value[value.length - 1] & 0xff);
    }

    /** A place, unless the numbers make no sense; such a part is an SMS of its own (23.040, 9.2.3.24.1). */
    public static Optional<Place> place(int reference, int total, int number) {
        return total < 1 || number < 1 || number > total || total > 255
                ? Optional.empty()
                : Optional.of(new Place(reference, total, number));
    }

    /** The header of a part as it goes out. */
    public static byte[] write(Place place, Carriage carriage) {
        byte total = (byte) place.total();
        byte number = (byte) place.number();
        int reference = place.reference();
        return carriage == Carriage.UDH16
                ? new byte[] {6, CONCATENATED_16, 4, (byte) (reference >> 8), (byte) reference, total, number}
                : new byte[] {5, CONCATENATED_8, 3, (byte) reference, total, number};
    }
}
