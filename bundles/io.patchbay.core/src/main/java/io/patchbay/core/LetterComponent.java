// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.id.ConversationId;
import io.patchbay.spi.channel.Letter;
import io.patchbay.spi.channel.LetterBox;
import io.patchbay.spi.channel.OverloadException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The door for letters and what comes with them, as services. */
@Component
public final class LetterComponent implements LetterBox, Attachments {
    private final LetterBox letters;
    private final AdmissionComponent admission;
    private final Attachments attachments;

    @Activate
    public LetterComponent(@Reference CoreComponent core, @Reference AdmissionComponent admission) {
        this.admission = admission;
        letters = core.node().letters();
        attachments = core.node().attachments();
    }

    @Override
    public CompletionStage<Posted> post(Letter letter) throws OverloadException {
        admission.mustBeOpen(letter.channel());
        return letters.post(letter);
    }

    @Override
    public Attachment keep(
            ConversationId conversation, Attachment.Role role, String name, String type, InputStream bytes)
            throws IOException {
        return attachments.keep(conversation, role, name, type, bytes);
    }
}
