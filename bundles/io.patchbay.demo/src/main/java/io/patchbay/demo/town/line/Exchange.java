// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import io.patchbay.media.MediaSettings;
import io.patchbay.media.engine.MediaEngine;
import io.patchbay.sip.Registration;
import io.patchbay.sip.RegistrationListener;
import io.patchbay.sip.RegistrationSettings;
import io.patchbay.sip.SipNode;
import io.patchbay.sip.SipSettings;
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
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The town's telephones, on a free port of the loopback address: customers' that dial, agents' that register. */
public final class Exchange implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int FIRST_SIP = 14_900;
    private static final int LAST_SIP = 15_400;
    private static final int FIRST_RTP = 15_500;
    private static final int LAST_RTP = 17_498;
    private static final int EXPIRES_SECONDS = 300;
    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final long GOODBYE_MILLIS = 500;

    private final Peer patchbay;
    private final MediaEngine media;
    private final SipNode sip;
    private int port;
    private final Map<String, DeskPhone> phones = new ConcurrentHashMap<>();

    /** Opens it; Patchbay's SIP port is on this machine. */
    public Exchange(int patchbayPort) {
        patchbay = new Peer(HOST, patchbayPort, Transport.UDP);
        media = new MediaEngine(MediaSettings.defaults(InetAddress.getLoopbackAddress())
                .withPorts(FIRST_RTP, LAST_RTP)
                .withThreads(1)
                .withDeadAfter(SILENT));
        sip = open();
    }

    private SipNode open() {
        IllegalStateException taken = new IllegalStateException("no port");
        for (port = FIRST_SIP; port <= LAST_SIP; port++) {
            try {
                return new SipNode(
                        SipSettings.on(HOST, port),
                        request -> request.method().equals("INVITE") ? new Verdict.Admit("") : Verdict.Refuse.with(405),
                        this::incoming,
                        new Registrar(RegistrarSettings.usual(), InstantSource.system(), (user, bindings) -> {}));
            } catch (IllegalStateException e) {
                taken = e;
            }
        }
        throw taken;
    }

    String address() {
        return HOST + ":" + port;
    }

    MediaEngine media() {
        return media;
    }

    /** Dials a number of Patchbay's as somebody. */
    OutgoingCall call(String from, String number, String offer, CallListener listener) {
        String target = "sip:" + number + "@" + HOST + ":" + patchbay.port();
        return sip.call(
                CallRequest.of(target, SipParty.of(from, HOST), SipParty.of(number, HOST), offer)
                        .by(patchbay),
                listener);
    }

    /** Plugs a telephone in. */
    public Registration plugIn(String extension, String secret, DeskPhone phone, RegistrationListener listener) {
        phones.put(extension, phone);
        Registration registration = sip.register(
                new RegistrationSettings(
                        patchbay, HOST, new Login(extension, secret, HOST, Optional.empty()), EXPIRES_SECONDS),
                listener);
        return () -> {
            phones.remove(extension, phone);
            phone.hangUp();
            registration.close();
        };
    }

    private CallListener incoming(IncomingCall call) {
        DeskPhone phone = phones.get(call.dialled().user());
        if (phone == null) {
            call.refuse(404, "", OptionalInt.empty());
            return new CallListener() {};
        }
        return phone.rings(call);
    }

    /** Lets good-byes go out, then ends everything. */
    @Override
    public void close() {
        try {
            if (new CountDownLatch(1).await(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody counts it down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sip.close();
        media.close();
    }
}
