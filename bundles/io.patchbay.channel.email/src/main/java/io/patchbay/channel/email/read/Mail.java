// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import io.patchbay.api.address.Address.EmailAddress;
import io.patchbay.channel.email.mime.Fields;
import io.patchbay.spi.channel.Enclosure;
import java.util.List;
import java.util.Optional;

/**
 * A mail as it was read.
 *
 * @param id what it calls itself, without angle brackets; empty if it has no usable Message-ID
 * @param fingerprint hex SHA-256 of sender, subject, date and content: the same mail again has the same
 * @param sender who wrote
 * @param subject what about
 * @param text its words, 1 to 60,000 characters, safe to show as text
 * @param locale the language it seems to be in
 * @param enclosures HTML form, pictures, files, and the original as it came
 * @param refersTo ids of the mails it answers, oldest first, without angle brackets
 * @param fields its header
 */
public record Mail(
        String id,
        String fingerprint,
        Sender sender,
        Optional<String> subject,
        String text,
        String locale,
        List<Enclosure> enclosures,
        List<String> refersTo,
        Fields fields) {
    public Mail {
        enclosures = List.copyOf(enclosures);
        refersTo = List.copyOf(refersTo);
    }

    /** Hides the content. */
    @Override
    public String toString() {
        return "Mail[" + fingerprint + "]";
    }

    /**
     * Who wrote.
     *
     * @param address his address; {@code unknown@invalid} if the mail names none
     * @param name how he calls himself
     */
    public record Sender(EmailAddress address, Optional<String> name) {
        /** Nobody that could be answered. */
        public static final Sender UNKNOWN = new Sender(new EmailAddress("unknown@invalid"), Optional.empty());

        public boolean isKnown() {
            return !address.equals(UNKNOWN.address);
        }
    }
}
