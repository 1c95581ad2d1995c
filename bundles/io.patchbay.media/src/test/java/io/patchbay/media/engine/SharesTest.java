// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.Agreed;
import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.Leg;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bridges tick in shares, one after the other: each of them once in 20 ms, whoever comes and goes. */
class SharesTest {
    private final List<Bridge> bridges = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();

    private void open(MediaEngine engine, int count) throws NoPortLeftException {
        for (int i = 0; i < count; i++) {
            Bridge bridge = engine.bridge(new BridgeListener() {});
            Leg leg = bridge.leg(Side.CUSTOMER);
            Phone phone = new Phone(PCMA).calls(leg);
            leg.remote(phone.media(Agreed.EXACT));
            leg.hears(Set.of());
            bridges.add(bridge);
            phones.add(phone);
        }
    }

    private void ticks(Hall hall, int count) {
        phones.forEach(Phone::forget);
        for (int i = 0; i < count; i++) {
            hall.tick();
            phones.forEach(Phone::listen);
        }
    }

    @Test
    void everyBridgeTicksOnceWhicheverShareItIsIn() throws NoPortLeftException {
        try (Hall hall = new Hall()) {
            open(hall.engine(), 120);
            ticks(hall, 1);
            ticks(hall, 5);
            assertThat(phones).allSatisfy(phone -> assertThat(phone.packets()).hasSize(5));
            for (int i = 0; i < 120; i += 2) {
                bridges.get(i).close();
            }
            ticks(hall, 1);
            ticks(hall, 5);
            for (int i = 0; i < 120; i++) {
                assertThat(phones.get(i).packets()).hasSize(i % 2 == 0 ? 0 : 5);
            }
            assertThat(hall.engine().figures().legs()).isEqualTo(60);
            open(hall.engine(), 20);
            ticks(hall, 1);
            ticks(hall, 5);
            assertThat(phones.subList(120, 140))
                    .allSatisfy(phone -> assertThat(phone.packets()).hasSize(5));
        } finally {
            phones.forEach(Phone::close);
        }
    }
}
