// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.core.content.KeptAttachments;
import io.patchbay.core.journal.SqlJournal;
import io.patchbay.store.content.ContentFiles;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.store.recording.Law;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.store.recording.RecordingWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A small home with all that is verified: contacts with messages, files, recordings and acts of administration. */
final class Journalled implements AutoCloseable {
    static final UnitId UNIT = new UnitId("headquarters");
    private static final AgentId ALICE = new AgentId("alice");

    final PlainStore store;
    final SqlJournal journal;
    final ContentFiles files;
    final RecordingFiles recordings;
    final List<InteractionId> contacts = new ArrayList<>();
    final List<Path> attachments = new ArrayList<>();
    private long millis = 1_790_000_000_000L;

    Journalled(Path home, DataSource database) throws IOException {
        store = new PlainStore(home, database);
        store.migrations().migrate("io.patchbay.core", getClass().getClassLoader(), "io/patchbay/core/changelog.sql");
        journal = new SqlJournal(store.database(), store.vault(), store.idempotencyKeys(), store.outbox());
        files = new ContentFiles(home.resolve("content"), store.vault());
        recordings = new RecordingFiles(home.resolve("recordings"), store.vault());
        act("person.saved", Map.of("user", "alice", "name", "Alice 艾丽丝"));
        for (int i = 0; i < 3; i++) {
            contact(i);
        }
        act("queue.saved", Map.of("queue", "vip", "ring", 15));
        act("recording.played", Map.of("recording", List.of("one", "two")));
    }

    private Instant next() {
        return Instant.ofEpochMilli(millis += 1000);
    }

    private void act(String type, Map<String, Object> body) {
        write(JournalDraft.act(next(), type, "user:admin", UNIT, body));
    }

    private void write(JournalDraft draft) {
        journal.append(List.of(draft)).toCompletableFuture().join();
    }

    private void contact(int number) throws IOException {
        InteractionId id = InteractionId.at(millis);
        ConversationId conversation = new ConversationId(id.value());
        contacts.add(id);
        happens(
                id,
                conversation,
                new InteractionEvent.Arrived(
                        "260922-0000" + (number + 1),
                        conversation,
                        new ChannelKey("chat"),
                        new WorkKind("chat"),
                        Direction.INBOUND,
                        new QueueId("service"),
                        new Confidential.Clear("tel:+861380000000" + number),
                        Optional.empty(),
                        Optional.of(new Confidential.Clear("林若晴")),
                        Optional.empty(),
                        "zh-CN",
                        Optional.of("remote-" + number)));
        happens(
                id,
                conversation,
                new InteractionEvent.Identified(
                        "known", Optional.of(new CustomerId(conversation.value())), Optional.of("gold")));
        happens(
                id,
                conversation,
                new InteractionEvent.Queued(new QueueId("vip"), 3, Optional.empty(), Optional.empty()));
        happens(id, conversation, new AssignmentEvent.Offered(ALICE, next(), "longest idle"));
        happens(id, conversation, new AssignmentEvent.Accepted(ALICE));
        Attachment file = new KeptAttachments(files, InstantSource.fixed(Instant.ofEpochMilli(millis)))
                .keep(conversation, Attachment.Role.FILE, "证件.txt", "text/plain", bytes("a file of contact " + number));
        happens(
                id,
                conversation,
                new MessageEvent.Received(
                        new MessageId("m" + number),
                        new Confidential.Clear("我的卡丢了 " + number),
                        Optional.empty(),
                        List.of(KeptAttachments.part(file))));
        recorded(id, conversation);
        happens(
                id,
                conversation,
                new InteractionEvent.NoteAdded(ALICE, new Confidential.Clear("called back " + number)));
        if (number != 2) {
            happens(id, conversation, new InteractionEvent.Closed(Outcome.HANDLED, Optional.empty()));
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private void recorded(InteractionId id, ConversationId conversation) throws IOException {
        RecordingId recording = RecordingId.at(millis);
        happens(id, conversation, new InteractionEvent.RecordingBegan(recording));
        try (RecordingWriter writer = recordings.create(recording, id)) {
            for (int second = 0; second < 2; second++) {
                writer.write(
                        second,
                        8000,
                        Law.ALAW,
                        ByteBuffer.wrap(new byte[8000]),
                        Law.ULAW,
                        ByteBuffer.wrap(new byte[8000]));
            }
            RecordingWriter.Finished done = writer.finish();
            happens(
                    id,
                    conversation,
                    new InteractionEvent.RecordingEnded(recording, done.seconds(), done.head(), true));
        }
    }

    private void happens(InteractionId id, ConversationId conversation, CoreEvent event) {
        boolean words = event instanceof MessageEvent || event instanceof InteractionEvent.NoteAdded;
        ContentOwner owner = words
                ? new ContentOwner(ContentOwner.Kind.CONVERSATION, conversation.value())
                : new ContentOwner(ContentOwner.Kind.INTERACTION, id.value());
        write(new JournalDraft(
                next(),
                CoreEvents.type(event),
                CoreEvents.VERSION,
                new JournalDraft.Subject(Optional.of(id), Optional.of(conversation)),
                event instanceof InteractionEvent.NoteAdded ? "user:alice" : "system:core",
                UNIT,
                1,
                CoreEvents.body(event),
                Optional.of(owner)));
    }

    @Override
    public void close() {
        journal.close();
        store.close();
    }
}
