// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RegistrarTest {
    private static final Peer FLOW = new Peer("192.0.2.7", 40_000, Transport.UDP);

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final List<String> changes = new ArrayList<>();
    private final Registrar registrar = new Registrar(
            RegistrarSettings.usual(), () -> now, (user, bindings) -> changes.add(user + " " + bindings.size()));

    @Test
    void aPhoneIsFoundUntilItsTimeIsOver() {
        register("a", 1, "sip:1001@10.0.0.1", OptionalInt.of(120));
        assertThat(registrar.bindings("1001")).extracting(Binding::contact).containsExactly("sip:1001@10.0.0.1");
        assertThat(registrar.bindings("1001")).extracting(Binding::flow).containsExactly(FLOW);
        now = now.plus(Duration.ofSeconds(121));
        assertThat(registrar.bindings("1001")).isEmpty();
        registrar.expire();
        assertThat(changes).containsExactly("1001 1", "1001 0");
    }

    @Test
    void tooShortATimeIsRefusedAndTooLongIsShortened() {
        assertThat(register("a", 1, "sip:a", OptionalInt.of(59))).isEqualTo(new RegisterResult.TooBrief(60));
        register("a", 1, "sip:a", OptionalInt.of(86_400));
        assertThat(registrar.bindings("1001").get(0).expires()).isEqualTo(now.plusSeconds(3600));
    }

    @Test
    void theLatestPhoneComesFirstAndTheFifthTakesTheOldestOnesPlace() {
        for (int i = 1; i <= 4; i++) {
            register("call" + i, 1, "sip:" + i, OptionalInt.empty());
        }
        assertThat(registrar.bindings("1001"))
                .extracting(Binding::contact)
                .containsExactly("sip:4", "sip:3", "sip:2", "sip:1");
        register("call5", 1, "sip:5", OptionalInt.empty());
        assertThat(registrar.bindings("1001"))
                .extracting(Binding::contact)
                .containsExactly("sip:5", "sip:4", "sip:3", "sip:2");
    }

    @Test
    void zeroRemovesOneAndStarRemovesAll() {
        register("a", 1, "sip:1", OptionalInt.empty());
        register("b", 1, "sip:2", OptionalInt.empty());
        register("a", 2, "sip:1", OptionalInt.of(0));
        assertThat(registrar.bindings("1001")).hasSize(1);
        registrar.register(new RegisterWish("1001", "c", 1, List.of(), true, FLOW, ""));
        assertThat(registrar.bindings("1001")).isEmpty();
        assertThat(changes).endsWith("1001 0");
    }

    @Test
    void anOlderRegisterOfTheSamePhoneChangesNothing() {
        register("a", 5, "sip:1", OptionalInt.empty());
        assertThat(register("a", 4, "sip:1", OptionalInt.of(0))).isEqualTo(new RegisterResult.Refused(500));
        assertThat(registrar.bindings("1001")).hasSize(1);
    }

    @Test
    void bindingsComeBackAfterARestart() {
        register("a", 1, "sip:1", OptionalInt.empty());
        Registrar next = new Registrar(RegistrarSettings.usual(), () -> now, (user, bindings) -> {});
        next.restore(registrar.bindings("1001"));
        assertThat(next.bindings("1001")).isEqualTo(registrar.bindings("1001"));
        now = now.plus(Duration.ofHours(2));
        Registrar late = new Registrar(RegistrarSettings.usual(), () -> now, (user, bindings) -> {});
        late.restore(next.bindings("1001"));
        assertThat(late.bindings("1001")).isEmpty();
    }

    private RegisterResult register(String callId, long cseq, String contact, OptionalInt expires) {
        return registrar.register(new RegisterWish(
                "1001", callId, cseq, List.of(new RegisterWish.Wanted(contact, expires)), false, FLOW, "phone"));
    }
}
