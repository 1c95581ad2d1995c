// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.G711.PCMU;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.patchbay.media.NoPortLeftException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears whom, through real sockets; everybody says a tone of his own. */
class HearingTest {
    private static final Offset<Double> NEARLY = within(0.05);

    private final Hall hall = new Hall();

    @AfterEach
    void close() {
        hall.close();
    }

    private static void assertHears(Phone phone, int... tones) {
        List<Integer> wanted = Arrays.stream(tones).boxed().toList();
        for (int tone : List.of(400, 700, 1_000, 1_300)) {
            assertThat(phone.hears(tone)).as("%d Hz", tone).isCloseTo(wanted.contains(tone) ? 1 : 0, NEARLY);
        }
    }

    @Test
    void nobodyIsHeardUntilItIsSaid() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        hall.settle().ticks(20);
        assertHears(customer);
        assertThat(agent.packets()).hasSize(20);
    }

    @Test
    void twoWhoTalkHearEachOther() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        hall.hears(customer, agent);
        hall.hears(agent, customer);
        hall.settle().ticks(50);
        assertHears(customer, 700);
        assertHears(agent, 400);
    }

    @Test
    void theSameLawGoesThroughUntouched() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMU);
        Phone agent = hall.phone(STAFF, PCMU);
        hall.hears(agent, customer);
        byte[] allCodes = new byte[160];
        for (int i = 0; i < allCodes.length; i++) {
            allCodes[i] = (byte) (i + 60);
        }
        hall.ticks(1);
        customer.say(allCodes);
        hall.ticks(3);
        assertThat(agent.packets())
                .anySatisfy(packet -> assertThat(packet.payload()).isEqualTo(ByteBuffer.wrap(allCodes)));
    }

    @Test
    void differentLawsAreBroughtTogether() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMU).says(400);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        hall.hears(customer, agent);
        hall.hears(agent, customer);
        hall.settle().ticks(50);
        assertHears(customer, 700);
        assertHears(agent, 400);
    }

    @Test
    void aWhisperReachesOneOnly() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        Phone supervisor = hall.phone(STAFF, PCMU).says(1_000);
        hall.hears(customer, agent);
        hall.hears(agent, customer, supervisor);
        hall.hears(supervisor, customer, agent);
        hall.settle().ticks(50);
        assertHears(customer, 700);
        assertHears(agent, 400, 1_000);
        assertHears(supervisor, 400, 700);
    }

    @Test
    void holdAndBackNeedNoWordToTheFarEnd() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        hall.hears(customer, agent);
        hall.hears(agent, customer);
        hall.settle().ticks(10);
        hall.hears(customer);
        hall.hears(agent);
        hall.ticks(1).settle().ticks(50);
        assertHears(customer);
        assertHears(agent);
        hall.hears(agent, customer);
        hall.settle().ticks(50);
        assertHears(agent, 400);
    }

    @Test
    void whoIsMutedIsHeardByNobody() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        hall.hears(customer, agent);
        hall.leg(agent).mute(true);
        hall.settle().ticks(50);
        assertHears(customer);
        hall.leg(agent).mute(false);
        hall.settle().ticks(50);
        assertHears(customer, 700);
    }

    @Test
    void aConferenceOfEightHearsEachOther() throws NoPortLeftException {
        List<Phone> phones = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            phones.add(hall.phone(i < 2 ? CUSTOMER : STAFF, i % 2 == 0 ? PCMA : PCMU));
        }
        for (Phone phone : phones) {
            hall.hears(phone, phones.stream().filter(other -> other != phone).toArray(Phone[]::new));
        }
        phones.get(0).says(400);
        phones.get(3).says(700);
        phones.get(7).says(1_000);
        hall.settle().ticks(50);
        assertHears(phones.get(0), 700, 1_000);
        assertHears(phones.get(3), 400, 1_000);
        assertHears(phones.get(5), 400, 700, 1_000);
    }

    @Test
    void whoLeavesIsHeardNoMoreAndTheOthersGoOn() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        Phone other = hall.phone(STAFF, PCMA).says(1_000);
        hall.hears(customer, agent, other);
        hall.settle();
        hall.leg(agent).close();
        hall.ticks(1).settle().ticks(50);
        assertHears(customer, 1_000);
        assertThat(hall.engine().figures().legs()).isEqualTo(2);
        assertThat(agent.packets()).isEmpty();
    }

    @Test
    void aLegOfAnotherBridgeCannotBeHeard() throws NoPortLeftException {
        Phone here = hall.phone(CUSTOMER, PCMA);
        try (Hall there = new Hall()) {
            Phone stranger = there.phone(CUSTOMER, PCMA);
            assertThatThrownBy(() -> hall.leg(here).hears(Set.of(there.leg(stranger))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void ourStreamIsOneSourceFromSilenceThroughTalk() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA);
        hall.ticks(10);
        hall.hears(agent, customer);
        hall.ticks(10);
        List<Phone.Heard> packets = agent.packets();
        assertThat(packets).hasSize(20);
        for (int i = 1; i < packets.size(); i++) {
            assertThat(packets.get(i).ssrc()).isEqualTo(packets.get(0).ssrc());
            assertThat(packets.get(i).sequence()).isEqualTo((packets.get(0).sequence() + i) & 0xFFFF);
            assertThat(packets.get(i).timestamp()).isEqualTo(packets.get(0).timestamp() + 160 * i);
        }
        assertThat(packets.stream().filter(Phone.Heard::marker)).hasSize(2);
        assertThat(packets.get(10).marker()).isTrue();
    }

    @Test
    void theAgreedDirectionIsKept() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA).says(700);
        hall.hears(customer, agent);
        hall.hears(agent, customer);
        hall.leg(customer).direction(false, true);
        hall.settle().ticks(50);
        assertThat(customer.packets()).isEmpty();
        assertHears(agent, 400);
        hall.leg(customer).direction(true, false);
        hall.ticks(5).settle().ticks(50);
        assertHears(customer, 700);
        assertHears(agent);
    }
}
