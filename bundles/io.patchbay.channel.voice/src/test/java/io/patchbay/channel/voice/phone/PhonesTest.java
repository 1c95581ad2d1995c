// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.watch.Watch;
import io.patchbay.channel.voice.Staff;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.registrar.Binding;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhonesTest {
    private final ManualClock clock = new ManualClock();
    private final Staff staff = new Staff();
    private final Extensions extensions = new Extensions(staff);
    private final Set<String> accounts = new HashSet<>(Set.of("1001", "1002"));
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final List<Map<String, List<Binding>>> kept = new ArrayList<>();
    private final List<AgentId> told = new ArrayList<>();
    private final Set<AgentId> browsers = new HashSet<>();
    private final Phones phones = new Phones(
            new WorkKind("call"),
            extensions,
            accounts::contains,
            browsers::contains,
            clock,
            (delay, work) -> {
                assertThat(delay).isEqualTo(Phones.LEFT_ALONE);
                later.add(work);
            },
            kept::add);

    private Binding binding(String host, int seconds) {
        return new Binding(
                "1001",
                "sip:1001@" + host,
                new Peer(host, 5060, Transport.UDP),
                clock.instant().plusSeconds(seconds),
                "call-id",
                1,
                "");
    }

    private void registers(Binding... bindings) {
        phones.bindingsChanged("1001", List.of(bindings));
    }

    private boolean reached() {
        return phones.reaches(Staff.ALICE);
    }

    @Test
    void anAgentIsReachedWhileHisPhoneIsRegistered() {
        assertThat(reached()).isFalse();
        registers(binding("192.0.2.1", 60));
        assertThat(reached()).isTrue();
        assertThat(phones.reaches(Staff.BOB)).isFalse();
        registers();
        assertThat(reached()).isFalse();
        assertThat(kept).hasSize(2).last().isEqualTo(Map.of("1001", List.of()));
    }

    @Test
    void aWindowThatIsHisPhoneReachesAnAgentWithoutAnyRegistration() {
        accounts.clear();
        browsers.add(Staff.ALICE);
        assertThat(reached()).isTrue();
        phones.gone("1001");
        assertThat(reached()).isFalse();
        phones.browserChanged(Staff.ALICE);
        assertThat(reached()).isTrue();
        browsers.clear();
        assertThat(reached()).isFalse();
    }

    @Test
    void aRegistrationThatRanOutReachesNobody() {
        registers(binding("192.0.2.1", 60));
        clock.advance(Duration.ofSeconds(60));
        assertThat(reached()).isFalse();
    }

    @Test
    void withoutAnAccountOrAnExtensionNobodyIsReached() {
        registers(binding("192.0.2.1", 60));
        accounts.remove("1001");
        assertThat(reached()).isFalse();
        accounts.add("1001");
        staff.are(Staff.person("alice", "", true));
        extensions.read();
        assertThat(reached()).isFalse();
    }

    @Test
    void aPhoneThatCouldNotBeRungIsLeftAloneForAWhile() {
        registers(binding("192.0.2.1", 600));
        phones.watch(told::add);
        phones.gone("1001");
        assertThat(reached()).isFalse();
        clock.advance(Phones.LEFT_ALONE);
        later.remove().run();
        assertThat(reached()).isTrue();
        assertThat(told).containsExactly(Staff.ALICE, Staff.ALICE);
    }

    @Test
    void goneAgainMeanwhileItIsLeftAloneForTheWholeTimeAnew() {
        registers(binding("192.0.2.1", 600));
        phones.gone("1001");
        clock.advance(Duration.ofSeconds(20));
        phones.gone("1001");
        clock.advance(Duration.ofSeconds(10));
        later.remove().run();
        assertThat(reached()).isFalse();
        clock.advance(Duration.ofSeconds(20));
        later.remove().run();
        assertThat(reached()).isTrue();
    }

    @Test
    void theWakeUpCountsEvenIfTheClockIsAMomentBehindIt() {
        registers(binding("192.0.2.1", 600));
        phones.gone("1001");
        clock.advance(Phones.LEFT_ALONE.minusMillis(1));
        phones.watch(told::add);
        later.remove().run();
        assertThat(reached()).isTrue();
        assertThat(told).containsExactly(Staff.ALICE);
    }

    @Test
    void aPhoneThatRegistersIsBackAtOnce() {
        registers(binding("192.0.2.1", 600));
        phones.gone("1001");
        registers(binding("192.0.2.1", 600));
        assertThat(reached()).isTrue();
        phones.watch(told::add);
        clock.advance(Phones.LEFT_ALONE);
        later.remove().run();
        assertThat(told).isEmpty();
    }

    @Test
    void whoWatchesIsToldOfHisAgentUntilHeClosesIt() {
        Watch watch = phones.watch(told::add);
        registers(binding("192.0.2.1", 60));
        phones.bindingsChanged("1999", List.of());
        watch.close();
        registers();
        assertThat(told).containsExactly(Staff.ALICE);
    }

    @Test
    void theLatestPlaceComesFirstAlsoAfterARestart() {
        Binding old = binding("192.0.2.1", 60);
        Binding now = binding("192.0.2.2", 120);
        phones.restore(List.of(old, now));
        assertThat(phones.bindings("1001")).containsExactly(now, old);
        assertThat(kept).isEmpty();
    }
}
