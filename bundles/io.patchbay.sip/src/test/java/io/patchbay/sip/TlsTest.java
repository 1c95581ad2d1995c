// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.registrar.Registrar;
import io.patchbay.sip.registrar.RegistrarSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    private Path folder;

    private Path store;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    /** A key, and its certificate once more as one to trust. */
    @BeforeEach
    void makeKey() throws Exception {
        makeKey("ip:127.0.0.1");
    }

    private void makeKey(String of) throws Exception {
        store = folder.resolve("keys-" + of.replace(':', '-') + ".p12");
        Path certificate = folder.resolve("cert-" + of.replace(':', '-') + ".pem");
        keytool("-genkeypair", "-alias", "sip", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=" + of);
        keytool("-exportcert", "-alias", "sip", "-file", certificate.toString());
        keytool("-importcert", "-alias", "trusted", "-noprompt", "-file", certificate.toString());
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        builder.command().addAll(List.of(words));
        builder.command().addAll(List.of("-keystore", store.toString(), "-storepass", "changeit"));
        Process process = builder.redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
    }

    private SipNode node(int port, int tlsPort) {
        SipSettings.Tls tls = new SipSettings.Tls(tlsPort, store, "changeit");
        return new SipNode(
                new SipSettings("127.0.0.1", port, "127.0.0.1", Optional.of(tls), SipLimits.usual(), source -> true),
                request -> new Verdict.Admit(request.source().transport()),
                this::take,
                new Registrar(RegistrarSettings.usual(), InstantSource.system(), (user, bindings) -> {}));
    }

    private CallListener take(IncomingCall call) {
        heard.add("incoming by " + call.party());
        call.answer(Rig.SDP + "a=x:" + "y".repeat(15_000) + "\r\n");
        return listener("callee");
    }

    private CallListener listener(String name) {
        return new CallListener() {
            @Override
            public void answered(String sdp) {
                heard.add("answered " + (sdp.length() > 15_000));
            }

            @Override
            public void refused(int status, String reason) {
                heard.add("refused " + status);
            }

            @Override
            public void ended(String cause) {
                heard.add(name + " " + cause);
            }
        };
    }

    @Test
    void aCallGoesThroughInTls() throws Exception {
        int tlsPort = Rig.freePort();
        try (SipNode caller = node(Rig.freePort(), Rig.freePort());
                SipNode callee = node(Rig.freePort(), tlsPort)) {
            SipParty party = SipParty.of("1", "localhost");
            Peer hop = new Peer("127.0.0.1", tlsPort, Transport.TLS);
            var call = caller.call(
                    CallRequest.of("sips:1@127.0.0.1", party, party, Rig.SDP).by(hop), listener("caller"));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("incoming by TLS");
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("answered true");
            call.bye("");
            // Each side hears of it on a thread of its own.
            assertThat(new String[] {heard.poll(20, TimeUnit.SECONDS), heard.poll(20, TimeUnit.SECONDS)})
                    .containsExactlyInAnyOrder("caller local", "callee bye");
            assertThat(callee.figures().parseErrors()).isZero();
        }
    }

    @Test
    void whoeverHasACertificateOfAnotherNameIsNotCalled() throws Exception {
        makeKey("dns:somebody.example");
        int tlsPort = Rig.freePort();
        try (SipNode caller = node(Rig.freePort(), Rig.freePort());
                SipNode callee = node(Rig.freePort(), tlsPort)) {
            SipParty party = SipParty.of("1", "localhost");
            Peer hop = new Peer("127.0.0.1", tlsPort, Transport.TLS);
            caller.call(
                    CallRequest.of("sips:1@127.0.0.1", party, party, Rig.SDP).by(hop), listener("caller"));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("refused 503");
            assertThat(callee.figures().received()).isZero();
        }
    }

    @Test
    void plainTextOnTheTlsPortCostsOnlyItsConnection() throws Exception {
        int tlsPort = Rig.freePort();
        try (SipNode callee = node(Rig.freePort(), tlsPort);
                SipNode caller = node(Rig.freePort(), Rig.freePort())) {
            try (Phone phone = Phone.tcp(tlsPort)) {
                phone.send(Ping.options("TLS", phone.port(), "plain"));
                assertThat(phone.receive(5_000)).isEmpty();
            }
            SipParty party = SipParty.of("1", "localhost");
            Peer hop = new Peer("127.0.0.1", tlsPort, Transport.TLS);
            caller.call(
                    CallRequest.of("sips:1@127.0.0.1", party, party, Rig.SDP).by(hop), listener("caller"));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("incoming by TLS");
            assertThat(callee.figures().received()).isPositive();
        }
    }

    @Test
    void aKeyStoreThatCannotBeUsedIsNamed() throws IOException {
        Files.writeString(store, "no key store");
        assertThatThrownBy(() -> node(Rig.freePort(), Rig.freePort()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/TLS");
    }
}
