// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.media.Agreed;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.RemoteMedia;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final Hall hall = new Hall();

    @AfterEach
    void close() {
        hall.close();
    }

    private void press(Phone phone, int event, int began) {
        for (int lasted = 160; lasted <= 800; lasted += 160) {
            phone.key(event, false, lasted, began);
            hall.ticks(1);
        }
        for (int i = 0; i < 3; i++) {
            phone.key(event, true, 960, began);
        }
        hall.ticks(1);
    }

    @Test
    void keysAreToldAndNotHeard() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA);
        Phone agent = hall.phone(STAFF, PCMA);
        hall.hears(agent, customer);
        hall.ticks(1);
        press(customer, 5, 8_000);
        press(customer, 11, 16_000);
        assertThat(hall.news())
                .containsExactly("CUSTOMER flows", "CUSTOMER pressed 5 for 120", "CUSTOMER pressed # for 120");
        assertThat(agent.packets()).allMatch(packet -> packet.payloadType() == PCMA.payloadType());
        assertThat(agent.audio()).containsOnly((short) 8);
    }

    @Test
    void keysGoOutAsEventsAndComeInAtTheOtherEnd() throws NoPortLeftException {
        Phone agent = hall.phone(STAFF, PCMA);
        hall.leg(agent).press("1#");
        hall.ticks(25);
        List<Phone.Heard> events = agent.packets().stream()
                .filter(packet -> packet.payloadType() == Phone.KEYS)
                .toList();
        assertThat(events).hasSize(14);
        assertThat(events.stream().filter(Phone.Heard::marker)).hasSize(2);
        assertThat(events.subList(0, 7))
                .extracting(Phone.Heard::timestamp)
                .containsOnly(events.get(0).timestamp());
        hall.ticks(1);
        agent.packets().clear();
        hall.ticks(2);
        assertThat(agent.packets()).hasSize(2);
        Phone echo = hall.phone(CUSTOMER, PCMA);
        hall.ticks(1);
        events.forEach(event -> echo.send(
                Phone.KEYS,
                event.sequence(),
                event.timestamp(),
                event.marker(),
                event.payload().array()));
        hall.ticks(1);
        assertThat(hall.news())
                .containsExactly("CUSTOMER flows", "CUSTOMER pressed 1 for 100", "CUSTOMER pressed # for 100");
    }

    @Test
    void withoutTelephoneEventsKeysAreTones() throws NoPortLeftException {
        Phone agent = hall.phone(STAFF, PCMA);
        RemoteMedia media = agent.media(Agreed.EXACT);
        hall.leg(agent).remote(new RemoteMedia(media.rtp(), media.rtcp(), PCMA, -1, Agreed.EXACT));
        hall.leg(agent).press("5");
        hall.ticks(5);
        assertThat(agent.hears(770)).isGreaterThan(0.8);
        assertThat(agent.hears(1_336)).isGreaterThan(0.8);
        hall.leg(agent).press("");
        hall.leg(agent).press("1");
        hall.ticks(5);
        agent.forget();
        hall.ticks(5);
        assertThat(agent.hears(697)).isGreaterThan(0.8);
        assertThat(agent.hears(1_209)).isGreaterThan(0.8);
        assertThat(hall.engine().figures().failedLegs()).isZero();
    }

    @Test
    void keysThatWaitAreForgottenWhenEventsAreAgreedNoMore() throws NoPortLeftException {
        Phone agent = hall.phone(STAFF, PCMA);
        hall.leg(agent).press("123");
        hall.ticks(3);
        RemoteMedia media = agent.media(Agreed.EXACT);
        hall.leg(agent).remote(new RemoteMedia(media.rtp(), media.rtcp(), PCMA, -1, Agreed.EXACT));
        hall.ticks(1);
        agent.forget();
        hall.ticks(20);
        assertThat(agent.packets()).hasSize(20).allMatch(packet -> packet.payloadType() == PCMA.payloadType());
    }

    @Test
    void whatNoTelephoneHasIsRefused() throws NoPortLeftException {
        Phone agent = hall.phone(STAFF, PCMA);
        assertThatThrownBy(() -> hall.leg(agent).press("12x")).hasMessageContaining("'x'");
    }
}
