// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.content;

import io.patchbay.api.id.ConversationId;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Where files are kept before a message names them. Safe for any thread. */
@ProviderType
public interface Attachments {
    /** The longest name, in characters. */
    int LONGEST_NAME = 200;

    /**
     * Seals a file under a conversation's key and forces it to disk. It is reachable only once a message names it.
     *
     * @param conversation whose key seals it
     * @param role what it is to the message
     * @param name its name for people, 1 to 200 characters
     * @param type its media type, at most 100 characters
     * @param bytes the file; read to its end, not closed
     * @return what a message may name
     * @throws IOException if the source or the disk fails; nothing is kept
     */
    Attachment keep(ConversationId conversation, Attachment.Role role, String name, String type, InputStream bytes)
            throws IOException;
}
