// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import io.patchbay.sip.admission.Admission;
import io.patchbay.sip.admission.Bounds;
import io.patchbay.sip.admission.Gate;
import io.patchbay.sip.admission.Passage;
import io.patchbay.sip.admission.Tally;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.CallTaker;
import io.patchbay.sip.call.DialogStore;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.call.SipCall;
import io.patchbay.sip.dialog.Switchboard;
import io.patchbay.sip.edge.Ids;
import io.patchbay.sip.edge.OurAddress;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.flow.Flow;
import io.patchbay.sip.flow.FlowSocket;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.registrar.Registrar;
import io.patchbay.sip.transaction.ClientTransactions;
import io.patchbay.sip.transaction.Lanes;
import io.patchbay.sip.transaction.ServerTransaction;
import io.patchbay.sip.transaction.ServerTransactions;
import io.patchbay.sip.transaction.Timers;
import io.patchbay.sip.wire.Flows;
import io.patchbay.sip.wire.Names;
import io.patchbay.sip.wire.Wires;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The SIP side of this process: its sockets, transactions and dialogs. Any thread. */
public final class SipNode implements AutoCloseable {
    private static final int LANES = 4;
    private static final long HOUSEKEEPING_MILLIS = 1_000;

    private final OurAddress us;
    private final Lanes lanes = new Lanes(LANES);
    private final Tally tally = new Tally();
    private final Wires wires;
    private final ServerTransactions servers;
    private final ClientTransactions clients;
    private final Switchboard switchboard;
    private final RegisterDesk desk;
    private final Bounds bounds;
    private final Gate gate;
    private final Registrar registrar;
    private final Flows flows;

    /**
     * Opens the sockets and starts to take requests.
     *
     * @param settings where and how
     * @param admission decides who gets state
     * @param calls takes incoming calls
     * @param registrar takes admitted REGISTERs
     * @throws IllegalStateException if a port is in use or the key store is unusable; the message names it
     */
    public SipNode(SipSettings settings, Admission admission, CallTaker calls, Registrar registrar) {
        this(settings, admission, calls, registrar, DialogStore.NONE);
        start();
    }

    /**
     * Opens the sockets; what becomes of answered calls is written down. What comes waits until {@link #start}: calls
     * may be resumed before, so that no request for them finds nobody.
     *
     * @param settings where and how
     * @param admission decides who gets state
     * @param calls takes incoming calls
     * @param registrar takes admitted REGISTERs
     * @param store keeps answered calls
     * @throws IllegalStateException if a port is in use or the key store is unusable; the message names it
     */
    public SipNode(SipSettings settings, Admission admission, CallTaker calls, Registrar registrar, DialogStore store) {
        this(settings, admission, calls, registrar, store, Timers.STANDARD, InetAddress::getByName);
    }

    SipNode(
            SipSettings settings,
            Admission admission,
            CallTaker calls,
            Registrar registrar,
            DialogStore store,
            Timers timers,
            Names.LookUp lookUp) {
        this.registrar = registrar;
        SipLimits limits = settings.limits();
        us = new OurAddress(
                settings.advertise(),
                settings.port(),
                settings.tls().map(SipSettings.Tls::port).orElse(5061));
        servers = new ServerTransactions(lanes, this::send, timers);
        clients = new ClientTransactions(lanes, this::send, timers);
        switchboard = new Switchboard(us, this::send, lanes, clients, timers, calls, store);
        flows = new Flows(limits.requestsPerSecond(), limits.burst(), System::nanoTime, this::lost);
        desk = new RegisterDesk(registrar, InstantSource.system(), flows::isOpen);
        bounds = new Bounds(
                limits.requestsPerSecond(),
                limits.burst(),
                limits.sources(),
                settings.trusted(),
                limits.transactions(),
                lanes);
        String sentBy = us.host() + ":" + settings.port();
        gate = new Gate(bounds, sentBy, admission, servers, clients, new Inside(), this::send, tally);
        wires = Sockets.open(settings, new Names(lookUp), gate, flows);
        keepHouse();
    }

    /** Takes what comes from now on; once. */
    public void start() {
        wires.start();
    }

    private void send(byte[] message, Peer to, Runnable failed) {
        wires.send(message, to, failed);
    }

    private void keepHouse() {
        lanes.of("housekeeping").after(HOUSEKEEPING_MILLIS, () -> {
            bounds.sweep();
            registrar.expire();
            flows.sweep(() -> {
                Set<Peer> used = new HashSet<>(registrar.flows());
                used.addAll(switchboard.flows());
                return used;
            });
            keepHouse();
        });
    }

    private void lost(Peer flow) {
        registrar.lost(flow);
        switchboard.lost(flow);
    }

    /**
     * Takes a WebSocket that somebody else holds (RFC 7118), of a client that speaks the subprotocol {@code sip}.
     *
     * @param host the client's address, as digits
     * @param port the client's port; of one behind a proxy that tells none, 0
     * @param secure whether it is in TLS
     * @param socket where messages are written
     * @return to be told what the client says; empty if there are too many sockets, of this address or in all
     */
    public Optional<Flow> flow(String host, int port, boolean secure, FlowSocket socket) {
        return flows.open(host, port, secure ? Transport.WSS : Transport.WS, socket, gate);
    }

    /**
     * Makes a call. Returns at once; host names are resolved elsewhere.
     *
     * @param request whom, as whom, with what offer
     * @param listener hears what happens, on the call's worker thread
     * @return the call
     * @throws IllegalArgumentException if the target is no URI
     */
    public OutgoingCall call(CallRequest request, CallListener listener) {
        return switchboard.call(request, listener);
    }

    /**
     * Goes on with an answered call that another node left by {@link #close}: requests of both sides, as if nothing had
     * been. Over streams the far end is called anew when there is something to say.
     *
     * @param dialog what was kept of it
     * @param listener hears what happens, on the call's worker thread
     * @return the call
     */
    public SipCall resume(KeptDialog dialog, CallListener listener) {
        return switchboard.resume(dialog, listener);
    }

    /** Waits until all that was asked for so far is on its way: before {@link #close}, if that is to be said. */
    public void settle() {
        lanes.settle();
    }

    /**
     * Registers at a trunk and stays registered until the registration is closed.
     *
     * @param settings where and as whom
     * @param listener hears how it goes
     * @return to end it
     */
    public Registration register(RegistrationSettings settings, RegistrationListener listener) {
        String callId = Ids.callId();
        TrunkRegistration registration =
                new TrunkRegistration(callId, settings, listener, us, clients, lanes.of(callId));
        registration.start();
        return registration;
    }

    /**
     * Asks a far end by OPTIONS whether it is there until the watch is closed.
     *
     * @param settings whom and how often
     * @param listener hears when it changes
     * @return to end it
     */
    public Watch watch(WatchSettings settings, WatchListener listener) {
        String callId = Ids.callId();
        TrunkWatch watch = new TrunkWatch(callId, settings, listener, us, clients, lanes.of(callId));
        watch.start();
        return watch;
    }

    /**
     * What happened so far.
     *
     * @return counts
     */
    public SipFigures figures() {
        return new SipFigures(
                tally.received(),
                tally.admitted(),
                tally.challenged(),
                tally.refused(),
                tally.dropped(),
                tally.parseErrors(),
                servers.size(),
                clients.size(),
                switchboard.size(),
                flows.size());
    }

    /** Ends sockets and threads. Sends nothing: whoever wants BYEs sends them first. */
    @Override
    public void close() {
        wires.close();
        lanes.close();
    }

    /** Where admitted requests go. */
    private final class Inside implements Passage {
        @Override
        public boolean knows(Request request) {
            return switchboard.knows(request);
        }

        @Override
        public void admitted(Object party, Request request, ServerTransaction transaction) {
            if (request.method().equals("REGISTER")) {
                transaction.lane().run(() -> desk.register(party, request, transaction));
            } else {
                switchboard.incoming(party, request, transaction);
            }
        }

        @Override
        public void within(Request request, ServerTransaction transaction) {
            switchboard.asked(request, transaction);
        }

        @Override
        public void acknowledged(Request ack) {
            switchboard.acknowledged(ack);
        }
    }
}
