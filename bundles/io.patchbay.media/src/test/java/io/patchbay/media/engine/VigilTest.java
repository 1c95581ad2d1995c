// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.Side.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.NoPortLeftException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dead calls are found, live ones are left in peace. */
class VigilTest {
    private static final int DEAD_AFTER_TICKS = 100;

    private final Hall hall = new Hall(Hall.settings().withDeadAfter(Duration.ofSeconds(2)));

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void whoFallsSilentIsToldOnceAndThenWhenHeFlowsAgain() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        hall.ticks(300);
        assertThat(hall.news()).containsExactly("CUSTOMER flows");
        customer.quiet();
        hall.ticks(DEAD_AFTER_TICKS - 1);
        assertThat(hall.news()).hasSize(1);
        hall.ticks(DEAD_AFTER_TICKS * 3);
        customer.says(400);
        hall.ticks(10);
        assertThat(hall.news()).containsExactly("CUSTOMER flows", "CUSTOMER is silent", "CUSTOMER flows");
    }

    @Test
    void whoNeverCameIsSilentToo() throws NoPortLeftException {
        hall.phone(CUSTOMER, PCMA);
        hall.ticks(DEAD_AFTER_TICKS + 2);
        assertThat(hall.news()).containsExactly("CUSTOMER is silent");
    }

    @Test
    void reportsAloneKeepACallAlive() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA);
        byte[] emptyReport = ByteBuffer.allocate(8).putInt(0x80C90001).putInt(1).array();
        for (int i = 0; i < 5; i++) {
            hall.ticks(DEAD_AFTER_TICKS - 10);
            customer.report(emptyReport);
        }
        assertThat(hall.news()).isEmpty();
    }

    @Test
    void aLegThatIsNotToReceiveIsNotMissed() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA);
        hall.leg(customer).direction(true, false);
        hall.ticks(DEAD_AFTER_TICKS * 2);
        assertThat(hall.news()).isEmpty();
        hall.leg(customer).direction(true, true);
        hall.ticks(DEAD_AFTER_TICKS - 1);
        assertThat(hall.news()).isEmpty();
        hall.ticks(2);
        assertThat(hall.news()).containsExactly("CUSTOMER is silent");
    }

    @Test
    void aLegWithoutAgreementIsNotMissed() throws NoPortLeftException {
        hall.bridge().leg(CUSTOMER);
        hall.ticks(DEAD_AFTER_TICKS * 2);
        assertThat(hall.news()).isEmpty();
    }
}
