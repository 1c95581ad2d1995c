// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Scope;
import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.api.PhoneAccount.Answering;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.call.Sdp;
import io.patchbay.channel.voice.door.Net;
import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.channel.voice.door.TrunkSettings;
import io.patchbay.channel.voice.prompt.PromptBook;
import io.patchbay.channel.voice.store.VoiceTables;
import io.patchbay.media.MediaSettings;
import io.patchbay.media.engine.Parking;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.sdp.Audio;
import io.patchbay.spi.verification.Verifier;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.TestDatabases;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A real voice node on loopback, a core that the test plays, a carrier, and the phones of Alice and Bob. */
final class Exchange implements AutoCloseable {
    /** Tests beside each other have ports of their own. */
    private static final int PORTS = 36_000 + 200 * Integer.getInteger("patchbay.fork", 1);

    static final int CALLERS_TONE = 400;
    static final int AGENTS_TONE = 700;
    static final String NUMBER = "95500";
    private static final Duration DEAD_AFTER = Duration.ofSeconds(3);
    static final String SECRET = "wire-cutter";

    final Core core = new Core();
    int port;
    final Records records = new Records();
    final FakeJournal journal = new FakeJournal();
    final List<Verifier> verifiers = new CopyOnWriteArrayList<>();
    final List<LiveCalls.Change> changes = new CopyOnWriteArrayList<>();
    final List<OutgoingCall> callers = new CopyOnWriteArrayList<>();
    final FarEnd carrier = new FarEnd(CALLERS_TONE);
    final FarEnd alice = new FarEnd(AGENTS_TONE);
    final FarEnd bob = new FarEnd(1_000);
    VoiceNode node;
    final Parking parking = new Parking();
    final VoiceTables tables;
    private final PlainStore store;
    private final Path recordings;
    private final Path home;
    private boolean closed;

    Exchange(Path home) {
        store = new PlainStore(home, TestDatabases.memory());
        recordings = home.resolve("recordings");
        ClassLoader classes = VoiceNode.class.getClassLoader();
        store.migrations().migrate("io.patchbay.channel.voice", classes, "io/patchbay/channel/voice/changelog.sql");
        tables = new VoiceTables(store.unit(classes, "voice"), store.outbox());
        this.home = home;
        listens();
        number(new DialledNumber.Rules(true, false, false, 0, false));
        phone("1001", Answering.HANDSET);
        phone("1002", Answering.HANDSET);
    }

    /** A port that is free may be somebody else's a moment later: then it is another. */
    private void listens() {
        for (int attempt = 1; ; attempt++) {
            port = FarEnd.freePort();
            node = node();
            try {
                node.open(InstantSource.system());
                return;
            } catch (IllegalStateException taken) {
                node.close();
                if (attempt == 5) {
                    throw taken;
                }
            }
        }
    }

    private VoiceNode node() {
        VoiceNode made = new VoiceNode(new VoiceNode.Parts(
                setup(port),
                core,
                records,
                new OneQueue(),
                new Staff(),
                journal,
                () -> verifiers,
                store.vault(),
                tables,
                new PromptBook(home.resolve("prompts"), VoiceNode.class.getClassLoader()::getResource),
                recordings,
                parking,
                Runnable::run,
                changes::add,
                InstantSource.system()));
        made.places()
                .add(new Trunk(new TrunkSettings(
                        "north",
                        "",
                        5060,
                        Transport.UDP,
                        "",
                        "",
                        Net.list("127.0.0.1"),
                        List.of("955*"),
                        2,
                        "CN",
                        TrunkSettings.Outward.NONE)));
        return made;
    }

    /** Another instance goes on with the calls of this one. */
    void exchanged() {
        node.handOver();
        node = node();
        node.open(InstantSource.system());
    }

    /** The process is killed and starts again. */
    void killed() {
        node.close();
        node = node();
        node.open(InstantSource.system());
    }

    private static VoiceSetup setup(int port) {
        MediaSettings media = MediaSettings.defaults(InetAddress.getLoopbackAddress())
                .withPorts(PORTS, PORTS + 199)
                .withDeadAfter(DEAD_AFTER)
                .withThreads(1);
        Sdp.Ours said = new Sdp.Ours(List.of(Audio.Codec.PCMA, Audio.Codec.PCMU), "127.0.0.1", "127.0.0.1", List.of());
        return new VoiceSetup("127.0.0.1", port, Optional.empty(), media, said, Set.of(), Duration.ZERO);
    }

    private void saved(VoiceCommand command) {
        CommandResult result = node.book().carryOut(new Actor.Part("test"), command, "");
        if (!(result instanceof CommandResult.Done)) {
            throw new AssertionError(result);
        }
    }

    void number(DialledNumber.Rules rules) {
        saved(new VoiceCommand.SaveNumber(new DialledNumber(NUMBER, OneQueue.SERVICE, "en", "", rules)));
    }

    void phone(String extension, Answering answering) {
        saved(new VoiceCommand.SavePhone(
                new PhoneAccount(extension, PhoneAccount.Digest.MD5, answering), Optional.of(SECRET)));
    }

    /** Alice has her phone answer by itself, or no longer. */
    void autoAnswers(boolean on) {
        Actor.Person actor = new Actor.Person(new UserId(Staff.ALICE.value()), Scope.system());
        CommandResult result = node.book().carryOut(actor, new VoiceCommand.AutoAnswer(on), "");
        if (!(result instanceof CommandResult.Done)) {
            throw new AssertionError(result);
        }
    }

    RecordingFiles recordings() {
        return new RecordingFiles(recordings, store.vault());
    }

    /** The disk takes no recordings: where their folder was is a file. */
    void diskFails() throws IOException {
        try (Stream<Path> files = Files.exists(recordings) ? Files.walk(recordings) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createFile(recordings);
    }

    void diskIsMended() throws IOException {
        Files.delete(recordings);
    }

    /** A caller who is answered and waits: contact {@code index}, the first is 0. */
    Core.Contact waiting(int index) {
        callers.add(carrier.calls(NUMBER, "13800132046", port));
        Core.Contact contact = core.contact(index).commit();
        Until.comesTrue(
                () -> carrier.heard("answered") == callers.size()
                        && node.calls().call(contact.id).isPresent(),
                () -> "an answered call");
        return contact;
    }

    /** A caller at whose side Alice's phone rings. */
    Core.Contact ringing() {
        registered();
        Core.Contact contact = waiting(0);
        contact.session.offer(Staff.ALICE, Instant.MAX);
        alice.call(0);
        return contact;
    }

    void registered() {
        alice.registers("1001", SECRET, port);
        alice.hears("registered");
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        node.close();
        carrier.close();
        alice.close();
        bob.close();
        store.close();
    }
}
