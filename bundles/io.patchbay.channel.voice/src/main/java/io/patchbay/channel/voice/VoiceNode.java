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
import io.patchbay.channel.voice.call.Lanes;
import io.patchbay.channel.voice.call.OutboundRules;
import io.patchbay.channel.voice.call.RecorderState;
import io.patchbay.channel.voice.call.Sdp;
import io.patchbay.channel.voice.call.SecureCalls;
import io.patchbay.channel.voice.call.SecureTrace;
import io.patchbay.channel.voice.call.Shared;
import io.patchbay.channel.voice.call.Verifications;
import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.channel.voice.door.VoiceAdmission;
import io.patchbay.channel.voice.phone.Browsers;
import io.patchbay.channel.voice.phone.Extensions;
import io.patchbay.channel.voice.phone.Phones;
import io.patchbay.channel.voice.prompt.PromptBook;
import io.patchbay.channel.voice.settings.VoiceBook;
import io.patchbay.channel.voice.socket.SocketTally;
import io.patchbay.channel.voice.store.VoiceTables;
import io.patchbay.media.MediaFigures;
import io.patchbay.media.engine.MediaEngine;
import io.patchbay.sip.SipLimits;
import io.patchbay.sip.SipNode;
import io.patchbay.sip.SipSettings;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Voice of one node, put together: plain Java, so that tests and benchmarks run the same thing as the container. */
public final class VoiceNode implements AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(5);
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
    private final Set<Trunk> trunks = ConcurrentHashMap.newKeySet();
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
            Executor disk,
            Consumer<LiveCalls.Change> changed,
            InstantSource clock) {}

    VoiceNode(Parts parts) {
        setup = parts.setup();
        prompts = parts.prompts();
        book = new VoiceBook(parts.tables(), parts.queues(), prompts::greetings, parts.clock());
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
        media = new MediaEngine(setup.media());
        sdp = new Sdp(setup.said());
        RecordingFiles files = new RecordingFiles(parts.recordings(), parts.vault());
        Remnants.end(parts.intake(), parts.interactions(), files);
        SecureTrace trace = new SecureTrace(parts.journal(), parts.interactions(), parts.disk(), parts.clock());
        verifications = new Verifications(parts.verifiers(), parts.clock());
        Shared shared = new Shared(
                parts.intake(),
                media,
                sdp,
                (request, listener) -> sip.call(request, listener),
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
                parts.clock(),
                parts.changed());
        calls = new Calls(
                shared,
                queue -> parts.queues()
                        .queue(Scope.system(), queue)
                        .map(QueueSettings::name)
                        .orElse(queue.value()),
                setup.said().advertise(),
                new OutboundRules(() -> trunks, RandomGenerator.getDefault()));
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
                () -> trunks,
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
                        source -> trunks.stream().anyMatch(trunk -> trunk.isFrom(source))),
                admission,
                calls,
                registrar);
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

    Set<Trunk> trunks() {
        return trunks;
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
        webRtc.close();
        verifications.close();
        lanes.close();
    }
}
