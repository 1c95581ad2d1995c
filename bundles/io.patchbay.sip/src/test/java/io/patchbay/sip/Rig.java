// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.admission.Admission;
import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.DialogStore;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.call.SipCall;
import io.patchbay.sip.registrar.Registrar;
import io.patchbay.sip.registrar.RegistrarSettings;
import io.patchbay.sip.transaction.Timers;
import io.patchbay.sip.wire.Names;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A node on loopback with short timers, and what its listeners heard. */
final class Rig implements AutoCloseable {
    static final Timers SHORT = new Timers(40, 160, 100);
    static final String SDP =
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";

    final int port = freePort();
    SipNode node;
    final Registrar registrar;
    final Map<String, KeptDialog> kept = new ConcurrentHashMap<>();
    private final Admission admission;
    private final Timers timers;
    private final Names.LookUp lookUp;
    private final BlockingQueue<IncomingCall> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    Rig() {
        this(request -> new Verdict.Admit("anyone"), SHORT, InetAddress::getByName);
    }

    Rig(Admission admission, Timers timers, Names.LookUp lookUp) {
        registrar = new Registrar(
                RegistrarSettings.usual(),
                InstantSource.system(),
                (user, bindings) -> heard.add("bindings " + user + " " + bindings.size()));
        this.admission = admission;
        this.timers = timers;
        this.lookUp = lookUp;
        node = open();
        node.start();
    }

    private SipNode open() {
        SipSettings usual = SipSettings.on("127.0.0.1", port);
        SipLimits limits = new SipLimits(1_000_000, 1_000_000, 100, 50_000, 65_535);
        return new SipNode(
                new SipSettings(usual.bind(), port, usual.advertise(), usual.tls(), limits, source -> false),
                admission,
                this::take,
                registrar,
                new Kept(),
                timers,
                lookUp);
    }

    /** Another node takes the place of this one, with what was written down of its one call. */
    SipCall restart() {
        node.settle();
        node.close();
        String text = kept.values().iterator().next().text();
        assertThat(kept).hasSize(1);
        node = open();
        SipCall call = node.resume(KeptDialog.read(text), listener());
        node.start();
        return call;
    }

    private final class Kept implements DialogStore {
        @Override
        public void kept(KeptDialog dialog) {
            kept.put(dialog.id(), dialog);
        }

        @Override
        public void over(String id) {
            kept.remove(id);
        }
    }

    private CallListener take(IncomingCall call) {
        heard.add("incoming " + call.dialled().user());
        calls.add(call);
        return listener();
    }

    IncomingCall call() throws InterruptedException {
        IncomingCall call = calls.poll(10, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("no call came");
        }
        return call;
    }

    /** The next thing a listener heard; empty after ten seconds. */
    String next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(10, TimeUnit.SECONDS)).orElse("");
    }

    CallListener listener() {
        return new CallListener() {
            @Override
            public void progress(int status, String sdp) {
                heard.add("progress " + status);
            }

            @Override
            public void answered(String sdp) {
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
            public void confirmed(String sdp) {
                heard.add("confirmed");
            }

            @Override
            public void ended(String cause) {
                heard.add("ended " + cause);
            }

            @Override
            public Optional<String> offered(String sdp) {
                heard.add("offered");
                return sdp.contains("RTP/AVP 18") ? Optional.empty() : Optional.of(SDP);
            }

            @Override
            public boolean referred(String user) {
                heard.add("referred " + user);
                return !user.equals("nobody");
            }

            @Override
            public void info(String contentType, String body) {
                heard.add("info " + contentType + " " + body.strip());
            }
        };
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

    @Override
    public void close() {
        node.close();
    }
}
