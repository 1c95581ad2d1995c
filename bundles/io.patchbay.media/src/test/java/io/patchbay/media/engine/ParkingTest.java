// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.media.BridgeListener;
import io.patchbay.media.Leg;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Tones;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParkingTest {
    private final Hall hall = new Hall();
    private final Parking parking = new Parking();
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        parking.close();
        hall.close();
    }

    private void park(Duration atMost) {
        parking.park(
                new Parking.Parked(
                        hall.engine(), List.of(new Parking.Parcel(hall.bridge(), Map.of("interaction", "i-1")))),
                atMost);
    }

    @Test
    void soundAndRecordingGoOnAndNobodyIsTold() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        Phone agent = hall.phone(STAFF, PCMA);
        hall.hears(agent, customer);
        KeptRecording recording = new KeptRecording();
        hall.bridge().record(recording);
        hall.settle();
        hall.news().clear();
        park(Duration.ofMinutes(1));
        hall.ticks(50);
        assertThat(agent.packets()).hasSize(50);
        assertThat(recording.told()).containsExactly("0: 8000");
        hall.leg(customer).play(Playlist.of(Tones.beep()));
        hall.ticks(100);
        assertThat(hall.news()).isEmpty();
    }

    @Test
    void whoClaimsItHearsWhatHappensFromThenOn() throws NoPortLeftException {
        Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
        park(Duration.ofMinutes(1));
        Parking.Parked parked = parking.claim().orElseThrow();
        assertThat(parking.claim()).isEmpty();
        assertThat(parked.parcels()).singleElement().satisfies(parcel -> {
            assertThat(parcel.facts()).containsEntry("interaction", "i-1");
            parcel.bridge().listener(new BridgeListener() {
                @Override
                public void flowing(Leg leg) {
                    heard.add("flows " + leg.rtpPort());
                }
            });
        });
        hall.ticks(10);
        assertThat(heard).containsExactly("flows " + hall.leg(customer).rtpPort());
        assertThat(hall.news()).isEmpty();
    }

    @Test
    void whatNobodyClaimsIsClosedAndItsRecordingEndedWhole() throws NoPortLeftException {
        hall.phone(CUSTOMER, PCMA).says(400);
        KeptRecording recording = new KeptRecording();
        hall.bridge().record(recording);
        hall.ticks(60);
        park(Duration.ZERO);
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (hall.engine().figures().legs() > 0 && System.nanoTime() < limit) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        hall.engine().drain();
        assertThat(hall.engine().figures().legs()).isZero();
        assertThat(recording.told()).containsExactly("0: 8000", "1: 1600", "closed");
        assertThat(parking.claim()).isEmpty();
    }
}
