// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.Agreed;
import io.patchbay.media.NoPortLeftException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hostile packets from the very address that was agreed: they cost nobody anything. */
class FuzzTest {
    private static final int PACKETS = System.getenv("PATCHBAY_LONG") == null ? 20_000 : 2_000_000;
    private static final int PACKETS_A_TICK = 12;

    private final Random random = new Random(4733);

    /** A valid packet of some kind, of which some bytes are changed, or which is cut or lengthened. */
    private byte[] mutant(byte[] valid) {
        int length = random.nextInt(8) == 0 ? random.nextInt(valid.length + 1) : valid.length;
        length = random.nextInt(50) == 0 ? random.nextInt(65_000) : length;
        byte[] mutant = Arrays.copyOf(valid, length);
        for (int changes = random.nextInt(4); changes > 0 && length > 0; changes--) {
            mutant[random.nextInt(Math.min(length, 40))] = (byte) random.nextInt();
        }
        return mutant;
    }

    private byte[] audio(int n) {
        ByteBuffer packet = ByteBuffer.allocate(172).putShort((short) 0x8008).putShort((short) n);
        return packet.putInt(n * 160).putInt(0x5EED).array();
    }

    private byte[] key(int n) {
        ByteBuffer packet = ByteBuffer.allocate(16).putShort((short) 0x8065).putShort((short) n);
        return packet.putInt(n / 8 * 1_600)
                .putInt(0x5EED)
                .putInt(0x030A0000 | (n % 8 * 160))
                .array();
    }

    private static byte[] report(int n) {
        ByteBuffer packet = ByteBuffer.allocate(76)
                .putInt(0x81C8000C)
                .putInt(0x5EED)
                .putLong(n)
                .putInt(n)
                .putInt(n);
        packet.putInt(n).putInt(1).putInt(0).putInt(n).putInt(n).putInt(n).putInt(n);
        return packet.putInt(0x81CA0002)
                .putInt(0x5EED)
                .putInt(0x01026162)
                .putInt(0)
                .array();
    }

    private void attack(Phone hostile, int n) {
        switch (random.nextInt(4)) {
            case 0 -> hostile.raw(mutant(key(n)));
            case 1 -> hostile.report(mutant(report(n)));
            default -> hostile.raw(mutant(audio(n)));
        }
    }

    private void attackAll(Agreed from) throws NoPortLeftException {
        try (Hall hall = new Hall()) {
            Phone hostile = hall.phone(CUSTOMER, PCMA, from);
            Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
            Phone agent = hall.phone(STAFF, PCMA);
            hall.hears(agent, customer);
            hall.hears(customer, hostile);
            hall.bridge().record(new Nowhere());
            hall.settle();
            for (int n = 0; n < PACKETS; n++) {
                attack(hostile, n);
                if (n % PACKETS_A_TICK == 0) {
                    hall.ticks(1);
                    if (n % 2_400 == 0) {
                        assertThat(n == 0 ? 1 : agent.hears(400)).isBetween(0.95, 1.05);
                        hall.settle();
                        hall.news().clear();
                    }
                }
            }
            assertThat(hall.engine().figures().failedLegs()).isZero();
            assertThat(hall.engine().figures().packetsIn()).isGreaterThan(PACKETS / 4);
            assertThat(hall.engine().figures().malformed()).isPositive();
            assertThat(hall.engine().figures().unexpected()).isPositive();
            assertThat(hall.engine().figures().legs()).isEqualTo(3);
        }
    }

    @Test
    void mutantsFromTheAgreedAddressHarmNobody() throws NoPortLeftException {
        attackAll(Agreed.EXACT);
    }

    @Test
    void mutantsThatLatchHarmNobody() throws NoPortLeftException {
        attackAll(Agreed.LATCH);
    }
}
