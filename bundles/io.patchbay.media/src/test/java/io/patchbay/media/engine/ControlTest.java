// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.Side.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.patchbay.media.LegQuality;
import io.patchbay.media.NoPortLeftException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RTCP with the far end. */
class ControlTest {
    private final Hall hall = new Hall();

    @AfterEach
    void close() {
        hall.close();
    }

    private static ByteBuffer last(Phone phone) {
        return ByteBuffer.wrap(phone.reports().get(phone.reports().size() - 1));
    }

    /** A receiver report of one block about our stream. */
    private static byte[] receiverReport(int aboutSsrc, int lost, int jitter, int lastReport, int delay) {
        return ByteBuffer.allocate(32)
                .putInt(0x81C90007)
                .putInt(0x5EED)
                .putInt(aboutSsrc)
                .putInt(lost << 24)
                .putInt(0)
                .putInt(jitter)
                .putInt(lastReport)
                .putInt(delay)
                .array();
    }

    @Test
    void weReportWhatWeSendAndWhatIsLostAboutEveryFiveSeconds() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        hall.ticks(3_000);
        assertThat(customer.reports()).hasSizeBetween(8, 25);
        ByteBuffer report = last(customer);
        assertThat(report.getInt(0)).isEqualTo(0x81C8000C);
        assertThat(report.getInt(4)).isEqualTo(customer.packets().get(0).ssrc());
        assertThat(report.getInt(28)).isEqualTo(0x5EED);
        assertThat(report.getInt(32)).isZero();
        assertThat(report.getShort(52)).isEqualTo((short) 0x81CA);
        assertThat(report.get(60)).as("CNAME").isEqualTo((byte) 1);
    }

    @Test
    void lossIsReportedToTheFarEndAndInTheQuality() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA);
        hall.ticks(1);
        customer.says(400);
        hall.ticks(100);
        for (int i = 0; i < 400; i++) {
            if (i % 4 == 0) {
                customer.skip();
            }
            hall.ticks(1);
        }
        LegQuality quality = hall.leg(customer).quality();
        assertThat(quality.lost()).isEqualTo(100);
        assertThat(quality.received()).isEqualTo(500);
        assertThat(quality.mos()).isBetween(1.5, 3.5);
        assertThat(last(customer).getInt(32) & 0xFFFFFF).as("cumulative").isPositive();
    }

    @Test
    void roundTripIsMeasuredByTheirAnswer() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        hall.ticks(500);
        ByteBuffer ours = last(customer);
        int ntpMiddle = ours.getInt(10);
        hall.ticks(1);
        customer.forget();
        // They held it for one second, of the ticks that pass until then; the rest is the line.
        hall.ticks(60);
        int ssrc = customer.packets().get(0).ssrc();
        customer.report(receiverReport(ssrc, 64, 80, ntpMiddle, 65_536));
        hall.ticks(1);
        LegQuality quality = hall.leg(customer).quality();
        assertThat(quality.farLostPercent()).isEqualTo(25);
        assertThat(quality.farJitterMillis()).isEqualTo(10);
        assertThat(quality.roundTripMillis()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void reportsAboutOthersAndBrokenOnesChangeNothing() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        hall.ticks(10);
        byte[] report = receiverReport(1, 64, 80, 1, 1);
        customer.report(report);
        customer.report(Arrays.copyOf(report, 20));
        customer.report(new byte[0]);
        hall.ticks(2);
        report[0] = 0x01;
        customer.report(report);
        hall.ticks(1);
        assertThat(hall.leg(customer).quality().roundTripMillis()).isEqualTo(-1);
        assertThat(hall.leg(customer).quality().farLostPercent()).isEqualTo(-1);
        assertThat(hall.engine().figures().malformed()).isEqualTo(3);
    }

    @Test
    void theLastWordIsGoodBye() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        hall.ticks(10);
        hall.leg(customer).close();
        hall.ticks(1);
        ByteBuffer report = last(customer);
        assertThat(report.getInt(report.limit() - 8)).isEqualTo(0x81CB0001);
        assertThat(report.getInt(report.limit() - 4))
                .isEqualTo(customer.packets().get(0).ssrc());
    }

    @Test
    void aSteadyLineIsAGoodLine() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        hall.ticks(200);
        LegQuality quality = hall.leg(customer).quality();
        assertThat(quality.lost()).isZero();
        assertThat(quality.late()).isZero();
        assertThat(quality.jitterMillis()).isLessThan(0.1);
        assertThat(quality.mos()).isCloseTo(4.4, within(0.05));
    }
}
