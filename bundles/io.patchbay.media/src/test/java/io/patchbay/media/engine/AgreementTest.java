// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import static io.patchbay.media.G711.PCMA;
import static io.patchbay.media.G711.PCMU;
import static io.patchbay.media.Side.CUSTOMER;
import static io.patchbay.media.Side.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.media.Agreed;
import io.patchbay.media.Leg;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.RemoteMedia;
import io.patchbay.media.Tones;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is agreed with the far end, first and again. */
class AgreementTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void agreeingAgainKeepsPortsAndStreamWhateverIsBound(String bind) throws NoPortLeftException, UnknownHostException {
        try (Hall hall = new Hall(Hall.settings(InetAddress.getByName(bind)));
                Phone moved = new Phone(PCMU)) {
            Phone customer = hall.phone(CUSTOMER, PCMA).says(400);
            Phone agent = hall.phone(STAFF, PCMA).says(700);
            Leg leg = hall.leg(customer);
            leg.hears(Set.of(hall.leg(agent)));
            hall.hears(agent, customer);
            hall.ticks(20);
            customer.quiet();
            leg.remote(moved.calls(leg).says(1_000).ssrc(0xBEE).media(Agreed.EXACT));
            hall.ticks(1).settle();
            for (int i = 0; i < 50; i++) {
                moved.tick();
                hall.ticks(1);
            }
            moved.listen();
            assertThat(customer.packets()).isEmpty();
            assertThat(moved.hears(700)).isGreaterThan(0.9);
            assertThat(agent.hears(1_000)).isGreaterThan(0.9);
            assertThat(moved.packets())
                    .extracting(Phone.Heard::ssrc)
                    .containsOnly(moved.packets().get(0).ssrc());
        }
    }

    @Test
    void aFarEndWhosePortIsClosedEndsNothing() throws NoPortLeftException {
        try (Hall hall = new Hall()) {
            Phone agent = hall.phone(STAFF, PCMA).says(700);
            Phone other = hall.phone(STAFF, PCMA);
            hall.hears(other, agent);
            Phone gone = new Phone(PCMA);
            Leg leg = hall.bridge().leg(CUSTOMER);
            leg.remote(gone.media(Agreed.EXACT));
            gone.close();
            hall.settle().ticks(50);
            assertThat(hall.engine().figures().unsent()).isPositive();
            assertThat(hall.engine().figures().failedLegs()).isZero();
            assertThat(other.hears(700)).isGreaterThan(0.95);
        }
    }

    @Test
    void anAddressThatTheSocketsCannotTalkWithEndsTheLegAlone() throws NoPortLeftException, UnknownHostException {
        try (Hall hall = new Hall()) {
            Leg leg = hall.bridge().leg(CUSTOMER);
            InetSocketAddress v6 = new InetSocketAddress(InetAddress.getAllByName("::1")[0], 4_000);
            leg.remote(RemoteMedia.at(v6, PCMA, -1, Agreed.EXACT));
            hall.ticks(1);
            assertThat(hall.news()).singleElement().asString().startsWith("CUSTOMER failed");
            assertThat(hall.engine().figures().legs()).isZero();
        }
    }

    @Test
    void aPromptWaitsForTheAgreement() throws NoPortLeftException {
        try (Hall hall = new Hall();
                Phone customer = new Phone(PCMA)) {
            Leg leg = hall.bridge().leg(CUSTOMER);
            leg.play(Playlist.of(Tones.beep()));
            hall.ticks(30);
            assertThat(hall.news()).isEmpty();
            leg.remote(customer.media(Agreed.EXACT));
            hall.ticks(11);
            customer.listen();
            assertThat(hall.news()).containsExactly("CUSTOMER heard all");
            assertThat(customer.packets().get(0).marker()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "239.1.2.3"})
    void nobodyIsToldToSendToAWildcardOrAGroup(String host) throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getAllByName(host)[0], 4_000);
        assertThatThrownBy(() -> RemoteMedia.at(address, PCMA, -1, Agreed.EXACT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(host);
    }

    @Test
    void keysNeedADynamicPayloadType() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4_000);
        assertThatThrownBy(() -> RemoteMedia.at(address, PCMA, 8, Agreed.EXACT)).hasMessageContaining("is 8");
    }
}
