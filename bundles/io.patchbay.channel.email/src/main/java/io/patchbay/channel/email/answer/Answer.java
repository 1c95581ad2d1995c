// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.answer;

import io.patchbay.spi.channel.Enclosure;
import java.util.List;

/**
 * A mail of ours to be sent.
 *
 * @param mailId its Message-ID without angle brackets: the same whenever it is sent again
 * @param to whom
 * @param subject of the conversation; may be empty
 * @param text the words
 * @param references Message-IDs of the conversation's mails, oldest first, without angle brackets
 * @param enclosures files that go with it
 * @param automatic whether no person wrote it (RFC 3834)
 */
public record Answer(
        String mailId,
        String to,
        String subject,
        String text,
        List<String> references,
        List<Enclosure> enclosures,
        boolean automatic) {
    public Answer {
        references = List.copyOf(references);
        enclosures = List.copyOf(enclosures);
    }

    /** Hides the content. */
    @Override
    public String toString() {
        return "Answer[" + mailId + "]";
    }
}
