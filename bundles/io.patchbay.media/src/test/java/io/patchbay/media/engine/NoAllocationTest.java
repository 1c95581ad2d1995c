// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.patchbay.media.G711;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Tones;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class NoAllocationTest {
    private static final int TICKS = 2_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void packetsAreReceivedMixedRecordedAndSentWithoutAllocating() throws NoPortLeftException {
        try (Hall hall = new Hall()) {
            Phone customer = hall.phone(CUSTOMER, G711.PCMU).says(400);
            Phone agent = hall.phone(STAFF, G711.PCMA).says(700);
            Phone supervisor = hall.phone(STAFF, G711.PCMA).says(1_000);
            Phone waiting = hall.phone(CUSTOMER, G711.PCMU);
            hall.hears(customer, agent);
            hall.hears(agent, customer, supervisor);
            hall.hears(supervisor, customer, agent);
            hall.leg(waiting).play(Playlist.loop(Tones.ringback()));
            hall.bridge().record(new Nowhere());
            hall.ticks(500);
            long packets = packets(hall);
            long allocated = 0;
            for (int i = 0; i < TICKS; i++) {
                hall.phones().forEach(Phone::tick);
                long before =
                        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
                hall.tick();
                allocated +=
                        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
                hall.engine().drain();
                hall.phones().forEach(Phone::listen);
                hall.phones().forEach(Phone::forget);
            }
            packets = packets(hall) - packets;
            assertThat(packets).isEqualTo(TICKS * 7);
            // RTCP draws a random pause now and then; a packet by itself allocates nothing.
            assertThat(allocated / (double) packets).as("bytes a packet").isLessThan(1);
        }
    }

    private static long packets(Hall hall) {
        return hall.engine().figures().packetsIn() + hall.engine().figures().packetsOut();
    }
}
