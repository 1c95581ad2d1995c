// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.Registration;
import io.patchbay.sip.RegistrationListener;
import io.patchbay.sip.RegistrationSettings;
import io.patchbay.sip.SipNode;
import io.patchbay.sip.SipSettings;
import io.patchbay.sip.admission.Admission;
import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.digest.Login;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.registrar.Registrar;
import io.patchbay.sip.registrar.RegistrarSettings;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A carrier or a phone on loopback with SIP and sound of its own; it keeps what it heard in SIP. */
final class FarEnd implements AutoCloseable {
    final int port;
    final Sound sound;
    final SipNode sip;
    final List<IncomingCall> calls = new CopyOnWriteArrayList<>();
    final List<String> heard = new CopyOnWriteArrayList<>();

    private final Consumer<IncomingCall> doing;

    FarEnd(int hertz) {
        this(hertz, freePort(), request -> new Verdict.Admit("anyone"), IncomingCall::ringing);
    }

    /** One that asks who calls, and does that with a call. */
    FarEnd(int hertz, int port, Admission admission, Consumer<IncomingCall> doing) {
        this(new Sound(hertz), port, admission, doing);
    }

    /** One that says that. */
    FarEnd(Sound sound, int port, Admission admission, Consumer<IncomingCall> doing) {
        this.port = port;
        this.doing = doing;
        this.sound = sound;
        sip = new SipNode(
                SipSettings.on("127.0.0.1", port),
                admission,
                this::rings,
                new Registrar(RegistrarSettings.usual(), InstantSource.system(), (user, bindings) -> {}));
    }

    static int freePort() {
        for (int i = 0; i < 100; i++) {
            try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
                return udp.getLocalPort();
            } catch (IOException e) {
                // taken for UDP: the next one
            }
        }
        throw new IllegalStateException("no free port");
    }

    private CallListener rings(IncomingCall call) {
        sound.agrees(call.offer());
        calls.add(call);
        doing.accept(call);
        return listener();
    }

    /** Calls a number of ours. */
    OutgoingCall calls(String number, String caller, int at) {
        return sip.call(
                CallRequest.of(
                        "sip:" + number + "@127.0.0.1:" + at,
                        SipParty.of(caller, "127.0.0.1"),
                        SipParty.of(number, "127.0.0.1"),
                        sound.sdp()),
                listener());
    }

    Registration registers(String extension, String secret, int at) {
        RegistrationSettings settings = new RegistrationSettings(
                new Peer("127.0.0.1", at, Transport.UDP),
                "127.0.0.1",
                new Login(extension, secret, "127.0.0.1", Optional.of("patchbay")),
                120);
        return sip.register(settings, new RegistrationListener() {
            @Override
            public void registered(int seconds) {
                heard.add("registered");
            }

            @Override
            public void failed(int status, String reason) {
                heard.add("failed " + status);
            }
        });
    }

    /** Waits for what it is told. */
    void hears(String word) {
        Until.comesTrue(() -> heard.contains(word), () -> word + " among " + heard);
    }

    /** How often it was told that. */
    int heard(String word) {
        return Collections.frequency(List.copyOf(heard), word);
    }

    /** Waits for the call of that number, the first is 0. */
    IncomingCall call(int index) {
        Until.comesTrue(() -> calls.size() > index, () -> "call " + index);
        return calls.get(index);
    }

    IncomingCall picksUp(int index) {
        IncomingCall call = call(index);
        call.answer(sound.sdp());
        return call;
    }

    void heardNothingOf(String word) {
        assertThat(heard).doesNotContain(word);
    }

    private CallListener listener() {
        return new CallListener() {
            @Override
            public void answered(String sdp) {
                sound.agrees(sdp);
                heard.add("answered");
            }

            @Override
            public void refused(int status, String reason) {
                heard.add("refused " + status);
            }

            @Override
            public void cancelled() {
                heard.add("cancelled");
            }

            @Override
            public void ended(String cause) {
                heard.add("ended " + cause);
            }
        };
    }

    @Override
    public void close() {
        sip.close();
        sound.close();
    }
}
