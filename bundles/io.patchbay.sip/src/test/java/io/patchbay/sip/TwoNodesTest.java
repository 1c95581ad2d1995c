// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.digest.Login;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.Transport;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes that talk to each other. */
class TwoNodesTest {
    private static final SipParty US = SipParty.of("95500", "");

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"UDP", "TCP"})
    void aCallGoesThroughOverEitherTransport(Transport transport) throws Exception {
        try (Rig caller = new Rig();
                Rig callee = new Rig()) {
            Peer hop = new Peer("127.0.0.1", callee.port, transport);
            OutgoingCall call = caller.node.call(
                    CallRequest.of("sip:1001@127.0.0.1", US, SipParty.of("1001", "there"), Rig.SDP)
                            .by(hop),
                    caller.listener());
            var incoming = callee.call();
            assertThat(callee.next()).isEqualTo("incoming 1001");
            assertThat(incoming.offer()).isEqualTo(Rig.SDP);
            assertThat(incoming.remote()).isEqualTo(SipParty.of("95500", "127.0.0.1"));
            incoming.ringing();
            assertThat(caller.next()).isEqualTo("progress 180");
            incoming.answer(Rig.SDP);
            assertThat(caller.next()).isEqualTo("answered");
            assertThat(callee.next()).isEqualTo("confirmed");
            call.bye("");
            assertThat(caller.next()).isEqualTo("ended local");
            assertThat(callee.next()).isEqualTo("ended bye");
            assertThat(caller.node.figures().calls() + callee.node.figures().calls())
                    .isZero();
        }
    }

    @Test
    void whatAStrangerCallsHimselfCannotBendOurHeaders() throws Exception {
        try (Rig caller = new Rig();
                Rig callee = new Rig()) {
            SipParty stranger = new SipParty("A\"\r\nEvil: 1", "1>;tag=x\r\nEvil: 2", "h>\r\nEvil: 3");
            String target = "sip:1001@127.0.0.1:" + callee.port;
            caller.node.call(CallRequest.of(target, stranger, stranger, Rig.SDP), caller.listener());
            var incoming = callee.call();
            assertThat(incoming.remote()).isEqualTo(new SipParty("A\"  Evil: 1", "1>;tag=x\r\nEvil: 2", "127.0.0.1"));
            assertThat(incoming.headers().first("Evil")).isEmpty();
            assertThatThrownBy(() ->
                            caller.node.call(CallRequest.of("sip:a b@127.0.0.1", US, US, Rig.SDP), caller.listener()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aTrunkThatIsNotThereIsToldAs503() throws Exception {
        try (Rig caller = new Rig()) {
            Peer nobody = new Peer("127.0.0.1", Rig.freePort(), Transport.TCP);
            caller.node.call(CallRequest.of("sip:1@127.0.0.1", US, US, Rig.SDP).by(nobody), caller.listener());
            assertThat(caller.next()).isEqualTo("refused 503");
        }
    }

    @Test
    void aNameIsLookedUpOnAThreadOfItsOwnAndOnlyForADestination() throws Exception {
        Set<String> askers = ConcurrentHashMap.newKeySet();
        try (Rig caller = new Rig(request -> new Verdict.Admit("x"), Rig.SHORT, name -> {
                    askers.add(Thread.currentThread().getName() + " " + name);
                    throw new UnknownHostException(name);
                });
                Phone phone = Phone.udp(caller.port)) {
            String lines = String.join(
                    "\r\n",
                    "Contact: <sip:a@contact.hostile.example>",
                    "Record-Route: <sip:record.hostile.example;lr>",
                    "Route: <sip:route.hostile.example;lr>",
                    "");
            String hostile = Ping.request("INVITE", "UDP", phone.port(), "h", lines)
                    .replace("UDP 127.0.0.1:" + phone.port(), "UDP via.hostile.example");
            phone.send(hostile);
            caller.call().answer(Rig.SDP);
            assertThat(caller.next()).isEqualTo("incoming 95500");
            assertThat(caller.next()).isEqualTo("ended no-ack");
            caller.node.call(CallRequest.of("sip:1@trunk.example", US, US, Rig.SDP), caller.listener());
            assertThat(caller.next()).isEqualTo("refused 503");
            assertThat(askers).containsExactly("patchbay-sip-names trunk.example");
        }
    }

    @Test
    void aTrunkRegistrationIsProvenTakenAndRemoved() throws Exception {
        int port = Rig.freePort();
        try (Rig us = new Rig();
                SipNode trunk = Target.node(port)) {
            BlockingQueue<String> heard = new LinkedBlockingQueue<>();
            RegistrationListener listener = listener(heard);
            Peer registrar = new Peer("127.0.0.1", port, Transport.UDP);
            Login login = new Login("1001", "secret", "127.0.0.1", Optional.of("patchbay"));
            Registration registration =
                    us.node.register(new RegistrationSettings(registrar, "127.0.0.1", login, 120), listener);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).matches("registered 1[12]\\d");
            registration.close();
            Login wrong = new Login("1001", "guess", "127.0.0.1", Optional.empty());
            us.node.register(new RegistrationSettings(registrar, "127.0.0.1", wrong, 120), listener);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("failed 401");
            assertThat(trunk.figures().challenged()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void tooShortATimeIsAskedForAgainAsTheTrunkWants() throws Exception {
        int port = Rig.freePort();
        try (Rig us = new Rig();
                SipNode trunk = Target.node(port)) {
            BlockingQueue<String> heard = new LinkedBlockingQueue<>();
            Login login = new Login("1001", "secret", "127.0.0.1", Optional.empty());
            us.node.register(
                    new RegistrationSettings(new Peer("127.0.0.1", port, Transport.TCP), "127.0.0.1", login, 10),
                    listener(heard));
            assertThat(heard.poll(10, TimeUnit.SECONDS)).matches("registered (59|60)");
            assertThat(trunk.figures().admitted()).isEqualTo(2);
        }
    }

    private static RegistrationListener listener(BlockingQueue<String> heard) {
        return new RegistrationListener() {
            @Override
            public void registered(int seconds) {
                heard.add("registered " + seconds);
            }

            @Override
            public void failed(int status, String reason) {
                heard.add("failed " + status);
            }
        };
    }
}
