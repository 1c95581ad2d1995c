// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.admission.Arrived;
import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.digest.DigestAlgorithm;
import io.patchbay.sip.digest.DigestAnswer;
import io.patchbay.sip.digest.DigestChallenge;
import io.patchbay.sip.message.Headers;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.SipUri;
import io.patchbay.sip.message.Transport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VoiceAdmissionTest {
    private static final String CARRIER = "192.0.2.7";
    private static final String ELSEWHERE = "203.0.113.9";
    private static final Verdict ASKED =
            new Verdict.Challenge(new DigestChallenge("patchbay", DigestAlgorithm.MD5, "nonce", false));

    private final Trunk trunk = new Trunk(new TrunkSettings(
            "north",
            CARRIER,
            5060,
            Transport.UDP,
            "",
            "",
            Net.list(CARRIER),
            List.of("+955*", "8001"),
            1,
            "CN",
            TrunkSettings.Outward.NONE));
    private boolean draining;
    private final VoiceAdmission door = new VoiceAdmission(
            () -> List.of(trunk),
            request -> request.authorization().isPresent()
                    ? new Verdict.Admit(request.from().user())
                    : ASKED,
            "1001"::equals,
            number -> List.of("95500", "8001", "+8695500").contains(number),
            () -> draining);

    private static Arrived request(String method, String from, String caller, String dialled, boolean proven) {
        return request(method, new Peer(from, 5060, Transport.UDP), caller, dialled, proven);
    }

    private static Arrived request(String method, Peer from, String caller, String dialled, boolean proven) {
        DigestAnswer proof =
                new DigestAnswer(caller, "patchbay", "n", "sip:x", "response", "MD5", "auth", "00000001", "c");
        return new Arrived(
                method,
                from,
                new SipUri("sip", dialled, "patchbay.example", OptionalInt.empty()),
                SipParty.of(caller, from.host()),
                SipParty.of(dialled, "patchbay.example"),
                Optional.empty(),
                proven ? Optional.of(proof) : Optional.empty(),
                new NoHeaders(),
                0);
    }

    private Verdict invite(String from, String caller, String dialled) {
        return door.weigh(request("INVITE", from, caller, dialled, false));
    }

    private Verdict proven(String from, String dialled) {
        return door.weigh(request("INVITE", from, "1001", dialled, true));
    }

    @Test
    void aTrunkIsKnownByItsAddressAndDeliversItsNumbers() {
        assertThat(invite(CARRIER, "13800132046", "95500")).isEqualTo(new Verdict.Admit(new Party.OfTrunk(trunk)));
        assertThat(invite(CARRIER, "13800132046", "8001")).isEqualTo(new Verdict.Admit(new Party.OfTrunk(trunk)));
    }

    @Test
    void noCarrierComesByWebSocket() {
        Peer page = new Peer(CARRIER, 5060, Transport.WSS);
        assertThat(door.weigh(request("INVITE", page, "13800132046", "95500", false)))
                .isEqualTo(ASKED);
        assertThat(door.weigh(request("INVITE", page, "1001", "95500", true)))
                .isEqualTo(new Verdict.Admit(new Party.OfPhone("1001")));
    }

    @Test
    void aNumberThatIsNotOursOrNotTheTrunksIsNotFound() {
        assertThat(invite(CARRIER, "13800132046", "95599")).isEqualTo(Verdict.Refuse.with(404));
        assertThat(invite(CARRIER, "13800132046", "0033123456789")).isEqualTo(Verdict.Refuse.with(404));
    }

    @Test
    void aFullTrunkIsToldToTryAgainAndGivesPlacesBack() {
        assertThat(trunk.enter()).isTrue();
        assertThat(trunk.enter()).isFalse();
        assertThat(invite(CARRIER, "13800132046", "95500"))
                .isEqualTo(new Verdict.Refuse(503, "All lines of this trunk are busy", OptionalInt.of(30)));
        trunk.leave();
        assertThat(invite(CARRIER, "13800132046", "95500")).isInstanceOf(Verdict.Admit.class);
    }

    @Test
    void whileDrainingNewCallsGo503WithRetryAfterAndPhonesMayStillRegister() {
        draining = true;
        Verdict going = new Verdict.Refuse(503, "Going out of service", OptionalInt.of(30));
        assertThat(invite(CARRIER, "13800132046", "95500")).isEqualTo(going);
        assertThat(proven(ELSEWHERE, "95500")).isEqualTo(going);
        assertThat(door.weigh(request("REGISTER", ELSEWHERE, "1001", "1001", true)))
                .isEqualTo(new Verdict.Admit("1001"));
    }

    @Test
    void whoeverClaimsToBeAPhoneIsChallengedEvenFromATrunksAddress() {
        assertThat(invite(CARRIER, "1001", "95500")).isEqualTo(ASKED);
        assertThat(proven(CARRIER, "95500")).isEqualTo(new Verdict.Admit(new Party.OfPhone("1001")));
    }

    @Test
    void aStrangerIsChallengedWhateverHeDials() {
        assertThat(invite(ELSEWHERE, "13800132046", "95500")).isEqualTo(ASKED);
        assertThat(invite(ELSEWHERE, "13800132046", "0033123456789")).isEqualTo(ASKED);
        assertThat(door.weigh(request("REGISTER", ELSEWHERE, "13800132046", "1001", false)))
                .isEqualTo(ASKED);
    }

    @Test
    void aProvenPhoneReachesOurNumbersAndNoForeignOne() {
        assertThat(proven(ELSEWHERE, "95500")).isEqualTo(new Verdict.Admit(new Party.OfPhone("1001")));
        assertThat(proven(ELSEWHERE, "0033123456789")).isEqualTo(Verdict.Refuse.with(403));
    }

    @Test
    void anybodyMayAskWhetherWeAreThere() {
        assertThat(door.weigh(request("OPTIONS", ELSEWHERE, "anyone", "", false)))
                .isInstanceOf(Verdict.Admit.class);
    }

    private static final class NoHeaders implements Headers {
        @Override
        public Optional<String> first(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> all(String name) {
            return List.of();
        }
    }
}
