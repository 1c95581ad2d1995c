// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.content;

import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.store.content.ContentFiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;

/** Attachments in sealed files of the home. */
public final class KeptAttachments implements Attachments {
    private final ContentFiles files;
    private final InstantSource clock;

    /** Keeps them in {@code files}. */
    public KeptAttachments(ContentFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Attachment keep(
            ConversationId conversation, Attachment.Role role, String name, String type, InputStream bytes)
            throws IOException {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name must have 1 to 200 characters but has " + name.length());
        }
        AttachmentId id = AttachmentId.at(clock.millis());
        ContentFiles.Kept kept =
                files.keep(id, new ContentOwner(ContentOwner.Kind.CONVERSATION, conversation.value()), bytes);
        return new Attachment(id, role, Optional.of(name), type, kept.size(), kept.sha256());
    }

    /** The bytes; empty if they are not there or erased. */
    public Optional<InputStream> open(AttachmentId id) throws IOException {
        return files.open(id);
    }

    /** How the journal names it. */
    public static MessageEvent.AttachedPart part(Attachment attachment) {
        return new MessageEvent.AttachedPart(
                attachment.id(),
                attachment.role(),
                new Confidential.Clear(attachment.name().orElse("")),
                attachment.type(),
                attachment.size(),
                attachment.sha256());
    }
}
