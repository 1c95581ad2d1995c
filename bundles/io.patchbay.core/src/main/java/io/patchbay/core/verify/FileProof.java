// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.store.content.ContentFiles;
import io.patchbay.store.json.CanonicalJson;
import io.patchbay.store.recording.RecordingFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Whether files and recordings are byte for byte what their entries hashed; erased ones may be gone. */
final class FileProof {
    private final ContentFiles files;
    private final RecordingFiles recordings;
    private final Predicate<ContentOwner> erased;
    private final Found found;

    FileProof(ContentFiles files, RecordingFiles recordings, Predicate<ContentOwner> erased, Found found) {
        this.files = files;
        this.recordings = recordings;
        this.erased = erased;
        this.found = found;
    }

    void take(List<RawLine> lines) {
        for (RawLine line : lines) {
            boolean message = line.type().startsWith("message.") && line.body().contains("\"attachments\"");
            if (message || line.type().equals("interaction.recordingEnded")) {
                body(line).ifPresent(body -> {
                    if (message) {
                        attachments(line, body);
                    } else {
                        recording(line, body);
                    }
                });
            }
        }
    }

    /** The chain names a line that cannot be read. */
    private static Optional<Map<String, Object>> body(RawLine line) {
        try {
            return Optional.of(CanonicalJson.read(line.body()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void attachments(RawLine line, Map<String, Object> body) {
        if (!(body.get("attachments") instanceof List<?> parts)) {
            return;
        }
        for (Object one : parts) {
            Map<?, ?> part = one instanceof Map<?, ?> map ? map : Map.of();
            String id = String.valueOf(part.get("id"));
            if (!hash(() -> files.sha256(AttachmentId.parse(id))).equals(part.get("sha256"))
                    && !erased(ContentOwner.Kind.CONVERSATION, line.conversation())) {
                found.kept(
                        line.seq(),
                        "file",
                        id,
                        "file-altered",
                        "The file {1} of entry {0} is gone or was altered.",
                        "条目 {0} 的文件 {1} 丢失或被改动。");
            }
        }
    }

    /** Of one that is not whole, as when the volume was full, the entry itself promises nothing. */
    private void recording(RawLine line, Map<String, Object> body) {
        if (Boolean.FALSE.equals(body.get("whole"))) {
            return;
        }
        String id = String.valueOf(body.get("recording"));
        String head = String.valueOf(body.get("head"));
        if (!head.isEmpty()
                && !head.equals(hash(() -> recordings.sha256(RecordingId.parse(id))))
                && !erased(ContentOwner.Kind.INTERACTION, line.interaction())) {
            found.kept(
                    line.seq(),
                    "recording",
                    id,
                    "recording-altered",
                    "The recording {1} of entry {0} is gone or was altered.",
                    "条目 {0} 的录音 {1} 丢失或被改动。");
        }
    }

    private boolean erased(ContentOwner.Kind kind, Optional<UUID> owner) {
        return owner.map(id -> new ContentOwner(kind, id)).filter(erased).isPresent();
    }

    private interface Hashed {
        Optional<String> hash() throws IOException;
    }

    /** A file that cannot be read counts as altered. */
    private static String hash(Hashed file) {
        try {
            return file.hash().orElse("gone");
        } catch (IOException | IllegalArgumentException e) {
            return "unreadable: " + e.getMessage();
        }
    }
}
