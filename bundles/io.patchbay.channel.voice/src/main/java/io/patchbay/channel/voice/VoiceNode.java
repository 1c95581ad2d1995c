// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Scope;
import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.call.Calls;
import io.patchbay.channel.voice.call.Dialer;
import io.patchbay.channel.voice.call.Lanes;
import io.patchbay.channel.voice.call.OutboundRules;
import io.patchbay.channel.voice.call.RecorderState;
import io.patchbay.channel.voice.call.Sdp;
import io.patchbay.channel.voice.call.SecureCalls;
import io.patchbay.channel.voice.call.SecureTrace;
import io.patchbay.channel.voice.call.Shared;
import io.patchbay.channel.voice.call.Verifications;
import io.patchbay.channel.voice.door.Places;
import io.patchbay.channel.voice.door.VoiceAdmission;
import io.patchbay.channel.voice.phone.Browsers;
import io.patchbay.channel.voice.phone.Extensions;
import io.patchbay.channel.voice.phone.Phones;
import io.patchbay.channel.voice.prompt.PromptBook;
import io.patchbay.channel.voice.settings.VoiceBook;
import io.patchbay.channel.voice.socket.SocketTally;
import io.patchbay.channel.voice.store.DialogBook;
import io.patchbay.channel.voice.store.VoiceTables;
import io.patchbay.media.MediaFigures;
import io.patchbay.media.engine.MediaEngine;
import io.patchbay.media.engine.Parking;
import io.patchbay.sip.SipLimits;
import io.patchbay.sip.SipNode;
import io.patchbay.sip.SipSettings;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.KeptDialog;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.call.SipCall;
import io.patchbay.sip.digest.DigestAlgorithm;
import io.patchbay.sip.digest.DigestGate;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.registrar.Binding;
import io.patchbay.sip.registrar.PhoneGate;
import io.patchbay.sip.registrar.Registrar;
import io.patchbay.sip.registrar.RegistrarSettings;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.verification.Verifier;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.webrtc.WebRtc;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Voice of one node, put together: plain Java, so that tests and benchmarks run the same thing as the container. */
public final class VoiceNode implements AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(VoiceNode.class);

    /** How long sound runs on when nobody takes the calls up. */
    private static final Duration LONGEST_PARKED = Duration.ofSeconds(60);

    private static final String CUT_OFF = "SIP;cause=503;text=\"restart\"";
    private static final long PAUSE_NANOS = 20_000_000;

    private final VoiceSetup setup;
    private final Lanes lanes = new Lanes();
    private final MediaEngine media;
    private final VoiceBook book;
    private final Extensions extensions;
    private final Phones phones;
    private final Browsers browsers;
    private final WebRtc webRtc = new WebRtc();
    private final PromptBook prompts;
    private final Sdp sdp;
    private final SocketTally sockets = new SocketTally();
    private final RecorderState recorder = new RecorderState(System::nanoTime);
    private final Calls calls;
    private final Verifications verifications;
    private final SecureCalls secure;
    private final Registrar registrar;
    private final Places places = new Places();
    private final DialogBook dialogs;
    private final VoiceTables tables;
    private final Parking parking;
    private List<Parking.Parcel> parcels;
    private volatile SipNode sip;
    private volatile boolean draining;

    /** What a node is made of. */
    record Parts(
            VoiceSetup setup,
            Intake intake,
            Interactions interactions,
            Queues queues,
            People people,
            Journal journal,
            Supplier<List<Verifier>> verifiers,
            ContentVault vault,
            VoiceTables tables,
            PromptBook prompts,
            Path recordings,
            Parking parking,
            Executor disk,
            Consumer<LiveCalls.Change> changed,
            InstantSource clock) {}

    VoiceNode(Parts parts) {
        setup = parts.setup();
        prompts = parts.prompts();
        book = new VoiceBook(parts.tables(), parts.queues(), parts.people(), prompts::greetings, parts.clock());
        extensions = new Extensions(parts.people());
        phones = new Phones(
                Calls.KIND,
                extensions,
                extension -> book.phone(extension).isPresent(),
                agent -> browsers().has(agent),
                parts.clock(),
                lanes::later,
                bindings -> parts.disk().execute(() -> parts.tables().keep(bindings)));
        browsers = new Browsers(phones::browserChanged);
        registrar = new Registrar(RegistrarSettings.usual(), parts.clock(), phones);
        List<Binding> known = parts.tables().bindings().stream()
                .filter(binding -> binding.flow().transport() == Transport.UDP)
                .toList();
        registrar.restore(known);
        phones.restore(known);
        phones.watch(agent -> parts.changed().accept(new LiveCalls.Change.OfPhone(agent)));
        tables = parts.tables();
        dialogs = new DialogBook(tables, parts.disk(), lanes::later);
        parking = parts.parking();
        Optional<Parking.Parked> parked = parking.claim();
        media = parked.map(Parking.Parked::engine).orElseGet(() -> new MediaEngine(setup.media()));
        parcels = parked.map(Parking.Parked::parcels).orElse(List.of());
        sdp = new Sdp(setup.said());
        RecordingFiles files = new RecordingFiles(parts.recordings(), parts.vault());
        Remnants.end(parts.intake(), parts.interactions(), files, Calls.interactions(parcels));
        SecureTrace trace = new SecureTrace(parts.journal(), parts.interactions(), parts.disk(), parts.clock());
        verifications = new Verifications(parts.verifiers(), parts.clock());
        Shared shared = new Shared(
                parts.intake(),
                media,
                sdp,
                new Line(),
                phones,
                browsers,
                webRtc,
                extensions,
                book,
                prompts,
                files,
                recorder,
                trace,
                lanes,
                places,
                parts.clock(),
                parts.changed());
        calls = new Calls(
                shared,
                queue -> parts.queues()
                        .queue(Scope.system(), queue)
                        .map(QueueSettings::name)
                        .orElse(queue.value()),
                setup.said().advertise(),
                new OutboundRules(places::trunks, RandomGenerator.getDefault()));
        secure = new SecureCalls(calls, trace, verifications);
        new RecorderWatch(parts.recordings(), book, recorder, lanes, parts.disk()).begin();
    }

    /**
     * Opens the sockets.
     *
     * @throws IllegalStateException naming a port that is in use
     */
    void open(InstantSource clock) {
        DigestGate gate =
                new DigestGate(VoiceBook.REALM, (user, realm, algorithm) -> book.proof(user, algorithm), clock);
        VoiceAdmission admission = new VoiceAdmission(
                places::trunks,
                new PhoneGate(gate, this::algorithm),
                user -> book.phone(user).isPresent(),
                number -> book.number(number).isPresent(),
                () -> draining);
        sip = new SipNode(
                new SipSettings(
                        setup.bind(),
                        setup.sipPort(),
                        setup.said().advertise(),
                        setup.tls(),
                        SipLimits.usual(),
                        source -> places.trunks().stream().anyMatch(trunk -> trunk.isFrom(source))),
                admission,
                calls,
                registrar,
                dialogs);
        goOn();
    }

    /** With calls that were handed over; who was left in silence by a process that was killed is let go. */
    private void goOn() {
        List<Parking.Parcel> given = parcels;
        parcels = List.of();
        List<KeptDialog> written = tables.dialogs();
        Set<String> taken = calls.takeUp(given);
        List<SipCall> left = written.stream()
                .filter(dialog -> !taken.contains(dialog.id()))
                .map(dialog -> sip.resume(dialog, new CallListener() {}))
                .toList();
        sip.start();
        left.forEach(call -> call.bye(CUT_OFF));
        if (!given.isEmpty() || !left.isEmpty()) {
            log.info("Went on with {} calls, let {} dialogs go that were cut off", given.size(), left.size());
        }
    }

    /** SIP as calls use it: there is none before the sockets are open. */
    private final class Line implements Dialer {
        @Override
        public OutgoingCall call(CallRequest request, CallListener listener) {
            return sip.call(request, listener);
        }

        @Override
        public SipCall resume(KeptDialog dialog, CallListener listener) {
            return sip.resume(dialog, listener);
        }
    }

    private DigestAlgorithm algorithm(String user) {
        return book.phone(user)
                .filter(phone -> phone.digest() == PhoneAccount.Digest.SHA256)
                .map(phone -> DigestAlgorithm.SHA_256)
                .orElse(DigestAlgorithm.MD5);
    }

    Optional<SipNode> sip() {
        return Optional.ofNullable(sip);
    }

    VoiceBook book() {
        return book;
    }

    Phones phones() {
        return phones;
    }

    Browsers browsers() {
        return browsers;
    }

    Extensions extensions() {
        return extensions;
    }

    PromptBook prompts() {
        return prompts;
    }

    Calls calls() {
        return calls;
    }

    SecureCalls secure() {
        return secure;
    }

    Lanes lanes() {
        return lanes;
    }

    SocketTally sockets() {
        return sockets;
    }

    RecorderState recorder() {
        return recorder;
    }

    MediaFigures media() {
        return media.figures();
    }

    Places places() {
        return places;
    }

    void change(Sdp.Ours said) {
        sdp.change(said);
    }

    boolean draining() {
        return draining;
    }

    /** Takes no new calls, or takes them again. */
    void draining(boolean now) {
        draining = now;
    }

    /**
     * Takes no new calls, waits for the running ones as long as it may, ends what is left, and lets go of everything.
     */
    void close(Duration drain) {
        draining = true;
        await(() -> calls.count() > 0, drain);
        calls.endAll("voice stopped");
        await(() -> calls.count() > 0 || isSaying(), GOODBYE);
        close();
    }

    /**
     * Another instance is to go on with the calls: their sound flows on, parked, and SIP is silent until then. What
     * passes just now ends.
     */
    void handOver() {
        draining = true;
        calls.settle("restart");
        await(() -> media.figures().recordings() > calls.recorded(), GOODBYE);
        sip().ifPresent(open -> {
            open.settle();
            open.close();
        });
        List<Parking.Parcel> running = new ArrayList<>(parcels);
        running.addAll(calls.handOver());
        dialogs.write();
        if (running.isEmpty()) {
            media.close();
        } else {
            parking.park(new Parking.Parked(media, running), LONGEST_PARKED);
            log.info("Handed {} calls over", running.size());
        }
        rest();
    }

    /** Whether the far ends of calls were not told yet that they are over. */
    private boolean isSaying() {
        return sip().map(SipNode::figures).filter(now -> now.calls() > 0).isPresent();
    }

    private static void await(BooleanSupplier busy, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (busy.getAsBoolean()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Lets go of everything at once. */
    @Override
    public void close() {
        SipNode open = sip;
        if (open != null) {
            open.close();
        }
        media.close();
        rest();
    }

    private void rest() {
        webRtc.close();
        verifications.close();
        lanes.close();
    }
}
